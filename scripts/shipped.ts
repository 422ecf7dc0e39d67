import { existsSync, readFileSync } from 'node:fs';

/** The packages whose code or letters readers and servers get, and the licences that we accept for them. */

/** Those that ask for no more than their own text beside a copy, or changes to their own files to be open. */
const ACCEPTED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
]);

/** Next asks for them while it builds; no byte of them is in what it made. */
const BUILD_ONLY = ['baseline-browser-mapping', 'caniuse-lite'];

type Locked = { version?: string; dev?: boolean; devOptional?: boolean; optional?: boolean };
export type Lockfile = { packages: Record<string, Locked> };
export type Shipped = { name: string; version: string; licence: string };

const FOLDER = 'node_modules/';

/** Optional ones are compilers and Next's picture shrinker, for one kind of machine each: they stay behind. */
const staysBehind = (folder: string, { dev, devOptional, optional }: Locked): boolean =>
  Boolean(dev || devOptional || optional) ||
  folder.startsWith(`${FOLDER}@types/`) ||
  BUILD_ONLY.some((name) => folder === FOLDER + name);

function licenceIn(folder: string): string {
  const file = `${folder}/package.json`;
  const { license } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return typeof license === 'string' ? license : '';
}

export function shippedPackages({ packages }: Lockfile, licenceOf = licenceIn): Shipped[] {
  return Object.entries(packages)
    .filter(([folder, locked]) => folder !== '' && !staysBehind(folder, locked))
    .map(([folder, { version = '' }]) => ({
      name: folder.slice(folder.lastIndexOf(FOLDER) + FOLDER.length),
      version,
      licence: licenceOf(folder),
    }));
}

/** Reads an SPDX expression of one kind, all of AND or all of OR; what mixes them is for a person to read. */
export function isAccepted(licence: string): boolean {
  const bare = licence.replace(/^\((.*)\)$/, '$1');
  const accepted = (name: string) => ACCEPTED.has(name.trim());
  if (bare.includes(' OR ') && !bare.includes(' AND ')) return bare.split(' OR ').some(accepted);
  return bare.split(' AND ').every(accepted);
}

export const refusals = (shipped: Shipped[]): string[] =>
  shipped
    .filter(({ licence }) => !isAccepted(licence))
    .map(({ name, version, licence }) =>
      licence === ''
        ? `${name} ${version}: names no licence`
        : `${name} ${version}: ${licence} is not among the accepted licences`,
    );
