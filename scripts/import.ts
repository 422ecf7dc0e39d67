import { act } from './import/act';
import { runCommand } from './import/command';

/** The end of the command, for whoever runs it within a process of theirs. */
export const ended = runCommand(act);
