import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';
import { frozen } from '@/lib/data-fixture';
import { scripts } from '@/package.json';
import { ended, start } from './command-fixture';
import { besides, textOf, withData } from './import/import-fixture';

/** Commands whose output nobody takes. */

test.describe.configure({ timeout: 60_000 });

const apples = 'tables/apple-exports.csv';

test('an import whose reader has gone is written whole, in silence', async () => {
  await withData(async (data) => {
    const release = (await textOf(data, apples)).replace('20.000', '21.5');
    const file = await besides(data, 'release.csv', release);
    const child = await start('import', data, [file, '--yes', '--table', 'apple-exports']);
    child.stdout?.destroy();
    expect(await ended(child)).toEqual({ code: 0, out: '', errors: '' });
    expect(await textOf(data, apples)).toBe(release);
  });
});

test('a command whose reader has gone ends as it would', async () => {
  const child = await start('data', frozen, []);
  child.stdout?.destroy();
  expect(await ended(child)).toEqual({ code: 0, out: '', errors: '' });
  const failing = await start('claims', frozen, []);
  failing.stderr?.destroy();
  expect(await ended(failing)).toEqual({ code: 1, out: '', errors: '' });
});

test('a command whose output finds no room fails, and says so once', async () => {
  test.skip(!existsSync('/dev/full'), 'a system without a full device');
  const full = openSync('/dev/full', 'w');
  const node = ['--conditions=react-server', '--import', 'tsx', 'scripts/data.ts'];
  const child = spawn(process.execPath, node, { stdio: ['ignore', full, 'pipe'] });
  closeSync(full);
  const { code, errors } = await ended(child);
  expect(code).toBe(1);
  expect(errors).toMatch(/^What this command says could not be written: ENOSPC.*\n$/);
});

test('every command of ours hears of its output', async () => {
  const own = Object.values(scripts).flatMap((line) => line.match(/scripts\/[\w/-]+\.\w+/) ?? []);
  expect(own.length).toBeGreaterThan(10);
  const { metafile } = await build({
    ...{ entryPoints: own, bundle: true, write: false, outdir: 'out', metafile: true },
    ...{ platform: 'node', packages: 'external', logLevel: 'silent' },
  });
  const deaf = Object.values(metafile.outputs)
    .filter(({ inputs }) => !('scripts/output.mjs' in inputs))
    .map(({ entryPoint }) => entryPoint);
  expect(deaf).toEqual([]);
});
