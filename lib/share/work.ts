import claimColumns from '@/data/words/claim-columns.json';
import words from '@/data/words/en.json';
import share from '@/data/words/share.json';
import { withState } from '@/lib/address';
import type { Catalog } from '@/lib/catalog';
import { claimRowsCount, claimRowsCsv } from '@/lib/claim/csv';
import type { Evidence } from '@/lib/claim/evidence';
import type { Text } from '@/lib/claim/text';
import { formatPeriod } from '@/lib/format';
import { message } from '@/lib/message';
import { once } from '@/lib/once';
import { claimUrl, tableUrl } from '@/lib/origin';
import type { Field, Resource } from '@/lib/table/descriptor';
import { parsePeriod } from '@/lib/table/period';
import { type Source, sourcesNamed } from '@/lib/table/source';
import { type Row, type Table, toCsv } from '@/lib/table/table';
import { timespan } from '@/lib/table/timespan';

type License = Resource['licenses'][number];

/** A source, with its licence where the tables that name it have only one. */
export type WorkSource = Source & { license: License | null };

/** A table, a claim or a view as it leaves the site: what its metadata, citation and package all say of it. */
export type Work = {
  kind: 'table' | 'claim' | 'view';
  id: string;
  /** What its files are named after. */
  stem: string;
  title: string;
  subtitle: string;
  /** The text that a claim is taken from, as it is cited. */
  from?: string;
  /** What the values count, in words; a claim's rows come from several tables. */
  basis: string | null;
  url: string;
  revision: string;
  /** The day of the data. */
  day: string;
  timespan: string | null;
  /** `path` in a package, `url` on the site. */
  csv: { path: string; url: string; text: string; rows: number };
  fields: Field[];
  primaryKey: string[];
  limits: { table: string; sentences: string[] }[];
  licenses: License[];
  sources: WorkSource[];
};

const columns = claimColumns as Field[];

/** What was is not named like what is. */
export const stemOf = (stem: string, asOf: string | undefined): string =>
  asOf === undefined ? stem : `${stem}-${asOf}`;

export function licensesOf(tables: Table[]): License[] {
  const all = tables.flatMap((table) => table.resource.licenses);
  return [...new Map(all.map((license) => [license.title, license])).values()];
}

export const limitsOf = (tables: Table[]): Work['limits'] =>
  tables
    .filter(({ resource }) => resource.limits.length > 0)
    .map(({ resource }) => ({ table: resource.title, sentences: resource.limits }));

export type Used = { table: Table; row: Row };

export function sourcesUsed(used: Used[], catalog: Catalog): WorkSource[] {
  const naming = new Map<string, Set<Table>>();
  for (const { table, row } of used) {
    const id = String(row.cells.source_id ?? '');
    naming.set(id, (naming.get(id) ?? new Set()).add(table));
  }
  const rows = used.map(({ row }) => row);
  return sourcesNamed(rows, catalog.tables).map(({ source }) => {
    const licenses = licensesOf([...(naming.get(source.id) ?? [])]);
    return { ...source, license: licenses.length === 1 ? (licenses[0] ?? null) : null };
  });
}

export const stateOf = ({ revision, descriptor }: Catalog) => ({
  revision,
  day: descriptor.created.slice(0, 10),
});

export const tableWork = once((catalog: Catalog, table: Table): Work => {
  const { resource, rows } = table;
  const { name } = resource;
  const used = name === 'sources' ? [] : rows.map((row) => ({ table, row }));
  return {
    kind: 'table',
    id: name,
    stem: stemOf(name, table.asOf),
    title: resource.title,
    subtitle: resource.description,
    basis: resource.basis,
    url: withState(tableUrl(name), table.asOf),
    ...stateOf(catalog),
    timespan: timespan(rows),
    csv: {
      path: `${stemOf(name, table.asOf)}.csv`,
      url: withState(`${tableUrl(name)}.csv`, table.asOf),
      text: toCsv(resource, rows),
      rows: rows.length,
    },
    fields: resource.schema.fields,
    primaryKey: resource.schema.primaryKey,
    limits: limitsOf([table]),
    licenses: resource.licenses,
    sources: sourcesUsed(used, catalog),
  };
});

/** "The orchards answer, Ministry of Orchards, 9 September 2024" */
export const textCitation = ({ title, author, publisher, day }: Text): string =>
  [title, ...new Set([author, publisher]), formatPeriod(parsePeriod(day))]
    .filter((part) => part !== null)
    .join(', ');

const workOf = once(({ result, answer, rows }: Evidence, catalog: Catalog): Work => {
  const { id, quote, text } = result.claim;
  const tables = [...new Set(rows.map(({ table }) => table))];
  return {
    kind: 'claim',
    id,
    stem: stemOf(`claim-${id}`, catalog.asOf),
    title: message(share.claimTitle, { quote, verdict: words.verdicts[result.verdict] }),
    subtitle: answer,
    from: textCitation(text),
    basis: null,
    url: withState(claimUrl(id), catalog.asOf),
    ...stateOf(catalog),
    timespan: timespan(rows.map(({ row }) => row)),
    csv: {
      path: `${stemOf(`claim-${id}-rows`, catalog.asOf)}.csv`,
      url: withState(`${claimUrl(id)}.csv`, catalog.asOf),
      text: claimRowsCsv(rows),
      rows: claimRowsCount(rows),
    },
    fields: columns,
    primaryKey: [],
    limits: limitsOf(tables),
    licenses: licensesOf(tables),
    sources: sourcesUsed(rows, catalog),
  };
});

/** A reader's own limits stay on the reader's page: the evidence must be the one with ours. */
export const claimWork = (catalog: Catalog, evidence: Evidence): Work => workOf(evidence, catalog);
