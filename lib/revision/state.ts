import { z } from 'zod';
import type { DataFolder } from '@/lib/data-folder';
import type { DataPackage } from '@/lib/table/descriptor';
import { type FileFacts, factsOf, sha256, sha256Of } from './hash';

/** A recorded state of the data: a list of its files in `data/states/`, where each content is kept once. */

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256');

/** The schema of `data/states/<revision>.json`. */
export const stateFile = z.strictObject({
  /** The rule by which its verdicts were given (`RULE`). */
  rule: z.number().int().positive(),
  /** The SHA-256 of each file by its path. */
  files: z.record(z.string(), hash),
});
export type State = z.infer<typeof stateFile>;

export const statePath = (revision: string): string => `states/${revision}.json`;

export const keptPath = (sha: string): string => `states/files/${sha}`;

type Paths = { resources: { path: string; log?: boolean }[] };

/** Files that belong to no state: the logs, which tell of all states, and who runs the site. */
export const ofToday = ({ resources }: Paths): string[] => [
  'site.json',
  ...resources.flatMap(({ log, path }) => (log ? [path] : [])),
];

/** The folder as it was in a state, with some files of today. */
export function folderOf(folder: DataFolder, { files }: State, today: string[]): DataFolder {
  const kept = Object.entries(files).map(([file, sha]) => [file, keptPath(sha)] as const);
  return folder.keptAs(new Map([...kept, ...today.map((file) => [file, file] as const)]));
}

/** The files whose content pages show, in the order of their paths. */
export async function shownFiles(folder: DataFolder, descriptor: DataPackage): Promise<string[]> {
  const texts = (await folder.list('texts')).filter((name) => name.endsWith('.json'));
  const tables = descriptor.resources.flatMap(({ log, path }) => (log ? [] : path));
  const rest = ['datapackage.json', 'table-charts.json', 'topics.json'];
  return [...rest, ...texts.map((name) => `texts/${name}`), ...tables].sort();
}

export const hashesOf = (facts: Iterable<readonly [string, FileFacts]>): State['files'] =>
  Object.fromEntries([...facts].map(([file, one]) => [file, sha256Of(one)]));

/** The content of a folder; `known` are files that need not be read for it. */
export async function contentOf(
  folder: DataFolder,
  descriptor: DataPackage,
  known: ReadonlyMap<string, FileFacts> = new Map(),
): Promise<State['files']> {
  const facts = (await shownFiles(folder, descriptor)).map(async (file) => {
    return [file, known.get(file) ?? (await factsOf(await folder.stream(file)))] as const;
  });
  return hashesOf(await Promise.all(facts));
}

const byPath = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : 1);

/** The name of a state: a hash of its files' hashes, in the order of their paths. */
export const revisionOf = (files: State['files']): string =>
  sha256(JSON.stringify(Object.entries(files).sort(byPath))).slice(0, 10);
