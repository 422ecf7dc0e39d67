import { cp, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Catalog, readCatalog, readState } from '@/lib/catalog';
import { hasMoved } from '@/lib/claim/judged';
import { DataFolder, WORK } from '@/lib/data-folder';
import { formatDay } from '@/lib/format';
import { type Revision, revisionsOf } from '@/lib/revision/revisions';
import { changesSince } from '@/lib/revision/since';
import { keptPath, stateFile, statePath } from '@/lib/revision/state';
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

/** The logs as they were at a state. */
async function writeLogs({ tables }: Catalog, state: Revision, out: string): Promise<void> {
  const ids = revisionsOf(tables).map(({ id }) => id);
  const later = new Set(ids.slice(ids.indexOf(state.id) + 1));
  for (const name of ['revisions', 'revision-changes']) {
    const { resource, rows } = tableNamed(tables, name);
    const kept = rows.filter(({ cells }) => !later.has(String(cells.revision)));
    await writeFile(path.join(out, resource.path), toCsv(resource, kept));
  }
}

/** Writes the data as they were at a state into a folder of their own. */
export async function writeAsOf(root: string, name: string, out: string): Promise<void> {
  if (await stat(out).catch(() => null)) throw new Error(say('folderThere', { folder: out }));
  const now = await readCatalog(root);
  const state = stateNamed(now, name);
  const folder = await DataFolder.open(root);
  const { files } = stateFile.parse(await folder.json(statePath(state.id)));
  await cp(root, out, { recursive: true, filter: (from) => path.basename(from) !== WORK });
  for (const folder of ['tables', 'texts']) await rm(path.join(out, folder), { recursive: true });
  for (const [file, sha] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(out, file)), { recursive: true });
    await writeFile(path.join(out, file), await folder.read(keptPath(sha)));
  }
  await writeLogs(now, state, out);
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
