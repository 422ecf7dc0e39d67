import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { readCatalog } from '@/lib/catalog';
import { checkMapping } from '@/lib/check/mapping';
import { judged } from '@/lib/claim/judged';
import { settingOf } from '@/lib/claim/setting';
import { folder, frozen } from '@/lib/data-fixture';
import { mapping as schema } from '@/lib/import/mapping';
import { formatRecord } from '@/lib/table/csv-records';
import type { Field } from '@/lib/table/descriptor';
import type { Table } from '@/lib/table/table';
import { besides, imported, withData } from '../import/import-fixture';
import { claimInvariants } from './claims';
import { pictureInvariants } from './pictures';
import { type Data, tableInvariants } from './tables';

/** What holds of the data that the site is built from, and of any other, whatever figures are in them. */

test.describe.configure({ timeout: 120_000 });

const all = { ...tableInvariants, ...claimInvariants, ...pictureInvariants };

const dataIn = async (from: string): Promise<Data> => ({
  folder: from,
  catalog: await readCatalog(from),
});

const [ours, made] = [dataIn(folder), dataIn(frozen)];

for (const [name, faultsIn] of Object.entries(all)) {
  test(`${name}: the shipped data`, async () => {
    expect(await faultsIn(await ours)).toEqual([]);
  });

  test(`${name}: the made-up data`, async () => {
    expect(await faultsIn(await made)).toEqual([]);
  });
}

const samples = 'lib/import/samples/mappings';

for (const name of readdirSync(samples))
  test(`the mapping of a sample fits its table: ${name}`, async () => {
    const mapping = schema.parse(JSON.parse(await readFile(path.join(samples, name), 'utf8')));
    const faults: string[] = [];
    checkMapping(mapping, (await ours).catalog, (place, fault) =>
      faults.push(`${place}: ${fault}`),
    );
    expect(faults).toEqual([]);
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

const damages: [name: string, what: string, damage: Damage][] = [
  [
    'npm run data finds nothing wrong',
    'would reach a reader: "Customs fee, {period}"',
    inFile('texts/leaflet.json', '"label": "Customs fee"', '"label": "Customs fee, {period}"'),
  ],
  [
    'npm run data finds nothing wrong',
    'r2 is never "hold"',
    inFile('texts/leaflet.json', 'holds {the same day}', 'hold {the same day}'),
  ],
  [
    'every series has an id of its own, and a name in words',
    'half_year · apples · Harvest',
    inFile('datapackage.json', '"half_year": "half year"', '"half_year": "half_year"'),
  ],
  [
    'every quote has words around it that no other has',
    'inspection-date: the quote stands twice among its own words',
    inFile(
      'texts/leaflet.json',
      '"At the gates of Strelsau "',
      '"the blight inspectors of Freedonia arrived on June 1"',
    ),
  ],
  [
    'every claim has a reading as worded, questions and reasons',
    'inspection-date: Was the inspection on 1 June 2024 by the clock of Strelsau',
    inFile('texts/leaflet.json', 'by the clock of Strelsau?', 'by the clock of Strelsau'),
  ],
];

for (const [name, what, damage] of damages)
  test(`it is told where it is not so that ${name}: ${what}`, async () => {
    await withData(async (copy) => {
      await damage(copy);
      const faults = await all[name]?.(await dataIn(copy));
      expect(faults).toContainEqual(expect.stringContaining(what));
    });
  });
