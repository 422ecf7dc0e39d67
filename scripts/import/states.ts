import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Catalog, readCatalog, readState } from '@/lib/catalog';
import { hasMoved } from '@/lib/claim/judged';
import { DataFolder, WORK } from '@/lib/data-folder';
import { formatDay } from '@/lib/format';
import { type Revision, revisionsOf } from '@/lib/revision/revisions';
import { changesSince } from '@/lib/revision/since';
import { keptPath, ofToday, stateFile, statePath } from '@/lib/revision/state';
import { tableNamed } from '@/lib/table/select';
import { toCsv } from '@/lib/table/table';
import { claimLines } from './print-report';
import { say } from './say';

const dayOf = ({ day }: Revision): string => formatDay(Date.parse(day));

/** The state of a name, or the last one of a day. */
function stateNamed({ tables }: Catalog, name: string): Revision {
  const revisions = revisionsOf(tables);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(name);
  const state = revisions.findLast(({ id, day }) => (isDay ? day <= name : id === name));
  if (state) return state;
  const [first] = revisions;
  throw new Error(
    say('noState', { name, first: first?.id ?? 'none', day: first ? dayOf(first) : '' }),
  );
}

/** The revisions up to a state. */
function upTo({ tables }: Catalog, { id }: Revision): string[] {
  const ids = revisionsOf(tables).map((revision) => revision.id);
  return ids.slice(0, ids.indexOf(id) + 1);
}

/** The logs of some revisions alone. */
function logsOf({ tables }: Catalog, ids: string[]): [string, string][] {
  return ['revisions', 'revision-changes'].map((name) => {
    const { resource, rows } = tableNamed(tables, name);
    const kept = rows.filter(({ cells }) => ids.includes(String(cells.revision)));
    return [resource.path, toCsv(resource, kept)];
  });
}

/** What of a descriptor is read in whatever shape it was. */
const paths = z.object({
  resources: z.array(z.object({ path: z.string(), log: z.boolean().optional() })),
});

/** Writes the data as they were at a state into a folder of their own, with the states before. */
export async function writeAsOf(root: string, name: string, out: string): Promise<void> {
  if (await stat(out).catch(() => null)) throw new Error(say('folderThere', { folder: out }));
  const now = await readCatalog(root);
  const state = stateNamed(now, name);
  const folder = await DataFolder.open(root);
  const write = async (file: string, content: string | Buffer) => {
    await mkdir(path.dirname(path.join(out, file)), { recursive: true });
    await writeFile(path.join(out, file), content);
  };
  const filesOf = async (id: string) =>
    Object.entries(stateFile.parse(await folder.json(statePath(id))).files);
  const others = [WORK, 'states', 'tables', 'texts'].map((one) => path.join(root, one));
  await cp(root, out, { recursive: true, filter: (from) => !others.includes(from) });
  const ids = upTo(now, state);
  for (const id of ids) {
    await write(statePath(id), await folder.read(statePath(id)));
    for (const [, sha] of await filesOf(id))
      await write(keptPath(sha), await folder.read(keptPath(sha)));
  }
  for (const [file, sha] of await filesOf(state.id))
    await write(file, await folder.read(keptPath(sha)));
  const described = paths.parse(
    JSON.parse(await readFile(path.join(out, 'datapackage.json'), 'utf8')),
  );
  for (const file of ofToday(described)) await write(file, await folder.read(file));
  for (const [file, text] of logsOf(now, ids)) await write(file, text);
  console.log(say('rebuilt', { folder: out, revision: state.id, day: dayOf(state) }));
}

/** Tells what has changed since a state. */
export async function tellSince(root: string, name: string): Promise<void> {
  const now = await readCatalog(root);
  const state = stateNamed(now, name);
  const { catalog: then } = await readState(now, state.id);
  const { tables, claims, edited } = changesSince(then, now);
  console.log(say('since', { revision: state.id, day: dayOf(state), now: now.revision }));
  for (const { table, added, revised, gone } of tables)
    console.log(say('sinceTable', { table, added, revised, gone }));
  if (edited) console.log(say('sinceEdited'));
  if (tables.length === 0 && !edited) console.log(say('sinceNothing'));
  const moved = claims.flatMap(({ claim: { id }, before, after }) =>
    before && after && hasMoved(before, after) ? [{ id, before, after }] : [],
  );
  for (const line of claimLines(moved)) console.log(line);
}
