import path from 'node:path';
import words from '@/data/words/import-command.json';
import { formatNumber } from '@/lib/format';
import { Decoder } from '@/lib/import/decode';
import { delimiterOf, newlineOf } from '@/lib/import/delimiter';
import { ImportError, type ImportProblem, type LeftOut, type Summary } from '@/lib/import/figure';
import { recognise } from '@/lib/import/formats';
import { isStatcanMetadata } from '@/lib/import/formats/statcan';
import { isText, noText } from '@/lib/import/is-text';
import type { FormatId, Mapping } from '@/lib/import/mapping';
import { RecordCutter } from '@/lib/import/records';
import { forTidy, isTidyForm, tidyMapping } from '@/lib/import/tidy-mapping';
import { readRows } from '@/lib/import/to-rows';
import type { Resource } from '@/lib/table/descriptor';
import { begun, type Input } from './inputs';
import { say, tellSkipped } from './say';
import type { TableImport } from './table-import';

export type FeedOptions = {
  resources: Resource[];
  table?: string;
  as?: FormatId;
  /** The mapping that was asked for. */
  mapping?: Mapping;
  /** All that are kept. */
  mappings: Mapping[];
  /** For rows of a file that names none. */
  source?: string;
  /** The table's import, begun when its first file comes. */
  open: (resource: Resource, keepSource: boolean) => Promise<TableImport>;
  onRows?: (count: number) => void;
};

const columnsOf = ({ schema }: Resource): string[] => schema.fields.map(({ name }) => name);

/** Brings one file to its table. What is wrong with it as a whole is said with its name. */
export async function feed(input: Input, options: FeedOptions): Promise<void> {
  try {
    await feedTable(input, options);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new Error(`${input.name}: ${error.message}`);
  }
}

async function feedTable({ name, chunks }: Input, options: FeedOptions): Promise<void> {
  if (options.table !== undefined) tableOf({}, options);
  const { start, chunks: all } = await begun(chunks);
  const header = headerOf(start);
  if (header.text.trim() === '') throw new Error(say('empty', { name }));
  if (!isText(header.text)) throw new ImportError(noText);
  if (isStatcanMetadata([header.names])) return tellSkipped(name, say('describes'));
  const own = options.mapping ? null : ownTable(name, header, options);
  if (own?.exact) return feedBytes(name, all, await options.open(own.resource, false), options);
  if (own) return feedRows(name, all, {}, await options.open(own.resource, false), options);
  const mapping = mappingFor(name, header, options);
  const table = await options.open(tableOf(mapping, options), true);
  return feedRows(name, all, mapping, table, options);
}

type Header = { names: string[]; text: string; plain: boolean };

function headerOf(start: Uint8Array): Header {
  const decoder = new Decoder();
  const text = decoder.push(start) + decoder.end();
  const [header = ''] = text.split(newlineOf(text), 1);
  const names = header.replace(/\r$/, '').replaceAll('"', '').split(delimiterOf(text));
  return { names, text, plain: decoder.encoding === 'utf-8' && !decoder.bom };
}

type Own = { resource: Resource; exact: boolean };

/** The table whose own header the file has; `exact` where its bytes are written as our files are. */
function ownTable(name: string, header: Header, options: FeedOptions): Own | null {
  if (options.as !== undefined && options.as !== 'tidy') return null;
  const names = header.names.toSorted().join();
  const fitting = options.resources.filter((one) => {
    const asked = options.table === undefined || options.table === one.name;
    return asked && columnsOf(one).sort().join() === names;
  });
  const byName = fitting.filter((one) => path.basename(name, '.csv') === one.name);
  const [resource, ...others] = byName.length > 0 ? byName : fitting;
  if (others.length > 0) throw new Error(say('severalTables', { name }));
  if (!resource) return null;
  const exact = header.text.startsWith(`${columnsOf(resource).join()}\n`) && header.plain;
  return { resource, exact };
}

/** The mapping asked for or else kept for the file; our tidy form needs none. */
function mappingFor(name: string, { names: columns, text }: Header, options: FeedOptions): Mapping {
  const tidy = isTidyForm(columns);
  const mapping = options.mapping ?? keptFor(name, columns, options);
  if (mapping) return tidy ? forTidy(mapping) : mapping;
  if (!tidy) throw new Error(unmapped(name, text, options));
  if (options.table === undefined) throw new Error(say('tidyTable', { name }));
  return tidyMapping(tableOf({}, options), columns, options.source);
}

/** What the file seems to be, and what the table that was asked for would have. */
function unmapped(name: string, text: string, options: FeedOptions): string {
  const { table = 'none', resources } = options;
  const asked = resources.find((one) => one.name === table);
  const columns = asked ? columnsOf(asked).join(', ') : '';
  return say('noMapping', { name, format: seems(text, options), table, columns });
}

function seems(text: string, { resources: tables, as }: FeedOptions): string {
  const delimiter = delimiterOf(text);
  const { records } = new RecordCutter(delimiter, newlineOf(text)).push(text);
  try {
    return recognise({ records, delimiter, mapping: {}, tables, as }).format.title;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return 'none';
  }
}

/** By the file's name and, where it has one for each language, its header; or the only one for the table asked for. */
function keptFor(
  name: string,
  columns: string[],
  { mappings, table }: FeedOptions,
): Mapping | undefined {
  const tidy = isTidyForm(columns);
  const fitting = mappings.filter((one) => table === undefined || one.table === table);
  const byName = fitting.filter(({ file }) => file !== undefined && name.startsWith(file));
  const byTable = table === undefined || tidy ? [] : fitting;
  const named = byName.length > 0 ? byName : byTable;
  const fits = (one: Mapping): boolean =>
    columnsRead(tidy ? forTidy(one) : one).every((each) => columns.includes(each));
  const byHeader = named.filter(fits);
  const [mapping, ...others] = byHeader.length > 0 ? byHeader : named;
  if (others.length > 0) throw new Error(say('severalMappings', { name }));
  return mapping;
}

/** The columns of the file that a mapping names. */
const columnsRead = ({ where = {}, leave = {}, columns = {} }: Mapping): string[] => [
  ...Object.keys(where),
  ...Object.keys(leave),
  ...Object.values(columns).flatMap((source) => ('from' in source ? [source.from] : [])),
];

function tableOf(mapping: Mapping, { table, resources }: FeedOptions): Resource {
  const name = table ?? mapping.table;
  if (name === undefined) throw new Error(say('whichTable'));
  const resource = resources.find((one) => one.name === name);
  const known = resources.map((one) => one.name).join(', ');
  if (!resource) throw new Error(say('noTable', { name, known }));
  return resource;
}

async function feedBytes(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  table: TableImport,
  { onRows }: FeedOptions,
): Promise<void> {
  const file = table.file(name);
  table.tell(name, { form: say('ownForm'), notes: [] });
  for await (const chunk of chunks) {
    const before = file.read;
    file.bytes(chunk);
    onRows?.(file.read - before);
  }
  file.endBytes();
}

async function feedRows(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  mapping: Mapping,
  table: TableImport,
  { as, resources, onRows }: FeedOptions,
): Promise<void> {
  const file = table.file(name);
  const flagged: ImportProblem[] = [];
  const summary = await readRows(chunks, table.resource, {
    ...{ as, mapping, tables: resources },
    onRows: ({ rows, lines, withheld }) => {
      file.cells(rows, lines);
      file.withheld(withheld);
      onRows?.(rows.length);
    },
    onProblem: (problem) => {
      const { row, column, message, refused } = problem;
      if (refused) file.refuse(row ?? 0, column, message);
      else if (flagged.length < TOLD) flagged.push(problem);
    },
  });
  const { records, left } = summary;
  if (file.read + file.refused + summary.flagged === 0)
    throw new Error(say('noRows', { name, table: table.resource.name, records, left }));
  const notes = [
    ...summary.notes,
    ...leftNotes(summary.leftBy),
    ...flaggedNotes(flagged, summary.flagged),
  ];
  table.tell(name, { form: formOf(summary), notes });
}

/** So many cells that were read and deserve a word are told, the rest counted. */
const TOLD = 10;

/** What the mapping passes over is said, or a figure that nobody meant to lose is. */
function leftNotes(all: LeftOut[]): string[] {
  const told = all.slice(0, TOLD).map(({ column, text, records }) =>
    say('leftOut', {
      column,
      text: JSON.stringify(text),
      n: formatNumber(records),
      raw: records,
    }),
  );
  const records = all.slice(TOLD).reduce((sum, one) => sum + one.records, 0);
  const more = { n: formatNumber(records), raw: records, texts: all.length - told.length };
  return records > 0 ? [...told, say('moreLeftOut', more)] : told;
}

function flaggedNotes(flagged: ImportProblem[], all: number): string[] {
  const told = flagged.map(({ row, column, message }) =>
    say('flagged', { row: row ?? 0, column: column ?? 'none', reason: message }),
  );
  return all > told.length ? [...told, say('moreFlagged', { n: all - told.length })] : told;
}

function formOf({ head }: Summary): string {
  const encoding = words.encodings[head.encoding];
  const delimiter = words.delimiters[head.delimiter];
  return say('form', { formatTitle: head.formatTitle, encoding, bom: String(head.bom), delimiter });
}
