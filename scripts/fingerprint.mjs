import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const TEST = /\.test\.tsx?$/;

/** SHA-256 over names and content of files and folders under `root`, and Node's major version. */
export function fingerprint(root, paths, node = process.versions.node) {
  const hash = createHash('sha256').update(`node ${node.split('.')[0]}\n`);
  for (const path of paths.flatMap((path) => filesUnder(root, path)).sort()) {
    const content = readFileSync(join(root, path));
    // The length keeps the end of one file from passing for the start of the next.
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** The files that a path stands for: itself, all below it, or none when it is not there. */
export function filesUnder(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return TEST.test(path) ? [] : [path];
  return readdirSync(join(root, path)).flatMap((name) => filesUnder(root, `${path}/${name}`));
}
