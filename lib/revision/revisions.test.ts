import { expect, test } from '@playwright/test';
import { frozenCatalog, tableIn } from '@/lib/data-fixture';
import { parseTableText } from '@/lib/table/table';
import { lastTouching, type Revision, revisionsOf, stateBefore } from './revisions';

const header =
  'period,created,revision,previous,kind,table,file,sha256_before,sha256_after,rows_added,rows_revised,rows_gone';

async function revisions(...lines: string[]): Promise<Revision[]> {
  const catalog = await frozenCatalog();
  const { resource } = tableIn(catalog, 'revisions');
  const table = await parseTableText(resource, `${[header, ...lines].join('\n')}\n`);
  return revisionsOf(new Map([['revisions', table]]));
}

const first = '2026-11-23,2026-11-23T00:00:00Z,aaa,,by-hand,,The first recorded state,,,,,';
const trade = '2026-12-05,2026-12-05T09:00:00Z,bbb,aaa,import,trade,july.csv,1,2,16,3,0';
const metals = '2026-12-05,2026-12-05T09:00:00Z,bbb,aaa,import,metals,july.csv,5,6,2,0,1';

test('lastTouching finds the import into a table, else what was made by hand', async () => {
  const later = '2026-12-09,2026-12-09T09:00:00Z,ccc,bbb,import,metals,august.csv,6,7,1,0,0';
  const found = await revisions(first, trade, metals, later);
  const idFor = (...tables: string[]) => lastTouching(found, new Set(tables))?.id;
  expect([idFor('trade'), idFor('metals'), idFor('trade', 'metals'), idFor('prices')]).toEqual([
    'bbb',
    'ccc',
    'ccc',
    'aaa',
  ]);
});

test('stateBefore gives the state recorded before the present one, the last where that has no line', async () => {
  const found = await revisions(first, trade, metals);
  const before = (present: string) => stateBefore(found, present)?.id;
  expect([before('aaa'), before('bbb'), before('zzz')]).toEqual([undefined, 'aaa', 'bbb']);
});

test('revisionsOf takes an import of two tables for one state', async () => {
  const found = await revisions(first, trade, metals);
  expect(found.map(({ id, kind }) => [id, kind])).toEqual([
    ['aaa', 'by-hand'],
    ['bbb', 'import'],
  ]);
  expect(found[1]?.changes.map(({ table, added, gone }) => [table, added, gone])).toEqual([
    ['trade', 16, 0],
    ['metals', 2, 1],
  ]);
});
