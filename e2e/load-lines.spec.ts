import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { read, words } from './html';

/** Each counts what its line read: rows and columns. */
const PROGRAMS = [
  {
    program: 'R',
    needs: 'R',
    tried: ['-e', '0'],
    command: 'Rscript',
    option: '-e',
    count: (name: string) => `cat(nrow(${name}), ncol(${name}), "\n")`,
  },
  {
    program: 'Python',
    needs: 'Python with pandas',
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

for (const { program, needs, tried, command, option, count } of PROGRAMS)
  test(`the lines for ${program} run as they stand`, async ({ request, baseURL }) => {
    test.skip(!isHere(command, tried), `no ${needs} on this machine`);
    const code: string[] = [];
    const wanted: string[] = [];
    for (const view of VIEWS) {
      const page = await read(request, view);
      const term = page.querySelectorAll('dt').find((dt) => words(dt) === `Load in ${program}`);
      const printed = term?.nextElementSibling?.textContent ?? '';
      const [, url = ''] = /"(http[^"]+)"/.exec(printed) ?? [];
      const here = url.replace(new URL(url).origin, String(baseURL));
      const name = /(\w+) (?:<-|=) /.exec(printed)?.[1] ?? '';
      code.push(printed.replace(url, here), count(name));
      const csv = (await (await request.get(here)).text()).replace(/^\uFEFF/, '');
      const { data } = Papa.parse<string[]>(csv, { delimiter: ',', skipEmptyLines: true });
      wanted.push(`${data.length - 1} ${data[0]?.length}`);
    }
    const said = execFileSync(command, [option, code.join('\n')], { encoding: 'utf8' });
    expect(said.trim().split(/\s*\n/)).toEqual(wanted);
  });
