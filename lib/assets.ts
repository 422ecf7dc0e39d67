import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the project or of a package in it, by its path from the project's folder: fonts, styles, a WASM module. */
export const readAsset = (file: string): Promise<Buffer> =>
  readFile(path.join(/* turbopackIgnore: true */ process.cwd(), file));

/** Like `readAsset`, but undefined where there is no such file. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return (await readAsset(file)).toString();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
