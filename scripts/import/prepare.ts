import { type ClaimsFile, claimsFile } from '@/lib/claim/claim';
import type { DataFolder } from '@/lib/data-folder';
import { isMissing } from '@/lib/errno';
import { type FormatId, type Mapping, mapping as mappingSchema } from '@/lib/import/mapping';
import type { Named } from '@/lib/import/named';
import { isStopped, isUnchanged, type TableReport } from '@/lib/import/report';
import { RowScanner } from '@/lib/import/row-scan';
import { type FileFacts, factsOf, revisionHash } from '@/lib/revision/hash';
import { importLines } from '@/lib/revision/log';
import { type DataPackage, datapackage, type Resource } from '@/lib/table/descriptor';
import { parseTable } from '@/lib/table/table';
import { feed } from './feed';
import type { Input } from './inputs';
import { type ChangedClaim, changedClaims, judge, mostJudged } from './judged';
import { say } from './say';
import type { Pieces, Stage } from './stage';
import { TableImport } from './table-import';
import './young';

export type ImportOptions = {
  table?: string;
  as?: FormatId;
  mapping?: Mapping;
  source?: string;
  named: Named;
  whole: boolean;
  dry: boolean;
  /** Hears of rows read. */
  onRows?: (count: number) => void;
};

/** All that an import would write, in its stage, and what there is to say of it. */
export type Prepared = {
  reports: TableReport[];
  changed: ChangedClaim[];
  /** The state before and after; empty where nothing is to be written. */
  before: string;
  after: string;
};

type Done = Awaited<ReturnType<TableImport['finish']>>;

export async function readMappings(folder: DataFolder): Promise<Map<string, Mapping>> {
  const names = await folder.list('imports').catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const found = names
    .filter((name) => name.endsWith('.json'))
    .map(async (name) => {
      const read = mappingSchema.safeParse(await folder.json(`imports/${name}`));
      if (read.success) return [name.replace(/\.json$/, ''), read.data] as const;
      throw new Error(`imports/${name}: ${read.error.issues[0]?.message ?? ''}`);
    });
  return new Map(await Promise.all(found));
}

/** Reads all files to their tables and stages what they change. */
export async function prepare(
  folder: DataFolder,
  stage: Stage,
  files: AsyncIterable<Input>,
  options: ImportOptions,
): Promise<Prepared> {
  const descriptor = datapackage.parse(await folder.json('datapackage.json'));
  const claims = claimsFile.parse(await folder.json('claims.json'));
  const done = await readFiles(folder, stage, files, options, descriptor, claims);
  const reports = done.map(({ report }) => report);
  const nothing = { reports, changed: [], before: '', after: '' };
  if (reports.every(isUnchanged) || reports.some(isStopped)) return nothing;
  const dated = { ...descriptor, created: laterThan(descriptor.created) };
  const state = { folder, stage, descriptor, claims, dated };
  const written = done.filter(({ report }) => !isUnchanged(report));
  const revisions = options.dry ? { before: '', after: '' } : await stageRest(state, written);
  await checkSources(state, written);
  const was = await judge(folder, descriptor, claims);
  const is = await judge(folder.with(stage.staged), dated, claims);
  return { reports, ...revisions, changed: changedClaims(was, is) };
}

type State = {
  folder: DataFolder;
  stage: Stage;
  descriptor: DataPackage;
  claims: ClaimsFile;
  /** The descriptor with its new time. */
  dated: DataPackage;
};

/** The new day of the data and the log. */
async function stageRest(
  { folder, stage, descriptor, claims, dated }: State,
  done: Done[],
): Promise<Pick<Prepared, 'before' | 'after'>> {
  const { created } = dated;
  const was = new Map(done.map((one) => [one.report.table, one.was]));
  const is = new Map(done.map((one) => [one.report.table, one.is]));
  const facts = await allFacts(folder, descriptor, was);
  const before = revisionHash(descriptor, claims, facts);
  const text = await folder.text('datapackage.json');
  await stage.write('datapackage.json', [redated(text, descriptor.created, created)]);
  const after = revisionHash(dated, claims, new Map([...facts, ...is]));
  const logged = done.map((one) => one.logged);
  const lines = importLines({ created, revision: after, previous: before }, logged);
  await stage.write('revisions.csv', longer(folder, 'revisions.csv', [lines]));
  const changes = withRevision(after, done);
  await stage.write('revision-changes.csv', longer(folder, 'revision-changes.csv', changes));
  return { before, after };
}

/** A source that has gone must not be named by any row. */
async function checkSources(
  { folder, stage, descriptor }: Pick<State, 'folder' | 'stage' | 'descriptor'>,
  done: Done[],
): Promise<void> {
  if (!done.some(({ report }) => report.table === 'sources' && report.gone > 0)) return;
  const after = folder.with(stage.staged);
  const sources = await sourceIds(after, descriptor.resources);
  for (const resource of descriptor.resources) {
    await parseTable(resource, await after.stream(resource.path), { sources });
  }
}

/** Each state has its own time, to the second: it is what tells a reader that the state is another. */
function laterThan(created: string): string {
  const time = Math.max(Date.now(), Date.parse(created) + 1000);
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

export function redated(text: string, from: string, to: string): string {
  const stated = `"created": ${JSON.stringify(from)}`;
  if (text.split(stated).length !== 2) throw new Error(`datapackage.json: not once: ${stated}`);
  return text.replace(stated, `"created": ${JSON.stringify(to)}`);
}

async function* longer(
  folder: DataFolder,
  file: string,
  more: Pieces,
): AsyncGenerator<Uint8Array | string> {
  yield* await folder.stream(file);
  yield* more;
}

/** The changes with the revision before each, which is known only now. */
async function* withRevision(revision: string, done: Done[]): AsyncGenerator<string> {
  for (const { changes } of done) {
    const scanner = new RowScanner();
    let out: string[] = [];
    for await (const chunk of changes?.chunks() ?? []) {
      scanner.push(chunk, () => out.push(`${revision},${scanner.text()}\n`));
      yield out.join('');
      out = [];
    }
  }
}

async function readFiles(
  folder: DataFolder,
  stage: Stage,
  files: AsyncIterable<Input>,
  options: ImportOptions,
  descriptor: DataPackage,
  claims: ClaimsFile,
): Promise<Done[]> {
  const resources = descriptor.resources.filter(({ log }) => !log);
  const mappings = [...(await readMappings(folder)).values()];
  const known = { sources: await sourceIds(folder, resources) };
  const tables = new Map<string, TableImport>();
  const open = async (resource: Resource, keepSource: boolean): Promise<TableImport> => {
    const begun = tables.get(resource.name);
    const { named, whole, dry } = options;
    // A dry run writes only what the claims are to be judged on.
    const mostWritten = dry ? mostJudged(resource, claims) : Number.POSITIVE_INFINITY;
    const given = { folder, stage, known, named, whole, keepSource, mostWritten };
    const table = begun ?? (await TableImport.open(resource, given));
    if (table.options.keepSource !== keepSource)
      throw new Error(say('mixedForms', { name: resource.name }));
    tables.set(resource.name, table);
    return table;
  };
  try {
    for await (const file of files) await feed(file, { ...options, resources, mappings, open });
    const done: Done[] = [];
    for (const table of tables.values()) done.push(await table.finish());
    return done;
  } finally {
    await Promise.all([...tables.values()].map((table) => table.close()));
  }
}

/** A new source must stand in its own table before a row may name it. */
async function sourceIds(
  folder: DataFolder,
  resources: Resource[],
): Promise<Set<string> | undefined> {
  const resource = resources.find(({ name }) => name === 'sources');
  if (!resource) return undefined;
  const { rows } = await parseTable(resource, await folder.stream(resource.path));
  return new Set(rows.map(({ cells }) => String(cells.source_id)));
}

/** Those of the tables that were read are known. */
async function allFacts(
  folder: DataFolder,
  { resources }: DataPackage,
  known: ReadonlyMap<string, FileFacts>,
): Promise<Map<string, FileFacts>> {
  const facts = new Map<string, FileFacts>();
  for (const { name, path, log } of resources) {
    if (!log) facts.set(name, known.get(name) ?? (await factsOf(await folder.stream(path))));
  }
  return facts;
}
