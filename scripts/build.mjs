import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assemble } from './assemble.mjs';
import { next, npm, root, run } from './command.mjs';
import { fingerprint } from './fingerprint.mjs';

const DATA_INPUTS = ['data', 'lib', 'scripts/data.ts', 'package-lock.json', 'tsconfig.json'];
const BUILD_INPUTS = [
  'app',
  'components',
  'lib',
  'data',
  'quality',
  'public',
  'server',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

// Next empties .next before it builds, except its cache folder.
const DATA_MARK = join(root, '.next/cache/data-checked');
const BUILD_MARK = join(root, '.next/built-from');

/** Checks `data/`, unless it passed as it is now. */
export async function checkData() {
  const inputs = fingerprint(root, DATA_INPUTS);
  if (textOf(DATA_MARK) === inputs) return 'unchanged';
  rmSync(DATA_MARK, { force: true });
  await run(npm('run', '--silent', 'data'));
  writeMark(DATA_MARK, inputs);
}

/** Builds the product, unless it was built from the sources as they are now. */
export async function build() {
  // Taken before the build: a file saved while it runs makes the next start build again.
  const inputs = fingerprint(root, BUILD_INPUTS);
  if (textOf(BUILD_MARK) === mark(inputs)) return 'unchanged';
  rmSync(BUILD_MARK, { force: true });
  await run(next('build'), { env: { NODE_ENV: 'production' } });
  await assemble();
  writeMark(BUILD_MARK, mark(inputs));
}

// Next's own build id ties the mark to that build and not to one made by hand since; the pages carry the origin.
function mark(inputs) {
  const origin = process.env.CLAIMLINE_ORIGIN ?? '';
  return `${inputs} ${textOf(join(root, '.next/BUILD_ID'))} ${origin}`;
}

function writeMark(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
