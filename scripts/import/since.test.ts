import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { revisionTold } from '@/components/revision-told';
import { hrefOf } from '@/components/row-link';
import { evidence } from '@/lib/claim/evidence';
import { catalogIn, folder, tableIn } from '@/lib/data-fixture';
import { revisionsOf } from '@/lib/revision/revisions';
import { catalogAt, changesSince, textAt } from '@/lib/revision/since';
import { imported, withData } from './import-fixture';

/** What is told of made-up revisions, brought to a copy of the data as a person brings them. */

test.describe.configure({ timeout: 120_000 });

const SEED = 'tables/china-rapeseed-imports.csv';
const METALS = 'tables/aluminium-exports.csv';

const textOf = (root: string, file: string) => readFile(path.join(root, file), 'utf8');

type Edit = (text: string) => string;

async function bring(data: string, file: string, edit: Edit, more: string[] = []): Promise<void> {
  const release = `${data}-${path.basename(file)}`;
  await writeFile(release, edit(await textOf(data, file)));
  const table = path.basename(file, '.csv');
  const { code, errors } = await imported(data, [release, '--yes', '--table', table, ...more]);
  expect([code, errors]).toEqual([0, expect.any(String)]);
}

const seed =
  (to: string): Edit =>
  (text) => {
    const changed = text.replace(
      /^(2024,calendar_year,total,seed,Canada,importer,all,)\d+/m,
      `$1${to}`,
    );
    expect(changed).not.toBe(text);
    return changed;
  };
const metals =
  (to: string): Edit =>
  (text) =>
    text.replace(/^(2000-01,Other countries,)[\d.]+/m, `$1${to}`);

const first = async (data: string) => {
  const [state] = revisionsOf((await catalogIn(data)).tables);
  if (!state) throw new Error('no state is recorded');
  return state;
};

test('rows revised twice count once, and a row put back not at all', async () => {
  await withData(async (data) => {
    const state = await first(data);
    await bring(data, METALS, metals('68.5'));
    await bring(data, METALS, metals('70'));
    await bring(data, SEED, seed('5000000'));
    await bring(data, SEED, seed('6130000'));
    const catalog = await catalogIn(data);
    const since = await changesSince(catalog, state);
    expect(since.tables).toEqual([{ table: 'aluminium-exports', added: 0, revised: 1, gone: 0 }]);
    expect(since.figures.map(({ before, after }) => [before, after])).toEqual([['67.281', '70']]);
    expect(since.exact).toBe(true);
    expect(since.lost).toEqual([]);
    expect(changesSince(catalog, state)).toBe(changesSince(catalog, state));
    const said = await imported(data, ['--as-of', state.id]);
    expect(said.out).toContain('aluminium-exports: 0 rows added, 1 revised, 0 gone');
    expect(said.out).toContain('No claim changes.');
  });
});

test('a verdict that moved is told with both, worked out from the earlier file', async () => {
  await withData(async (data) => {
    const state = await first(data);
    await bring(data, SEED, seed('5000000'));
    const catalog = await catalogIn(data);
    const { claims } = await changesSince(catalog, state);
    const stolen = claims.find(({ id }) => id === 'share-stolen');
    expect([stolen?.before?.held, stolen?.after.held]).toEqual([1, 3]);
    const said = await revisionTold(catalog, state.id, () => ({
      bears: (table) => table === 'china-rapeseed-imports',
      claim: 'share-stolen',
    }));
    expect(said?.claim[0]).toContain('(1 of 3 ways to measure it), now');
    expect(said?.claim[0]).toContain('(3 of 3 ways to measure it)');
    expect(said?.claim.filter((line) => line.startsWith('“'))).toHaveLength(2);
    expect(said?.figures?.head).toBe('1 figure behind this page was revised:');
    expect(said?.figures?.lines[0]?.text).toContain('6,130,000 tonnes → 5,000,000 tonnes (−18.4%)');
    expect(said?.figures?.lines[0]?.href).toContain('/tables/china-rapeseed-imports#2024~');
    expect(said?.elsewhere).toBe(null);
    expect(said?.shows).toBe('then');
    expect(said?.lead).toContain('You see this page as it was');
    expect(said?.command).toBe(`npm run import -- --as-of ${state.id} --out data-${state.id}`);
    const elsewhere = await revisionTold(catalog, state.id, () => ({
      bears: () => false,
    }));
    expect(elsewhere?.claims.lines.map(({ href }) => href)).toContain('/claims/share-stolen');
    expect(elsewhere?.figures?.head).toBe('No figure behind this page was revised.');
    expect(elsewhere?.elsewhere?.lines).toHaveLength(1);
  });
});

test('the data of an earlier state are drawn and judged as they were, and only those', async () => {
  await withData(async (data) => {
    const before = await catalogIn(data);
    await bring(data, SEED, seed('5000000'));
    const catalog = await catalogIn(data);
    const earlier = await catalogAt(catalog, before.revision);
    expect(earlier.revision).toBe(before.revision);
    expect(earlier.descriptor).toEqual(before.descriptor);
    const row = { table: 'ev-share', key: tableIn(earlier, 'ev-share').rows[0]?.key ?? '' };
    expect(hrefOf(earlier.tables, row)).toMatch(`/tables/ev-share?v=${before.revision}#`);
    expect(hrefOf(catalog.tables, row)).toBe(`/tables/ev-share#${row.key}`);
    for (const claim of catalog.claims.claims) {
      const [then, was] = [evidence(earlier, claim), evidence(before, claim)];
      expect([then.answer, then.charts]).toEqual([was.answer, was.charts]);
    }
    for (const asked of [undefined, '0123456789', catalog.revision])
      expect(await catalogAt(catalog, asked)).toBe(catalog);
  });
});

test('the file of each state is had to the byte, and none of a state that is unknown', async () => {
  await withData(async (data) => {
    const state = await first(data);
    await bring(data, METALS, metals('68.5'));
    const between = await catalogIn(data);
    const middle = await textOf(data, METALS);
    await bring(data, METALS, metals('70'));
    const catalog = await catalogIn(data);
    expect(await textAt(catalog, state.id, 'aluminium-exports')).toBe(await textOf(folder, METALS));
    expect(await textAt(catalog, between.revision, 'aluminium-exports')).toBe(middle);
    expect(await textAt(catalog, catalog.revision, 'aluminium-exports')).toBe(
      await textOf(data, METALS),
    );
    expect(await textAt(catalog, state.id, 'ev-share')).toBe(
      await textOf(folder, 'tables/ev-share.csv'),
    );
    expect(await textAt(catalog, '0123456789', 'aluminium-exports')).toBe(null);
    expect(await textAt(catalog, state.id, 'revisions')).toBe(null);
    expect(await textAt(between, catalog.revision, 'aluminium-exports')).toBe(null);
  });
});

test('a table changed by hand after an import is said to be lost, and the others are told', async () => {
  await withData(async (data) => {
    const state = await first(data);
    await bring(data, METALS, metals('68.5'));
    await bring(data, SEED, seed('5000000'));
    await writeFile(path.join(data, METALS), metals('99')(await textOf(data, METALS)));
    const catalog = await catalogIn(data);
    const { lost, exact, tables } = await changesSince(catalog, state);
    expect(lost).toEqual(['aluminium-exports']);
    expect(exact).toBe(false);
    expect(tables.map(({ table }) => table)).toEqual(['china-rapeseed-imports']);
    const said = await revisionTold(catalog, state.id, () => ({
      bears: () => true,
    }));
    expect(said?.remarks).toHaveLength(2);
    expect(said?.shows).toBe('now');
    expect(said?.lead).toContain('the page as it was cannot be drawn');
    expect(await catalogAt(catalog, state.id)).toBe(catalog);
    expect(said?.command).toBe(null);
    expect(await textAt(catalog, state.id, 'aluminium-exports')).toBe(null);
  });
});

test('a link to a later state than is shown, or to an unknown one, is told as what it is', async () => {
  await withData(async (data) => {
    const state = await first(data);
    await bring(data, METALS, metals('68.5'));
    const later = await catalogIn(data);
    // The tables and their day put back from elsewhere, the log left as it is.
    for (const file of [METALS, 'datapackage.json'])
      await writeFile(path.join(data, file), await textOf(folder, file));
    const catalog = await catalogIn(data);
    expect(catalog.revision).toBe(state.id);
    const about = () => ({ bears: () => true });
    const ahead = await revisionTold(catalog, later.revision, about);
    expect(ahead?.lead).toContain('later than what this page shows');
    const unknown = await revisionTold(catalog, '0123456789', about);
    expect(unknown?.lead).toContain('0123456789, which is unknown here');
    for (const said of [ahead, unknown])
      expect([said?.claim, said?.figures, said?.tables, said?.command]).toEqual([
        [],
        null,
        [],
        null,
      ]);
    const present = await revisionTold(catalog, state.id, about);
    expect(present?.shows).toBe('present');
    expect(await revisionTold(catalog, undefined, about)).toBe(null);
  });
});
