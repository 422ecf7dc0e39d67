import { act } from './import/act';
import { runCommand } from './import/command';

runCommand(act);
