import { cp, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readCatalog } from '@/lib/catalog';
import { hasMoved } from '@/lib/claim/judged';
import { DataFolder, WORK } from '@/lib/data-folder';
import { formatDay } from '@/lib/format';
import { filesAsOf, HandChangedError, logAsOf, stateAt } from '@/lib/revision/as-of';
import { byHandLine } from '@/lib/revision/log';
import { type Revision, revisionsOf } from '@/lib/revision/revisions';
import { changesSince } from '@/lib/revision/since';
import { redated } from './prepare';
import { claimLines } from './print-report';
import { say } from './say';
import { withStage } from './stage';

const dayOf = ({ day }: Revision): string => formatDay(Date.parse(day));

function stateNamed(revisions: Revision[], name: string): Revision {
  const state = stateAt(revisions, name);
  const [first] = revisions;
  if (state) return state;
  throw new Error(
    say('noState', { name, first: first?.id ?? 'none', day: first ? dayOf(first) : '' }),
  );
}

/** Writes the data as they were at a state into a folder of their own. */
export async function writeAsOf(root: string, name: string, out: string): Promise<void> {
  if (await stat(out).catch(() => null)) throw new Error(say('folderThere', { folder: out }));
  const { tables, descriptor } = await readCatalog(root);
  const folder = await DataFolder.open(root);
  const revisions = revisionsOf(tables);
  const state = stateNamed(revisions, name);
  const pathOf = (table: string): string =>
    descriptor.resources.find((one) => one.name === table)?.path ?? '';
  const files = await filesAsOf(tables, revisions, state, (table) =>
    folder.text(pathOf(table)),
  ).catch((error) => {
    if (!(error instanceof HandChangedError)) throw error;
    const day = formatDay(Date.parse(error.day));
    throw new Error(say('handChanged', { path: pathOf(error.table), day }));
  });
  await cp(root, out, { recursive: true, filter: (from) => path.basename(from) !== WORK });
  const write = (file: string, text: string) => writeFile(path.join(out, file), text);
  for (const [table, text] of files) await write(pathOf(table), text);
  const text = await folder.text('datapackage.json');
  await write('datapackage.json', redated(text, descriptor.created, state.created));
  await write('revisions.csv', logAsOf(await folder.text('revisions.csv'), 2, revisions, state));
  const changes = await folder.text('revision-changes.csv');
  await write('revision-changes.csv', logAsOf(changes, 0, revisions, state));
  const { revision } = await readCatalog(out);
  const exact = revision === state.id ? 'yes' : 'no';
  console.log(say('rebuilt', { folder: out, revision: state.id, day: dayOf(state), exact }));
}

/** Tells what has changed since a state. */
export async function tellSince(root: string, name: string): Promise<void> {
  const catalog = await readCatalog(root);
  const state = stateNamed(revisionsOf(catalog.tables), name);
  const { tables, claims, lost, exact } = await changesSince(catalog, state);
  console.log(say('since', { revision: state.id, day: dayOf(state), now: catalog.revision }));
  for (const { table, added, revised, gone } of tables)
    console.log(say('sinceTable', { table, added, revised, gone }));
  for (const table of lost) console.log(say('sinceLost', { table }));
  if (tables.length + lost.length === 0 && exact) console.log(say('sinceNothing'));
  if (!exact) console.log(say('sinceByHand'));
  const moved = claims.flatMap(({ id, before, after }) =>
    before && hasMoved(before, after) ? [{ id, before, after }] : [],
  );
  for (const line of claimLines(moved)) console.log(line);
}

/** Adds the present state, made by hand, to the log. The lock must be held. */
export async function record(root: string, note: string): Promise<void> {
  const { tables, revision, descriptor } = await readCatalog(root);
  const revisions = revisionsOf(tables);
  if (revisions.some(({ id }) => id === revision)) {
    console.log(say('alreadyRecorded'));
    return;
  }
  const { created } = descriptor;
  const previous = revisions.at(-1)?.id ?? '';
  const log = await (await DataFolder.open(root)).read('revisions.csv');
  const line = byHandLine({ created, revision, previous }, note);
  await withStage(root, async (stage) => {
    await stage.write('revisions.csv', [log, line]);
    await stage.commit();
  });
  console.log(say('recorded', { revision }));
}
