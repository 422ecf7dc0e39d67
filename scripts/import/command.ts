import { dataRoot } from '@/lib/catalog';
import { untouched } from './faults';
import { BusyError } from './lock';
import { type Options, readOptions, UsageError } from './options';
import { EXIT, type Exit } from './run';
import '../output.mjs';

function exitOf(error: Error): Exit {
  if (error instanceof UsageError) return EXIT.usage;
  return error instanceof BusyError ? EXIT.busy : EXIT.failed;
}

/** Does what the command line asks for, and ends with the code that says what came of it. */
export async function runCommand(
  act: (root: string, options: Options) => Promise<Exit>,
): Promise<void> {
  try {
    process.exitCode = await act(dataRoot(), readOptions(process.argv.slice(2)));
  } catch (error) {
    console.error((untouched(error) as Error).message);
    process.exitCode = exitOf(error as Error);
  }
}
