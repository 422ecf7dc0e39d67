import type { Catalog } from '@/lib/catalog';
import { type Claim, type Test, tableChartsFile } from '@/lib/claim/claim';
import { claimOf, text } from '@/lib/claim/fixture';
import { exportsTo, tables as small, stated, tableOf } from '@/lib/claim/quantity-fixture';
import { checkCatalog } from './catalog';

const column = (name: string, role: 'period' | 'dimension' | 'attribute' = 'attribute') =>
  ({ name, type: 'string', role }) as const;

const sources = tableOf(
  'sources',
  [
    column('source_id', 'dimension'),
    ...['publisher', 'title', 'url', 'published', 'url_exact', 'via'].map((name) => column(name)),
  ],
  'a | A | Figures of A | a.example | 2024 | yes |',
);

const logged = ['file', 'sha256_before', 'sha256_after', 'rows_added', 'rows_revised', 'rows_gone'];

/** The log of states, with one import. */
export const logOf = (table: string, created: string) =>
  tableOf(
    'revisions',
    [
      column('period', 'period'),
      column('revision', 'dimension'),
      column('table', 'dimension'),
      ...['created', 'previous', 'kind', ...logged].map((name) => column(name)),
    ],
    `2024-12-31 | 0123456789 | ${table} | ${created} |  | import | x.csv | a | b | 1 | 0 | 0`,
  );

const revisions = logOf('trade', '2024-12-31T00:00:00Z');

const changes = tableOf(
  'revision-changes',
  ['revision', 'table', 'change', 'row', 'rows', 'column', 'before'].map((name) =>
    column(name, name === 'before' ? 'attribute' : 'dimension'),
  ),
  '0123456789 | trade | added | 2 | 1 | value |',
);

const required = { required: true };

/** The only one of the tables that names its sources. */
const figures = tableOf(
  'figures',
  [
    { ...column('period', 'period'), constraints: required },
    { ...column('flow', 'dimension'), constraints: { enum: ['exports', 'imports'] } },
    { name: 'source_id', type: 'string', role: 'source', constraints: required },
  ],
  '2024 | exports | a',
);

const own = [figures, sources, revisions, changes].map(
  (table) => [table.resource.name, table] as const,
);

/** Compares exports to China with a stated figure. */
export const compare: Extract<Test, { kind: 'compare' }> = {
  kind: 'compare',
  value: exportsTo('China', '2024-01'),
  relation: 'above',
  than: stated(5, 'CAD million'),
};

export const chart = {
  ...{ layout: 'over-time', id: 'exports', title: 'Exports', subtitle: 'CAD million' },
  ...{ axis: { title: 'CAD million' }, references: [], events: [] },
  series: [
    {
      ...{ id: 'china', label: 'China', tone: 'main', mark: 'line' },
      quantity: exportsTo('China', '$period'),
      periods: ['2024-01', '2024-02'],
    },
  ],
};

/** A small catalog of one claim, sound but for what is put in its place. */
export function catalogOf(more: Partial<Claim>, tableCharts: object = {}): Catalog {
  const tables = new Map([...small, ...own]);
  return {
    descriptor: {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      ...{ name: 'small', title: 'Small', description: '', version: '1.0.0', licenses: [] },
      created: '2024-12-31T00:00:00Z',
      resources: [...tables.values()].map(({ resource }) => resource),
    },
    tables,
    claims: {
      texts: [text],
      topics: [],
      claims: [claimOf([compare], { answer: '{r1} in 2024', ...more })],
    },
    root: '',
    site: {
      operator: '',
      contact: { email: '', address: '' },
      funding: '',
      reuse: 'No.',
      starts: [],
      glossary: [],
    },
    tableCharts: tableChartsFile.parse(tableCharts),
    files: new Map(),
    revision: '0123456789',
  };
}

/** The faults of one file. */
export const faultsOf = (file: string, catalog: Catalog): string[] =>
  checkCatalog(catalog).flatMap((line) =>
    line.startsWith(`${file}: `) ? [line.slice(file.length + 2)] : [],
  );
