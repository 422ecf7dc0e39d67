import path from 'node:path';
import words from '@/data/words/import-command.json';
import { Decoder } from '@/lib/import/decode';
import { delimiterOf, newlineOf } from '@/lib/import/delimiter';
import type { Summary } from '@/lib/import/figure';
import type { FormatId, Mapping } from '@/lib/import/mapping';
import { readRows } from '@/lib/import/to-rows';
import type { Resource } from '@/lib/table/descriptor';
import { begun, type Input } from './inputs';
import { say } from './say';
import type { TableImport } from './table-import';

export type FeedOptions = {
  resources: Resource[];
  table?: string;
  as?: FormatId;
  /** The mapping that was asked for. */
  mapping?: Mapping;
  /** All that are kept. */
  mappings: Mapping[];
  /** The table's import, begun when its first file comes. */
  open: (resource: Resource, keepSource: boolean) => Promise<TableImport>;
};

const columnsOf = ({ schema }: Resource): string[] => schema.fields.map(({ name }) => name);

/** Brings one file to its table. */
export async function feed({ name, chunks }: Input, options: FeedOptions): Promise<void> {
  const { start, chunks: all } = await begun(chunks);
  const own = options.mapping ? null : ownTable(name, start, options);
  if (own?.exact) return feedBytes(name, all, await options.open(own.resource, false));
  if (own) return feedRows(name, all, {}, await options.open(own.resource, false), options);
  const mapping = options.mapping ?? mappingFor(name, options);
  const table = await options.open(tableOf(mapping, options), true);
  return feedRows(name, all, mapping, table, options);
}

type Own = { resource: Resource; exact: boolean };

/** The table whose own header the file has; `exact` where its bytes are written as our files are. */
function ownTable(name: string, start: Uint8Array, options: FeedOptions): Own | null {
  if (options.as !== undefined && options.as !== 'tidy') return null;
  const decoder = new Decoder();
  const text = decoder.push(start) + (start.length < 64 ? decoder.end() : '');
  const [header = ''] = text.split(newlineOf(text), 1);
  const names = header.replace(/\r$/, '').replaceAll('"', '').split(delimiterOf(text)).sort();
  const fitting = options.resources.filter((one) => {
    const asked = options.table === undefined || options.table === one.name;
    return asked && columnsOf(one).sort().join() === names.join();
  });
  const byName = fitting.filter((one) => path.basename(name, '.csv') === one.name);
  const [resource, ...others] = byName.length > 0 ? byName : fitting;
  if (others.length > 0) throw new Error(say('severalTables', { name }));
  if (!resource) return null;
  return { resource, exact: text.startsWith(`${columnsOf(resource).join()}\n`) && !decoder.bom };
}

function mappingFor(name: string, { mappings, table }: FeedOptions): Mapping {
  const fitting = mappings.filter((one) => table === undefined || one.table === table);
  const byName = fitting.filter(({ file }) => file !== undefined && name.startsWith(file));
  const [mapping, ...others] = byName.length > 0 ? byName : table === undefined ? [] : fitting;
  if (others.length > 0) throw new Error(say('severalMappings', { name }));
  if (!mapping) throw new Error(say('noMapping', { name }));
  return mapping;
}

function tableOf(mapping: Mapping, { table, resources }: FeedOptions): Resource {
  const name = table ?? mapping.table;
  if (name === undefined) throw new Error(say('whichTable'));
  const resource = resources.find((one) => one.name === name);
  if (!resource) throw new Error(say('noTable', { name }));
  return resource;
}

async function feedBytes(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  table: TableImport,
): Promise<void> {
  const file = table.file(name);
  table.tell(name, { form: say('ownForm'), notes: [] });
  for await (const chunk of chunks) file.bytes(chunk);
  file.endBytes();
}

async function feedRows(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  mapping: Mapping,
  table: TableImport,
  { as, resources }: FeedOptions,
): Promise<void> {
  const file = table.file(name);
  const summary = await readRows(chunks, table.resource, {
    ...{ as, mapping, tables: resources },
    onRows: ({ rows, lines }) => file.cells(rows, lines),
    onProblem: ({ row, column, message, refused }) => {
      if (refused) file.refuse(row ?? 0, column, message);
    },
  });
  table.tell(name, { form: formOf(summary), notes: summary.notes });
}

function formOf({ head }: Summary): string {
  const encoding = words.encodings[head.encoding];
  const delimiter = words.delimiters[head.delimiter];
  return say('form', { formatTitle: head.formatTitle, encoding, bom: String(head.bom), delimiter });
}
