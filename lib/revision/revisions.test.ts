import { expect, test } from '@playwright/test';
import { realCatalog, tableIn } from '@/lib/data-fixture';
import { parseTableText } from '@/lib/table/table';
import { changesBetween, type Revision, revisionsOf } from './revisions';

const header =
  'period,created,revision,previous,kind,table,file,sha256_before,sha256_after,rows_added,rows_revised,rows_gone';

async function revisions(...lines: string[]): Promise<Revision[]> {
  const catalog = await realCatalog();
  const { resource } = tableIn(catalog, 'revisions');
  const table = await parseTableText(resource, `${[header, ...lines].join('\n')}\n`);
  return revisionsOf(new Map([['revisions', table]]));
}

const first = '2026-11-23,2026-11-23T00:00:00Z,aaa,,by-hand,,The first recorded state,,,,,';
const trade = '2026-12-05,2026-12-05T09:00:00Z,bbb,aaa,import,trade,july.csv,1,2,16,3,0';
const metals = '2026-12-05,2026-12-05T09:00:00Z,bbb,aaa,import,metals,july.csv,5,6,2,0,1';
const later = '2027-01-05,2027-01-05T09:00:00Z,ccc,bbb,import,trade,august.csv,2,3,16,4,0';

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

test('changesBetween adds up what the imports since did to each table', async () => {
  const between = changesBetween(await revisions(first, trade, metals, later), 'aaa', 'ccc');
  expect(between?.tables).toEqual([
    { table: 'trade', added: 32, revised: 7, gone: 0 },
    { table: 'metals', added: 2, revised: 0, gone: 1 },
  ]);
  expect(between?.imports.map(({ id }) => id)).toEqual(['bbb', 'ccc']);
  expect(between?.byHand).toBe(false);
});

test('changesBetween a state and itself is nothing', async () => {
  const between = changesBetween(await revisions(first, trade), 'bbb', 'bbb');
  expect([between?.tables, between?.byHand]).toEqual([[], false]);
});

test('changesBetween says when a change by hand lies between, recorded or not', async () => {
  const unlinked = later.replace('ccc,bbb', 'ccc,xyz');
  const noted = '2027-02-01,2027-02-01T09:00:00Z,ddd,bbb,by-hand,,Claims reworded,,,,,';
  const byHand = async (lines: string[], to: string) =>
    changesBetween(await revisions(first, ...lines), 'aaa', to)?.byHand;
  expect(await byHand([trade, unlinked], 'ccc')).toBe(true);
  expect(await byHand([trade, noted], 'ddd')).toBe(true);
  expect(await byHand([trade], 'not recorded')).toBe(true);
});

test('changesBetween knows nothing of a state that is not recorded, or lies ahead', async () => {
  const all = await revisions(first, trade);
  expect(changesBetween(all, 'zzz', 'bbb')).toBe(null);
  expect(changesBetween(all, 'bbb', 'aaa')).toBe(null);
});
