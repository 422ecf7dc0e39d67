import { strToU8, type Zippable, zipSync } from 'fflate';
import { csvResource } from '@/lib/table/csv-resource';
import { type TidyColumn, tidyColumns, tidyCsv } from './own-csv';
import type { OwnLine } from './own-figures';
import { joined } from './row-scan';

/** A reader's figures to take away: what `npm run import` takes, a Data Package (v2) around it. */

const FIELD_TYPES = {
  measure: 'number',
  period: 'string',
  dimension: 'string',
  attribute: 'string',
};

/** Of any name a reader gives: what every system takes for a file's name. */
export function stemOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/\.[a-z]{2,4}$/, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'table'
  );
}

/** A million figures take a while to write as one text, and a text has an end: bytes, piece by piece. */
export function csvBytes(lines: OwnLine[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let rows: string[] = [];
  const flush = () => {
    pieces.push(strToU8(rows.join('')));
    rows = [];
  };
  for (const row of tidyCsv(lines)) if (rows.push(row) === 10_000) flush();
  flush();
  return joined(pieces);
}

const fieldOf = ({ name, title, role }: TidyColumn) => ({
  name,
  title,
  type: FIELD_TYPES[role],
  role,
});

async function descriptorOf(
  name: string,
  stem: string,
  lines: OwnLine[],
  csv: Uint8Array<ArrayBuffer>,
) {
  const schema = { fields: tidyColumns(lines).map(fieldOf) };
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: stem,
    title: name,
    resources: [await csvResource({ name: stem, title: name, path: `${stem}.csv`, schema }, csv)],
  };
}

export async function ownPackage(name: string, lines: OwnLine[]): Promise<Uint8Array<ArrayBuffer>> {
  const stem = stemOf(name);
  const csv = csvBytes(lines);
  const descriptor = `${JSON.stringify(await descriptorOf(name, stem, lines, csv), null, 2)}\n`;
  const files: Zippable = { [`${stem}.csv`]: csv, 'datapackage.json': strToU8(descriptor) };
  return zipSync(files, { level: 6 });
}
