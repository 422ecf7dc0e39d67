import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the project or of a package in it, by its path from the project's folder: fonts, styles, a WASM module. */
export const readAsset = (file: string): Promise<Buffer> =>
  readFile(path.join(/* turbopackIgnore: true */ process.cwd(), file));
