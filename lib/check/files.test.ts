import { expect, test } from '@playwright/test';
import { mapping } from '@/lib/import/mapping';
import { catalogOf, faultsOf, logOf } from './fixture';
import { checkMapping } from './mapping';
import type { Report } from './report';
import { checkStarts } from './starts';
import { checkWords } from './words';

/** What a check reports, a line each. */
function linesOf(check: (report: Report) => void): string[] {
  const lines: string[] = [];
  check((place, message) => lines.push(`${place}: ${message}`));
  return lines;
}

const catalog = catalogOf({});

const faultsOfMapping = (content: object): string[] =>
  linesOf((report) => checkMapping(mapping.parse(content), catalog, report));

test('a mapping is checked against the table that it fills', () => {
  const columns = { currency: { is: 'CAD' }, period: { period: true } };
  expect(faultsOfMapping({ table: 'exchange-rates', columns })).toEqual([]);
  expect(faultsOfMapping({ table: 'exchange-rate', columns })).toEqual([
    'table: no table "exchange-rate"; did you mean "exchange-rates"?',
  ]);
  expect(faultsOfMapping({ columns })).toEqual([
    'table: missing: names the table that the mapping fills',
  ]);
  expect(faultsOfMapping({ table: 'exchange-rates', columns: { curency: { is: 'CAD' } } })).toEqual(
    ['columns: no column "curency" in exchange-rates; did you mean "currency"?'],
  );
});

test('a mapping fills required columns, with allowed values and known sources', () => {
  const table = catalog.tables.get('figures');
  expect(table).toBeDefined();
  const update = { url: 'http://a.example/x.csv', types: ['text/csv'] };
  const columns = { flow: { from: 'Flow', values: { Export: 'export' } }, source_id: { is: 'b' } };
  expect(faultsOfMapping({ table: 'figures', columns, update })).toEqual([
    'update.url: must begin with https:, found "http://a.example/x.csv"',
    'columns: nothing fills the column "period", which must not be empty',
    'columns.flow: figures has no such value "export"; did you mean "exports"?',
    'columns.source_id: figures has no such value "b"; did you mean "a"?',
  ]);
});

const faultsOfStart = (view: Record<string, string>): string[] =>
  linesOf((report) => checkStarts([{ title: 'Exports', view }], catalog, report));

test('a view to begin with names series that exist and may be compared', () => {
  const china = 'trade:China:exports:customs:value';
  expect(faultsOfStart({ series: china, units: 'index' })).toEqual([]);
  expect(faultsOfStart({ series: china.replace('China', 'Chyna'), freq: 'yearly' })).toEqual([
    'view 1, view.freq: cannot be read: "yearly"',
    `view 1, view.series: no series "trade:Chyna:exports:customs:value"; did you mean "${china}"?`,
  ]);
  expect(faultsOfStart({ series: `${china}~seed:Japan:terminal:tonnes` })).toEqual([
    expect.stringMatching(/^view 1, view: /),
  ]);
  expect(faultsOfStart({ units: 'index' })).toEqual(['view 1, view.series: names no series']);
  expect(faultsOfStart({ series: china, currency: 'XYZ' })).toEqual([
    'view 1, view.currency: The currency XYZ does not apply: the table of rates has no such currency.',
  ]);
});

test('words are ICU messages, whatever list or object they stand in', () => {
  const words = { rows: '{n, plural, one {# row} other {# rows}}', more: ['{n'] };
  expect(linesOf((report) => checkWords(words, report))).toEqual([
    'more 1: EXPECT_ARGUMENT_CLOSING_BRACE',
  ]);
});

test('the log of revisions names tables that exist, and times', () => {
  const broken = catalogOf({});
  broken.tables.set('revisions', logOf('trad', '2024-13-31T00:00:00Z'));
  expect(faultsOf('tables/revisions.csv', broken)).toEqual([
    'row 2, table: nothing is named "trad"; did you mean "trade"?',
    'row 2, created: not a time: "2024-13-31T00:00:00Z"',
    'feed: Invalid time value',
  ]);
});

test('a table names its sources in a required column, and is described once', () => {
  const broken = catalogOf({});
  const [trade, seed] = broken.descriptor.resources;
  broken.descriptor.resources = broken.descriptor.resources.filter(({ name }) =>
    ['trade', 'figures', 'sources'].includes(name),
  );
  const figures = broken.descriptor.resources.find(({ name }) => name === 'figures');
  if (!trade || !seed || !figures) throw new Error('the fixture has other tables');
  const reference = { resource: 'source', fields: ['id'] };
  const schema = { ...figures.schema, foreignKeys: [{ fields: ['source-id'], reference }] };
  broken.descriptor.resources.push({ ...figures, schema });
  expect(faultsOf('datapackage.json', broken)).toEqual([
    'table "trade": no column of the role "source"',
    'table "figures": described twice',
    'table "figures", foreignKeys: no column "source-id"; did you mean "source_id"?',
    'table "figures", foreignKeys: no table "source"; did you mean "sources"?',
  ]);
});
