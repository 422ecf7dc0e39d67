import { rm } from 'node:fs/promises';
import { readCatalog } from '@/lib/catalog';
import { RULE } from '@/lib/claim/verdict';
import { DataFolder } from '@/lib/data-folder';
import { byHandLine } from '@/lib/revision/log';
import { type Revision, revisionsOf } from '@/lib/revision/revisions';
import {
  contentOf,
  keptPath,
  revisionOf,
  type State,
  stateFile,
  statePath,
} from '@/lib/revision/state';
import { parsedAs } from '@/lib/schema-problems';
import { type DataPackage, datapackage } from '@/lib/table/descriptor';
import { parseTable } from '@/lib/table/table';
import { say } from './say';
import { type Stage, withStage } from './stage';

/** Records states: `data/revisions.csv` has a line of each, and `data/states/` what shows it again. */

/** Each state has its own time, to the second: it is what tells a reader that the state is another. */
export function laterThan(created: string): string {
  const time = Math.max(Date.now(), Date.parse(created) + 1000);
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** Stages the descriptor with another time. */
export async function stageDated(
  folder: DataFolder,
  stage: Stage,
  { created }: DataPackage,
  to: string,
): Promise<void> {
  const text = await folder.text('datapackage.json');
  const stated = `"created": ${JSON.stringify(created)}`;
  if (text.split(stated).length !== 2) throw new Error(`datapackage.json: not once: ${stated}`);
  const dated = text.replace(stated, `"created": ${JSON.stringify(to)}`);
  await stage.write('datapackage.json', [dated]);
}

/** Opened once it is read. */
async function* opened(folder: DataFolder, file: string): AsyncGenerator<Uint8Array> {
  yield* await folder.stream(file);
}

/** Stages the list of a state's files, and each content that is not kept yet. */
async function stageNamed(
  folder: DataFolder,
  stage: Stage,
  state: State,
  revision: string,
): Promise<void> {
  for (const [file, sha] of Object.entries(state.files)) {
    const kept = keptPath(sha);
    if (!(await stage.has(kept))) await stage.write(kept, opened(folder, file));
  }
  await stage.write(statePath(revision), [`${JSON.stringify(state, null, 2)}\n`]);
}

/** The same for a state that is made now; gives its name. */
export async function stageState(
  folder: DataFolder,
  stage: Stage,
  files: State['files'],
): Promise<string> {
  const revision = revisionOf(files);
  await stageNamed(folder, stage, { rule: RULE, files }, revision);
  return revision;
}

async function recorded(folder: DataFolder, { resources }: DataPackage): Promise<Revision[]> {
  const log = resources.find(({ name }) => name === 'revisions');
  if (!log) throw new Error('datapackage.json: no table "revisions"');
  const table = await parseTable(log, await folder.stream(log.path));
  return revisionsOf(new Map([[log.name, table]]));
}

/** Stages a state that was edited by hand and is not recorded; gives its line for the log, if it needs one. */
export async function stageByHand(
  folder: DataFolder,
  stage: Stage,
  descriptor: DataPackage,
  files: State['files'],
): Promise<string[]> {
  const revisions = await recorded(folder, descriptor);
  const revision = revisionOf(files);
  if (revisions.some(({ id }) => id === revision)) return [];
  await stageState(folder, stage, files);
  const { created } = descriptor;
  const previous = revisions.at(-1)?.id ?? '';
  return [byHandLine({ created, revision, previous }, say('byHand'))];
}

/** Records the present state, made by hand. The lock must be held. */
export async function record(root: string, note: string): Promise<void> {
  const { revision: present, descriptor } = await readCatalog(root);
  const folder = await DataFolder.open(root);
  const revisions = await recorded(folder, descriptor);
  if (revisions.some(({ id }) => id === present)) {
    console.log(say('alreadyRecorded'));
    return;
  }
  const last = revisions.at(-1);
  // An editor may have given it a time already.
  const isDated = last === undefined || last.created < descriptor.created;
  const created = isDated ? descriptor.created : laterThan(last.created);
  await withStage(root, async (stage) => {
    if (!isDated) await stageDated(folder, stage, descriptor, created);
    const files = { ...(await contentOf(folder, descriptor)), ...stage.content };
    const revision = await stageState(folder.with(stage.staged), stage, files);
    const line = byHandLine({ created, revision, previous: last?.id ?? '' }, note);
    await stage.write('revisions.csv', [await folder.read('revisions.csv'), line]);
    await stage.commit();
    console.log(say('recorded', { revision }));
  });
}

/** Takes away the content that no state has. */
async function dropUnused(folder: DataFolder): Promise<void> {
  const lists = (await folder.list('states')).filter((name) => name.endsWith('.json'));
  const states = lists.map(async (name) => stateFile.parse(await folder.json(`states/${name}`)));
  const used = new Set((await Promise.all(states)).flatMap(({ files }) => Object.values(files)));
  for (const sha of await folder.list('states/files'))
    if (!used.has(sha)) await rm(folder.path(keptPath(sha)));
}

/** Keeps the data of a folder as a state that is recorded: its own, in a shape that is read today. */
export async function recordAgain(root: string, revision: string, from: string): Promise<void> {
  const folder = await DataFolder.open(root);
  const { rule } = stateFile.parse(await folder.json(statePath(revision)));
  const source = await DataFolder.open(from);
  const described = await source.json('datapackage.json');
  const files = await contentOf(source, parsedAs('datapackage.json', datapackage, described));
  await withStage(root, async (stage) => {
    await stageNamed(source, stage, { rule, files }, revision);
    await stage.commit();
  });
  await dropUnused(await DataFolder.open(root));
  console.log(say('recorded', { revision }));
}
