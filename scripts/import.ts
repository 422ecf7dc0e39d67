import { dataRoot } from '@/lib/catalog';
import { help } from './import/help';
import { BusyError } from './import/lock';
import { type Options, readOptions, UsageError } from './import/options';
import { EXIT, type Exit, runImport, withLock } from './import/run';
import { record, tellSince, writeAsOf } from './import/states';

async function act(root: string, options: Options): Promise<Exit> {
  const { files, asOf, out, record: note, wait } = options;
  if (options.help) console.log(help);
  else if (asOf !== undefined && out !== undefined) await writeAsOf(root, asOf, out);
  else if (asOf !== undefined) await tellSince(root, asOf);
  else if (note !== undefined) await withLock(root, wait, () => record(root, note));
  else if (files.length > 0) return runImport(root, options);
  else throw new UsageError('which file? npm run import -- FILE…; --help says more');
  return EXIT.done;
}

function exitOf(error: Error): Exit {
  if (error instanceof UsageError) return EXIT.usage;
  return error instanceof BusyError ? EXIT.busy : EXIT.failed;
}

/** Brings a file to the tables: `npm run import -- FILE…` */
async function main(): Promise<void> {
  try {
    process.exitCode = await act(dataRoot(), readOptions(process.argv.slice(2)));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = exitOf(error as Error);
  }
}

main();
