import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Catalog } from '@/lib/catalog';
import { pieces } from '@/lib/import/fixture';
import { mapping as mappingSchema } from '@/lib/import/mapping';
import { readRows } from '@/lib/import/to-rows';
import { isPaged, pageOf, pagesOf, rowHref } from '@/lib/table/pages';
import { seriesById, seriesOf } from '@/lib/table/series';
import { sourcesOf } from '@/lib/table/source';
import { type Table, toCsv } from '@/lib/table/table';

/** What is true of the tables whatever is imported. Each gives a line for every fault. */

export type Data = { folder: string; catalog: Catalog };
export type Invariant = (data: Data) => string[] | Promise<string[]>;

const tablesIn = ({ catalog }: Data): Table[] => [...catalog.tables.values()];

function repeated(all: string[]): string[] {
  const met = new Set<string>();
  return all.filter((one) => met.size === met.add(one).size);
}

async function files({ folder, catalog }: Data): Promise<string[]> {
  const described = catalog.descriptor.resources.map((resource) => resource.path);
  const names = await readdir(folder, { recursive: true });
  const found = names
    .filter((name) => name.endsWith('.csv'))
    .map((name) => name.replaceAll(path.sep, '/'));
  return [
    ...found.filter((name) => !described.includes(name)).map((name) => `${name}: not described`),
    ...described.filter((name) => !found.includes(name)).map((name) => `${name}: not there`),
  ];
}

function sources(data: Data): string[] {
  const known = sourcesOf(data.catalog.tables);
  return tablesIn(data)
    .filter(({ resource }) => !resource.log)
    .flatMap(({ resource, rows }) =>
      rows
        .filter(({ cells }) => !known.has(String(cells.source_id)))
        .map(({ line }) => `${resource.path}: row ${line} has no source`),
    );
}

function addresses(data: Data): string[] {
  const all = tablesIn(data).flatMap((table) => {
    const pages = new Set(pagesOf(table));
    return table.rows.map((row) => ({
      href: rowHref(table, row),
      lost: isPaged(table) && !pages.has(pageOf(table, row)),
    }));
  });
  const hrefs = all.map(({ href }) => href);
  const changed = hrefs.filter((href) => {
    const { pathname, hash } = new URL(href, 'https://claimline.test');
    return pathname + hash !== href;
  });
  return [...changed, ...repeated(hrefs), ...all.flatMap(({ href, lost }) => (lost ? href : []))];
}

function series(data: Data): string[] {
  const { tables } = data.catalog;
  const all = tablesIn(data).flatMap(seriesOf);
  return [
    ...repeated(all.map(({ id }) => id)),
    ...all.filter((one) => seriesById(tables, one.id) !== one).map(({ id }) => id),
    ...all.filter(({ id }) => id.includes('~')).map(({ id }) => id),
    ...all.filter(({ label }) => /_| · $|^ · | · {2}· /.test(label)).map(({ label }) => label),
  ];
}

/** A table taken away and brought back is the same, line by line. */
async function ownForm(data: Data): Promise<string[]> {
  const faults = tablesIn(data).map(async ({ resource, rows }) => {
    const found: string[] = [];
    const bytes = new TextEncoder().encode(toCsv(resource, rows));
    await readRows(pieces(bytes, 65_536), resource, {
      onRows: ({ rows: read, lines }) =>
        void found.push(...read.map((cells, at) => `${lines[at]}: ${cells.join()}`)),
      onProblem: ({ message }) => void found.push(message),
    });
    const wanted = rows.map(({ line, raw }) => `${line}: ${raw.join()}`);
    return found.join('\n') === wanted.join('\n') ? [] : [`${resource.path}: comes back otherwise`];
  });
  return (await Promise.all(faults)).flat();
}

/** What keeps a mapping from filling its table from a source of ours. */
export async function mappingFaults(file: string, { tables }: Catalog): Promise<string[]> {
  const {
    table = '',
    columns = {},
    as,
    update,
  } = mappingSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const fields = tables.get(table)?.resource.schema.fields ?? [];
  const filled = Object.keys(columns);
  const { source_id } = columns;
  const id = source_id && 'is' in source_id ? source_id.is : '';
  const faults = [
    ...fields
      .filter(({ constraints, name }) => constraints?.required && !filled.includes(name))
      .map(({ name }) => `fills no ${name}`),
    ...filled
      .filter((name) => !fields.some((field) => field.name === name))
      .map((name) => `no column ${name}`),
    ...(sourcesOf(tables).has(id) ? [] : [`no source ${id}`]),
    ...(as ? [] : ['no format']),
    ...(update && !update.url.startsWith('https:') ? [update.url] : []),
  ];
  return faults.map((fault) => `${path.basename(file)}: ${fault}`);
}

async function mappings({ folder, catalog }: Data): Promise<string[]> {
  const kept = (await readdir(path.join(folder, 'imports'))).filter((name) =>
    name.endsWith('.json'),
  );
  const faults = kept.map((name) => mappingFaults(path.join(folder, 'imports', name), catalog));
  return (await Promise.all(faults)).flat();
}

export const tableInvariants: Record<string, Invariant> = {
  'the descriptor and the files agree': files,
  'every row has a source that there is': sources,
  'every row has an address of its own, on a page that there is': addresses,
  'every series has an id of its own, and a name in words': series,
  'every table comes back unchanged from its own form': ownForm,
  'every mapping that is kept fits its table': mappings,
};
