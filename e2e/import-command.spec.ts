import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { hashes, imported, withData } from '@/scripts/import/import-fixture';
import { chartMarks, openImport } from './import-visit';

/** What a reader takes away from /import is brought to the tables by the command, unchanged. */

test.describe.configure({ mode: 'parallel', timeout: 120_000 });

async function takenAway(page: Page, file: string | { name: string; text: string }, data: string) {
  await openImport(page);
  const given =
    typeof file === 'string'
      ? file
      : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) };
  await page.getByLabel('CSV files, or a ZIP of them').setInputFiles(given);
  await expect(chartMarks(page).first()).toBeAttached();
  const saving = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /^Tidy CSV with descriptor, ZIP/ })
    .last()
    .click();
  const download = await saving;
  const away = `${data}-${download.suggestedFilename()}`;
  await download.saveAs(away);
  return away;
}

/** The report without its files' names and forms, and what each form calls a column. */
const findings = (report: string): string =>
  report
    .replace(/^ {2}\S+\.csv: .*$/gm, '')
    .replace(/row \d+/g, 'row')
    .replace(/ whose .* is "/g, ' whose column is "');

test('a publisher’s file by way of /import comes to the same report as the file itself', async ({
  page,
}) => {
  const release = 'fixtures/releases/77100011.csv';
  await withData(async (data) => {
    const away = await takenAway(page, release, data);
    const args = ['--gone', '2024-06~Freedonia~exports~customs', '--dry-run'];
    const direct = await imported(data, [release, ...args]);
    // Its name still says which table of the publisher it is: nothing else is asked.
    const { code, out } = await imported(data, [away, ...args]);
    expect(code).toBe(0);
    expect(out).toContain('Claimline’s own form');
    expect(out).toContain('revised    1');
    expect(findings(out)).toBe(findings(direct.out));
  });
});

const source = 'orchard-ledger';

test('our own table, changed by a reader, comes back with just the changes', async ({ page }) => {
  const table = await readFile('fixtures/data/tables/apple-exports.csv', 'utf8');
  const text = `${table.replace('2024-01,Other countries,20.000', '2024-01,Other countries,21.5')}2024-07,Freedonia,901.5,${source}\n`;
  await withData(async (data) => {
    const away = await takenAway(page, { name: 'My figures.csv', text }, data);
    const args = [away, '--table', 'apple-exports', '--source', source, '--yes'];
    const { code, out } = await imported(data, args);
    expect(code).toBe(0);
    expect(out).toMatch(/added {6}1\n {4}unchanged {2}11\n {4}revised {4}1\n/);
    const written = await readFile(path.join(data, 'tables/apple-exports.csv'), 'utf8');
    // A figure that came by this way has the source that was named for it.
    expect(written).toBe(text.replace('21.5,orchard-stats-other', `21.5,${source}`));
    // The same once more has nothing to say.
    const after = await hashes(data);
    await writeFile(`${data}-copy.zip`, await readFile(away));
    expect((await imported(data, [`${data}-copy.zip`, ...args.slice(1)])).out).toContain('Nothing');
    expect(await hashes(data)).toEqual(after);
  });
});
