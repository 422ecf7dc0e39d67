import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import words from '@/data/words/import.json';
import { folder } from '@/lib/data-fixture';
import { formatIds } from '@/lib/import/mapping';
import { type Command, ended, type Run, run } from '../command-fixture';
import { help, updateHelp } from './help';
import { hashes, imported, withData, withServer } from './import-fixture';

/** Every command that `--help` and the README print runs as it stands. */

test.describe.configure({ timeout: 120_000 });

const command =
  /^(?:cat (?<input>\S+) \| )?npm run (?:--silent )?(?<script>import|update) (?:-- )?(?<args>.+)$/;

const readme = readFileSync('README.md', 'utf8');

const fromHelp = [...`${help}\n${updateHelp}`.matchAll(/^ {2}\w* *((?:cat .*|)npm run .+)$/gm)];
/** In a cell of a table or in a block of code, where a remark may follow. */
const fromReadme = [
  ...readme.matchAll(
    /(?:`|^)((?:cat [^`\n]*|)npm run (?:--silent )?(?:import|update) -- [^`#\n]+)/gm,
  ),
];

const commandsOf = (matches: RegExpMatchArray[]): string[] =>
  matches.map(([, text = '']) => text.replaceAll('\\|', '|').trim());

const commands = [...new Set([...commandsOf(fromHelp), ...commandsOf(fromReadme)])];

/** What the report calls the form of an example's file. */
function titleOf(line: string): string {
  const example = fromHelp
    .find(([, text]) => text === line)?.[0]
    .trim()
    .split(' ')[0];
  const format = formatIds.find((id) => id === example && id !== 'tidy');
  return format ? `: ${words.formats[format]}` : ': the table’s own form';
}

/** What they name stands in the tables that the site is built from. */
const withShipped = (use: (data: string) => Promise<void>) => withData(use, folder);

const argsOf = (text: string): string[] =>
  [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);

/** Runs it on a copy of the data; what it would put beside the project goes beside the copy. */
async function runLine(data: string, line: string): Promise<Run> {
  const { input, script = '', args = '' } = command.exec(line)?.groups ?? {};
  const given = argsOf(args);
  const out = given.indexOf('--out') + 1;
  if (out > 0) given[out] = `${data}-${given[out]}`;
  return run(script as Command, data, given, input ? await readFile(input, 'utf8') : '');
}

test('--help has an example for each format, and the README has the same', () => {
  const ids = fromHelp.map(([line]) => line.trim().split(' ')[0]);
  expect(ids).toEqual(expect.arrayContaining([...formatIds]));
  expect(commandsOf(fromReadme)).toEqual(expect.arrayContaining(commandsOf(fromHelp).slice(0, 9)));
  const printed = readme.match(/npm run (--silent )?(import|update) -- /g);
  expect(printed).toHaveLength(fromReadme.length);
});

for (const line of commands.filter((one) => one.includes(' import ')))
  test(`it runs: ${line}`, async () => {
    await withShipped(async (data) => {
      const before = await hashes(data);
      const { code, out, errors } = await runLine(data, line);
      expect([code, errors.replace(/^.* passed over: .*\n/, '')]).toEqual([0, '']);
      if (line.includes('--out')) {
        expect((await stat(`${data}-data-then`)).isDirectory()).toBe(true);
      } else {
        expect(out).toMatch(/\n {4}read +[1-9]/);
        expect(out).toMatch(/Nothing to write|A dry run/);
        expect(out).toContain(titleOf(line));
      }
      expect(await hashes(data)).toEqual(before);
    });
  });

const samples: Record<string, [type: string, file: string]> = {
  'trade-by-partner': ['application/zip', 'lib/import/samples/12100011-eng.zip'],
  'ev-share': ['text/csv', 'lib/import/samples/electric-car-sales-share.csv'],
};

for (const line of commands.filter((one) => one.includes(' update ')))
  test(`it runs, with the publisher on this machine: ${line}`, async () => {
    const name = argsOf(command.exec(line)?.groups?.args ?? '')[0] ?? '';
    const [type = '', file = ''] = samples[name] ?? [];
    const answer = await readFile(file);
    await withServer(
      (_, response) => response.writeHead(200, { 'Content-Type': type }).end(answer),
      (origin) =>
        withShipped(async (data) => {
          const kept = path.join(data, `imports/${name}.json`);
          const mapping = JSON.parse(await readFile(kept, 'utf8'));
          mapping.update.url = origin;
          await writeFile(kept, JSON.stringify(mapping));
          const { code, out } = await runLine(data, line);
          // The sample lacks a month of the table.
          expect([code, out]).toEqual([
            name === 'ev-share' ? 0 : 3,
            expect.stringContaining('read '),
          ]);
        }),
    );
  });

test('--help is printed and ends well', async () => {
  await withShipped(async (data) => {
    const { code, out } = await imported(data, ['--help']);
    expect([code, out]).toEqual([0, `${help}\n`]);
  });
});

/** What a shell does with the line itself: quotes and the pipe. */
test('the shell hands the commands on as they are meant', async () => {
  const line = commands.find((one) => one.startsWith('cat ')) ?? '';
  await withShipped(async (data) => {
    const child = spawn(line, { shell: true, env: { ...process.env, CLAIMLINE_DATA: data } });
    const { code, out } = await ended(child);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('standard input: the table’s own form'),
    ]);
  });
});
