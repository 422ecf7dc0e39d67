import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  exportsTo,
  faulty,
  fred,
  owid,
  statcan,
  statcanFrench,
  unknown,
  wide,
  YEARS,
} from './import-files';
import {
  chartMarks,
  columnsOf,
  fact,
  give,
  numbers,
  openImport,
  whatWasRead,
} from './import-visit';
import { faultsOf } from './visit';

test.describe.configure({ mode: 'parallel', timeout: 60_000 });

const grouped = (value: number): string => value.toLocaleString('en-CA');

const formats = [
  {
    name: 'Statistics Canada table',
    text: statcan(),
    delimiter: 'comma',
    encoding: 'UTF-8, with byte order mark',
    unit: 'million Dollars',
    row: '2020',
    cells: [grouped(exportsTo('China', 2020)), grouped(exportsTo('Japan', 2020))],
    columns: ['China', 'Japan'],
  },
  {
    name: 'Statistics Canada table',
    text: statcanFrench(),
    delimiter: 'semicolon',
    encoding: 'UTF-8, with byte order mark',
    unit: 'million Dollars',
    row: '2020',
    cells: [grouped(exportsTo('China', 2020) + 0.5)],
    columns: ['Canada · Exportation · Chine'],
  },
  {
    name: 'FRED series',
    text: fred(),
    delimiter: 'comma',
    encoding: 'UTF-8',
    unit: 'EXCAUS, unit not stated',
    row: '2020',
    cells: ['1.2'],
    columns: ['EXCAUS'],
  },
  {
    name: 'Our World in Data',
    text: owid(),
    delimiter: 'comma',
    encoding: 'UTF-8',
    unit: 'Electric cars sold, unit not stated',
    row: '2020',
    cells: ['20', '600'],
    columns: ['Canada', 'China'],
  },
  {
    name: 'Table of your own',
    text: wide(),
    delimiter: 'tab',
    encoding: 'UTF-8',
    unit: 'value, unit not stated',
    row: '2020',
    cells: [grouped(exportsTo('China', 2020)), grouped(exportsTo('Japan', 2020))],
    columns: ['China', 'Japan'],
  },
];

test('files of each format are recognised, previewed and drawn', async ({ page }) => {
  const faults = faultsOf(page);
  await openImport(page);
  for (const [index, format] of formats.entries())
    await test.step(`file ${index + 1}, ${format.name}`, async () => {
      const name = `given-${index + 1}.csv`;
      await give(page, { name, text: format.text });
      const preview = page.getByRole('table', { name: `First rows of ${name}` });
      await expect(preview.locator('tbody tr')).not.toHaveCount(0);
      await expect(preview.locator('thead')).toContainText(/period|value/);
      await expect(whatWasRead(page)).toContainText('One file read');
      expect(await fact(page, 'Format')).toBe(format.name);
      expect(await fact(page, 'Delimiter')).toBe(format.delimiter);
      expect(await fact(page, 'Encoding')).toBe(format.encoding);
      await expect(page.locator('.charts .source-line').first()).toContainText(name);
      await expect(chartMarks(page).first()).toBeVisible();
      await expect(page.locator('.chart-subtitle').first()).toContainText(format.unit);
      const shown = await numbers(page);
      expect(Object.keys(shown)).toEqual(expect.arrayContaining(YEARS.map(String)));
      expect(shown[format.row]).toEqual(format.cells);
      expect(await columnsOf(page)).toEqual(format.columns);
    });
  expect(faults).toEqual([]);
});

const publishers: [RegExp, string][] = [
  [/^(statcan|12100011)/, 'Statistics Canada table'],
  [/^comtrade/, 'UN Comtrade'],
  [/^faostat/, 'FAOSTAT'],
  [/^(fred|EXCAUS)/, 'FRED series'],
  [/^(owid|electric)/, 'Our World in Data'],
  [/^valet/, 'Bank of Canada Valet'],
  [/^(generic|years-across)/, 'Table of your own'],
];

const samples = readdirSync('lib/import/samples').filter((name) => /\.(csv|txt|zip)$/.test(name));

test('the layouts of every publisher are recognised, previewed and drawn', async ({ page }) => {
  await openImport(page);
  for (const name of samples.filter((one) => one !== 'statcan-metadata.csv')) {
    const [, title] = publishers.find(([of]) => of.test(name)) ?? [];
    await page
      .getByLabel('CSV files, or a ZIP of them')
      .setInputFiles(join('lib/import/samples', name));
    const file = name.replace('-eng.zip', '.csv');
    await expect(page.getByRole('table', { name: `First rows of ${file}` })).toBeVisible();
    expect([name, await fact(page, 'Format')]).toEqual([name, title]);
    await expect(page.locator('.preview thead').first()).toContainText('value');
    await expect(page.locator('.charts .source-line').first()).toContainText(file);
    await expect(chartMarks(page).first()).toBeAttached();
  }
});

test('a missing code is a gap, never zero', async ({ page }) => {
  await openImport(page);
  await give(page, { name: 'given.csv', text: statcan() });
  await expect(page.locator('.chart-notes')).toContainText('China, no figure: 2025');
  expect((await numbers(page))['2025']).toEqual(['', '']);
});

test('problems are listed by row and shown in their cells', async ({ page }) => {
  await openImport(page);
  await give(page, { name: 'faulty.csv', text: faulty() });
  await expect(page.getByRole('heading', { name: '3 problems' })).toBeVisible();
  const listed = page.locator('.problem-list li');
  await expect(listed.nth(0)).toContainText('Row 6, value: "1,234" is 1234 or 1.234');
  await expect(listed.nth(1)).toContainText('Row 9, value: not a number: "many"');
  await expect(listed.nth(2)).toContainText('Row 12: expected 3 cells, found 2');
  await listed.nth(1).getByRole('link').click();
  await expect(page).toHaveURL(/#file-0-row-9$/);
  const cell = page.locator('#file-0-row-9 td').nth(1);
  await expect(cell).toContainText('many');
  await expect(cell.locator('.cell-problem')).toHaveText('not a number: "many"');
  await expect(page.locator('#file-0-row-12 th .cell-problem')).toHaveText(
    'expected 3 cells, found 2',
  );
  const shown = await numbers(page);
  expect(shown['2018']).toEqual([grouped(exportsTo('China', 2018))]);
  expect(shown['2019']).toEqual(['']);
  // What was refused leaves a gap.
  await expect(page.locator('.chart-notes')).toContainText('no figure: 2019, 2022, 2025');
});

test('a problem far down is shown with its row', async ({ page }) => {
  const rows = Array.from({ length: 5_000 }, (_, at) => `${1000 + at},${at === 4_321 ? 'x1' : at}`);
  await openImport(page);
  await give(page, { name: 'long.csv', text: `period,value\n${rows.join('\n')}` });
  await expect(page.locator('#file-0-row-4323 td').nth(0)).toHaveText('5321');
  await expect(page.locator('#file-0-row-4323 .cell-problem')).toHaveText('not a number: "x1"');
});

test('columns of no known header are mapped by hand', async ({ page }) => {
  await openImport(page);
  await give(page, {
    name: 'unknown.csv',
    text: unknown(),
  });
  await expect(page.getByRole('heading', { name: 'What are these columns?' })).toBeFocused();
  await page.getByLabel('who is').selectOption('dimension');
  await page.getByLabel('when is').selectOption('period');
  await page.getByLabel('how much is').selectOption('value');
  await page.getByLabel('remark is').selectOption('left out');
  await page.getByLabel('Unit of all values').fill('tonnes');
  await page.getByLabel('Sign between thousands').selectOption('blank: 1 234');
  await page.getByRole('button', { name: 'Read again with these columns' }).click();
  await expect(page.getByRole('heading', { name: 'What was read' })).toBeFocused();
  await expect(page.locator('.chart-subtitle').first()).toContainText('tonnes');
  expect((await numbers(page))['2020']).toEqual([
    grouped(1000 + exportsTo('China', 2020)),
    grouped(1000 + exportsTo('Japan', 2020)),
  ]);
});

test('a form that says too little says what is wanted, and keeps what was chosen', async ({
  page,
}) => {
  await openImport(page);
  await give(page, { name: 'wide.tsv', text: wide() });
  await page.getByLabel('Periods stand').selectOption('in a column');
  await page.getByLabel('Country is').selectOption('left out');
  await page.getByRole('button', { name: 'Read again with these columns' }).click();
  await expect(page.locator('.notice[role=alert]')).toHaveText(
    'Say which column holds the period.',
  );
  await expect(page.getByLabel('Country is')).toHaveValue('none');
  await expect(page.getByRole('heading', { name: 'What was read' })).toBeVisible();
});

test('a file can be read as another format, and a failure keeps what was there', async ({
  page,
}) => {
  await openImport(page);
  await give(page, { name: 'given.csv', text: owid() });
  expect(await fact(page, 'Format')).toBe('Our World in Data');
  await page.getByText('Read differently').click();
  await page.getByLabel('Format').selectOption('Statistics Canada table');
  await page.getByRole('button', { name: 'Read again', exact: true }).click();
  await expect(page.getByText('Not read: the header is not that of the format')).toBeVisible();
  // The chart of the earlier reading stands.
  expect((await numbers(page))['2020']).toEqual(['20', '600']);
});

test('an empty file and a picture say that they hold no table; the chart before stays', async ({
  page,
}) => {
  await openImport(page);
  await give(page, { name: 'given.csv', text: owid() });
  await expect(chartMarks(page).first()).toBeVisible();
  await give(page, { name: 'empty.csv', text: '' });
  await expect(page.locator('.notice[role=alert]')).toContainText('empty.csv: the file is empty');
  await page.getByLabel('CSV files, or a ZIP of them').setInputFiles('docs/dashboard.png');
  await expect(page.locator('.notice[role=alert]')).toContainText(
    'dashboard.png: the file is not text',
  );
  await expect(page.locator('.notice[role=alert]')).toContainText(
    'What you had before is still here',
  );
  expect((await numbers(page))['2020']).toEqual(['20', '600']);
});
