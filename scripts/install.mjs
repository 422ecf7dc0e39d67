import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, run } from './command.mjs';

const LOWEST_NODE = [20, 9];

/** Rejects a Node too old for Next. */
export function assertNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const [lowestMajor, lowestMinor] = LOWEST_NODE;
  if (major > lowestMajor || (major === lowestMajor && minor >= lowestMinor)) return;
  throw new Error(`Node ${version} is too old: install Node ${LOWEST_NODE.join('.')} or newer`);
}

/** Installs what the lockfile says, unless exactly that is there. */
export async function installPackages() {
  const lock = packagesOf('package-lock.json');
  if (!lock) throw new Error('package-lock.json is missing');
  if (missingPackages(lock, packagesOf('node_modules/.package-lock.json'), isThere).length === 0) {
    return 'already there';
  }
  // NODE_ENV=production would leave out the compiler and the tests.
  await run(npm('ci', '--include=dev', '--no-audit', '--no-fund'));
}

/**
 * Packages by which an installation differs from a lockfile. npm writes what it installed into
 * `node_modules/.package-lock.json`; packages for other platforms are in the lockfile alone.
 */
export function missingPackages(lock, installed, isThere = () => true) {
  const wanted = Object.keys(lock).filter((path) => path !== '');
  if (!installed) return wanted;
  const missing = wanted.filter((path) =>
    installed[path] ? !same(lock[path], installed[path]) || !isThere(path) : !lock[path].optional,
  );
  return [...missing, ...Object.keys(installed).filter((path) => !lock[path])];
}

function same(a, b) {
  return a.version === b.version && (!a.integrity || a.integrity === b.integrity);
}

const isThere = (path) => existsSync(join(root, path, 'package.json'));

function packagesOf(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}
