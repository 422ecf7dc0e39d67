import { help } from './help';
import { type Options, UsageError } from './options';
import { record, recordAgain } from './record';
import { EXIT, type Exit, runImport, withLock } from './run';
import { tellSince, writeAsOf } from './states';

/** Brings a file to the tables: `npm run import -- FILE…` */
export async function act(root: string, options: Options): Promise<Exit> {
  const { files, asOf, out, from, record: note, wait } = options;
  if (options.help) console.log(help);
  else if (asOf !== undefined && out !== undefined) await writeAsOf(root, asOf, out);
  else if (asOf !== undefined && from !== undefined)
    await withLock(root, wait, () => recordAgain(root, asOf, from));
  else if (asOf !== undefined) await tellSince(root, asOf);
  else if (note !== undefined) await withLock(root, wait, () => record(root, note));
  else if (files.length > 0) return runImport(root, options);
  else throw new UsageError('which file? npm run import -- FILE…; --help says more');
  return EXIT.done;
}
