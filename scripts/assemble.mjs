import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.mjs';

/** The folder that the site runs from, alone. */
export const standalone = join(root, '.next/standalone');

/** Completes the folder that Next builds: what browsers load, and our server in the place of Next's. */
export async function assemble() {
  for (const [from, to] of [
    ['.next/static', '.next/static'],
    ['public', 'public'],
  ])
    cpSync(join(root, from), join(standalone, to), { recursive: true });
  hintChunks(join(standalone, '.next/static/chunks'));
  // Not at the top: `npm start` reads this file before anything is installed.
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(root, 'server/main.ts')],
    outfile: join(standalone, 'server.js'),
    bundle: true,
    platform: 'node',
    target: 'node20.9',
    external: ['next'],
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'warning',
  });
}

/**
 * Chromium reads a script's functions one by one as they are first called, on the thread that draws the page: two
 * thirds of the time that a page took to come alive. So asked, it reads them beside it while the script comes.
 */
const HINT = '//# allFunctionsCalledOnLoad\n';

function hintChunks(folder) {
  const chunks = readdirSync(folder).filter((name) => name.endsWith('.js'));
  for (const chunk of chunks) {
    const file = join(folder, chunk);
    writeFileSync(file, HINT + readFileSync(file, 'utf8'));
  }
}
