import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { judged } from '@/lib/claim/judged';
import { settingOf } from '@/lib/claim/setting';
import { catalogIn, folder, frozen } from '@/lib/data-fixture';
import { formatRecord } from '@/lib/table/csv-records';
import type { Field } from '@/lib/table/descriptor';
import type { Table } from '@/lib/table/table';
import { besides, imported, withData } from '../import/import-fixture';
import { claimInvariants } from './claims';
import { pictureInvariants } from './pictures';
import { type Data, mappingFaults, tableInvariants } from './tables';
import { viewInvariants } from './views';

/** What holds of the data that the site is built from, and of any other, whatever figures are in them. */

test.describe.configure({ timeout: 120_000 });

const invariants = { ...tableInvariants, ...claimInvariants, ...pictureInvariants };
const all = { ...invariants, ...viewInvariants };

const dataIn = async (from: string): Promise<Data> => ({
  folder: from,
  catalog: await catalogIn(from),
});

const [ours, made] = [dataIn(folder), dataIn(frozen)];

for (const [name, faultsIn] of Object.entries(all))
  test(`${name}: the shipped data`, async () => {
    expect(await faultsIn(await ours)).toEqual([]);
  });

for (const [name, faultsIn] of Object.entries(invariants))
  test(`${name}: the made-up data`, async () => {
    expect(await faultsIn(await made)).toEqual([]);
  });

const samples = 'lib/import/samples/mappings';

test('every mapping of a sample fits its table', async () => {
  const { catalog } = await ours;
  const faults = readdirSync(samples).map((name) =>
    mappingFaults(path.join(samples, name), catalog),
  );
  expect((await Promise.all(faults)).flat()).toEqual([]);
});

/** Rows with half as much or half as much again, to the decimals that they had. */
function revised({ fields }: { fields: Field[] }, raw: string[], line: number): string[] {
  return raw.map((cell, at) => {
    const [, decimals = ''] = cell.split('.');
    const measured = fields[at]?.role === 'measure' && cell !== '';
    return measured ? (Number(cell) * (line % 2 ? 0.5 : 1.5)).toFixed(decimals.length) : cell;
  });
}

function release({ resource, rows }: Table): string {
  const lines = rows.map(({ raw, line }) => revised(resource.schema, raw, line));
  return [resource.schema.fields.map((field) => field.name), ...lines].map(formatRecord).join('');
}

/** Every table with figures; but two rows of one rule's day must agree. */
const isRevised = ({ resource }: Table): boolean =>
  !resource.log &&
  resource.name !== 'events' &&
  resource.schema.fields.some(({ role }) => role === 'measure');

const answers = ({ catalog }: Data) =>
  catalog.claims.claims.map((claim) => judged(claim, settingOf(catalog)).answer);

test('all of it holds of the shipped data after an import of figures revised by a half', async () => {
  await withData(async (copy) => {
    const tables = [...(await ours).catalog.tables.values()].filter(isRevised);
    const files = tables.map((table) => [`${table.resource.name}.csv`, strToU8(release(table))]);
    const zip = zipSync(Object.fromEntries(files));
    const file = await besides(copy, 'release.zip', zip);
    const { code, errors } = await imported(copy, [file, '--yes']);
    expect([code, errors]).toEqual([0, '']);
    const data = await dataIn(copy);
    expect(answers(data)).not.toEqual(answers(await ours));
    for (const [name, faultsIn] of Object.entries(all))
      expect(await faultsIn(data), name).toEqual([]);
  }, folder);
});

type Damage = (copy: string) => Promise<void>;

const inFile =
  (file: string, from: string, to: string): Damage =>
  async (copy) => {
    const text = await readFile(path.join(copy, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(path.join(copy, file), text.replace(from, to));
  };

const damages: [name: keyof typeof all, what: string, damage: Damage][] = [
  [
    'the descriptor and the files agree',
    'tables/stray.csv: not described',
    (copy) => writeFile(path.join(copy, 'tables/stray.csv'), 'period\n'),
  ],
  [
    'every row has a source that there is',
    'tables/inspection.csv: row 3 has no source',
    inFile('tables/inspection.csv', 'press-herald', 'nobody'),
  ],
  [
    'every series has an id of its own, and a name in words',
    'half_year · apples · Harvest',
    inFile('datapackage.json', '"half_year": "half year"', '"half_year": "half_year"'),
  ],
  [
    'every mapping that is kept fits its table',
    'fruit-trade.json: no source nobody',
    inFile('imports/fruit-trade.json', 'orchard-stats', 'nobody'),
  ],
  [
    'every quote has words around it that no other has',
    'That nobody laughed.: paragraph 9 of 4',
    inFile('claims.json', '"paragraph": 1', '"paragraph": 9'),
  ],
  [
    'every quote has words around it that no other has',
    'inspection-date: the quote stands twice among its own words',
    inFile(
      'claims.json',
      '"At the gates of Strelsau "',
      '"the blight inspectors of Freedonia arrived on June 1"',
    ),
  ],
  [
    'every claim has a reading as worded, questions and reasons',
    'inspection-date: Was the inspection on 1 June 2024 by the clock of Strelsau',
    inFile('claims.json', 'by the clock of Strelsau?', 'by the clock of Strelsau'),
  ],
  [
    'every reading is settled by its rows, or says what is missing',
    'crate-price, reading 4: Customs fee, {period}',
    inFile('claims.json', '"label": "Customs fee"', '"label": "Customs fee, {period}"'),
  ],
  [
    'every answer and title can be said for every outcome',
    'inspection-date: {r2, select, … hold …}',
    inFile('claims.json', 'holds {the same day}', 'hold {the same day}'),
  ],
  [
    'every answer and title can be said for every outcome',
    'best-buyer: Freedonia took the most cider in crop year 2022/23, 76.9% of it; .',
    inFile('claims.json', 'other {of the year after nothing is known}', 'other {}'),
  ],
  [
    'every chart draws its figures, and each has its row',
    'levy-rise-exports “Exports to Freedonia fell by 55.9%”: Freedonia {each}',
    inFile('claims.json', '"label": "Freedonia",', '"label": "Freedonia {each}",'),
  ],
];

for (const [name, what, damage] of damages)
  test(`it is told where it is not so that ${name}: ${what}`, async () => {
    await withData(async (copy) => {
      await damage(copy);
      expect(await all[name]?.(await dataIn(copy))).toContain(what);
    });
  });
