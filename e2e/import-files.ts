import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** Files as their publishers lay them out, with figures that the tests work out for themselves. */

export const YEARS = Array.from({ length: 10 }, (_, index) => 2015 + index);

export const exportsTo = (partner: string, year: number): number =>
  (partner === 'China' ? 20 : 70) * (year - 2000) + (year % 3);

const quoted = (cells: (string | number)[], delimiter = ','): string =>
  cells.map((cell) => `"${cell}"`).join(delimiter);

const partners = ['China', 'Japan'];

const STATCAN =
  'REF_DATE,GEO,DGUID,Trade,Principal trading partners,UOM,UOM_ID,SCALAR_FACTOR,SCALAR_ID,VECTOR,COORDINATE,VALUE,STATUS,SYMBOL,TERMINATED,DECIMALS';

const statcanRow = (partner: string, place: number, year: number): string =>
  quoted([
    year,
    'Canada',
    '2021A000011124',
    'Export',
    partner,
    'Dollars',
    81,
    'millions',
    6,
    `v${place}`,
    `1.1.${place}`,
    exportsTo(partner, year),
    '',
    '',
    '',
    1,
  ]);

export const statcan = (): string =>
  `\uFEFF${[
    STATCAN.split(',')
      .map((name) => `"${name}"`)
      .join(','),
    ...YEARS.flatMap((year) => partners.map((partner, place) => statcanRow(partner, place, year))),
    quoted([
      2025,
      'Canada',
      '2021A000011124',
      'Export',
      'China',
      'Dollars',
      81,
      'millions',
      6,
      'v0',
      '1.1.0',
      '',
      '..',
      '',
      '',
      1,
    ]),
  ].join('\n')}\n`;

const STATCAN_FR =
  'PÉRIODE DE RÉFÉRENCE;GÉO;IDUGD;Commerce;Partenaires;UNITÉ DE MESURE;IDENTIFICATEUR D’UNITÉ DE MESURE;FACTEUR SCALAIRE;IDENTIFICATEUR SCALAIRE;VECTEUR;COORDONNÉES;VALEUR;STATUT;SYMBOLE;TERMINÉ;DÉCIMALES';

export const statcanFrench = (): string =>
  `\uFEFF${[
    STATCAN_FR.split(';')
      .map((name) => `"${name}"`)
      .join(';'),
    ...YEARS.map((year) =>
      quoted(
        [
          year,
          'Canada',
          '2021A000011124',
          'Exportation',
          'Chine',
          'Dollars',
          81,
          'millions',
          6,
          'v1',
          '1.1',
          `${exportsTo('China', year)},5`,
          '',
          '',
          '',
          1,
        ],
        ';',
      ),
    ),
  ].join('\r\n')}\r\n`;

export const fred = (): string =>
  ['observation_date,EXCAUS', ...YEARS.map((year) => `${year}-01-01,1.${year % 100}`)].join('\n');

export const owid = (): string =>
  [
    'Entity,Code,Year,Electric cars sold',
    ...YEARS.flatMap((year) => [
      `Canada,CAN,${year},${year - 2000}`,
      `China,CHN,${year},${(year - 2000) * 30}`,
    ]),
  ].join('\n');

export const wide = (): string =>
  [
    ['Country', 'Product', ...YEARS].join('\t'),
    ...partners.map((partner) =>
      [partner, 'Canola seed', ...YEARS.map((year) => exportsTo(partner, year))].join('\t'),
    ),
  ].join('\r\n');

/** Three faults, each in a row of its own: 6, 9 and 12. */
export const faulty = (): string => {
  const rows = YEARS.map((year) => `${year},${exportsTo('China', year)},fine`);
  rows[4] = '2019,"1,234",fine';
  rows[7] = '2022,many,fine';
  rows.push('2025,7');
  rows.push('2026,8,fine');
  return ['period,value,note', ...rows].join('\n');
};

const blanks = (value: number): string => value.toLocaleString('en-CA').replace(',', ' ');

/** No publisher's header, and numbers with a blank between thousands, which no guess takes for numbers. */
export const unknown = (): string =>
  [
    'who;when;how much;remark',
    ...YEARS.flatMap((year) =>
      partners.map((partner) => `${partner};${year};${blanks(1000 + exportsTo(partner, year))};-`),
    ),
  ].join('\n');

/** Writes rows until the file is as large as asked, and says how many. */
export async function writeLarge(path: string, bytes: number): Promise<number> {
  const out = createWriteStream(path);
  let written = 0;
  let rows = 0;
  out.write(`${STATCAN}\n`);
  while (written < bytes) {
    let batch = '';
    for (let at = 0; at < 5_000; at += 1, rows += 1) {
      const [year, month] = [1900 + (rows % 120), 1 + (Math.floor(rows / 120) % 12)];
      const partner = `Partner ${Math.floor(rows / 1_440)}`;
      batch += `${year}-${String(month).padStart(2, '0')},Canada,2021A000011124,Export,${partner},Dollars,81,millions,6,v${rows},1.1,${rows % 1000}.5,,,,1\n`;
    }
    written += batch.length;
    if (!out.write(batch)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  return rows;
}
