import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';

/** Each counts what its line read: rows and columns. */
const PROGRAMS = [
  {
    program: 'R',
    tried: ['-e', '0'],
    command: 'Rscript',
    option: '-e',
    count: (name: string) => `cat(nrow(${name}), ncol(${name}))`,
  },
  {
    program: 'Python',
    tried: ['-c', 'import pandas'],
    command: 'python3',
    option: '-c',
    count: (name: string) => `print(*${name}.shape)`,
  },
];
const VIEWS = [
  '/tables/trade-by-partner',
  '/tables/ev-prices',
  '/claims/share-stolen?time=2015..2024',
  '/chart?series=trade-by-partner:China:exports:customs:value_cad_millions&units=pch',
];

function isHere(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

for (const { program, tried, command, option, count } of PROGRAMS)
  test(`the lines for ${program} run as they stand`, async ({ page, request, baseURL }) => {
    test.skip(!isHere(command, tried), `no ${program} on this machine`);
    for (const view of VIEWS) {
      await page.goto(view);
      const term = page.locator('dt', { hasText: `Load in ${program}` });
      const printed = (await term.locator('+ dd').textContent()) ?? '';
      const [, url = ''] = /"(http[^"]+)"/.exec(printed) ?? [];
      const here = url.replace(new URL(url).origin, String(baseURL));
      const name = /(\w+) (?:<-|=) /.exec(printed)?.[1] ?? '';
      const code = `${printed.replace(url, here)}\n${count(name)}`;
      const said = execFileSync(command, [option, code], { encoding: 'utf8', timeout: 60_000 });
      const csv = (await (await request.get(here)).text()).replace(/^\uFEFF/, '');
      const { data } = Papa.parse<string[]>(csv, { delimiter: ',', skipEmptyLines: true });
      expect(said.trim(), view).toBe(`${data.length - 1} ${data[0]?.length}`);
    }
  });
