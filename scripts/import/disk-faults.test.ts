import { createHash } from 'node:crypto';
import disk from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { DataFolder } from '@/lib/data-folder';
import { keptPath, stateFile, statePath } from '@/lib/revision/state';
import type { Run } from '../command-fixture';
import { type Fault, onFaultyDisk } from './faulty-disk';
import { withLock } from './run';
import { endProcess, type Files, filesIn, runHere, smallFiles, withFiles } from './small-data';
import { SortedRows } from './sorted-rows';

/** The whole command where the disk fails: it has happened or it has not, and it says which. */

test.describe.configure({ timeout: 300_000 });

const APPLES = 'tables/apple-exports.csv';
const INSPECTIONS = 'tables/inspection.csv';
const CODES = ['ENOSPC', 'EACCES', 'EIO', 'EBUSY', 'EROFS'];

/** What a command says of the data. */
const says = {
  old: 'data/ is as it was',
  begun: 'The import has happened',
  whole: 'data/ is whole',
  either: 'Whether the import has happened cannot be told',
};

let before: Files = {};

const release = (): Files => ({
  [APPLES]: `${before[APPLES]?.replace('20.000', '21.5')}2024-07,Freedonia,4.5,orchard-stats\n`,
  [INSPECTIONS]: String(before[INSPECTIONS]).replace('morning', 'evening'),
});

async function withRelease(use: (data: string, run: () => Promise<Run>) => Promise<void>) {
  await withFiles(before, async (data) => {
    const files = Object.entries(release()).map(([file, text]) => {
      const one = path.join(data, '..', path.basename(file));
      return writeFile(one, text).then(() => one);
    });
    const args = [...(await Promise.all(files)), '--yes'];
    await use(data, () => runHere(data, args));
  });
}

test.beforeAll(async () => {
  before = await smallFiles();
  // Modules are read from the disk too, once.
  await withRelease(async (_, run) => void (await run()));
});

/** As the site reads them: a state that was written is whole, with all that it keeps. */
async function asRead(data: string): Promise<Files> {
  const folder = await DataFolder.open(data);
  const read = async (files: string[]): Promise<Files> =>
    Object.fromEntries(
      await Promise.all(files.map(async (file) => [file, await folder.text(file)])),
    );
  const files = await read(Object.keys(before));
  const [, , revision = ''] = lastLine(files).split(',');
  const list = statePath(revision);
  const kept = stateFile.parse(await folder.json(list)).files;
  return { ...files, ...(await read([list, ...Object.values(kept).map(keptPath)])) };
}

const lastLine = (files: Files): string =>
  String(files['revisions.csv']).trim().split('\n').at(-1) ?? '';

/** Tables, logs and description are of one import, which is there once. */
function expectNew(files: Files): void {
  expect(files).toMatchObject(release());
  const lines = (file: string) =>
    String(files[file]).slice(before[file]?.length).trim().split('\n');
  const [apples = [], inspections = []] = lines('revisions.csv').map((line) => line.split(','));
  const sha256 = (file: string) => createHash('sha256').update(String(files[file])).digest('hex');
  expect([apples[8], inspections[8]]).toEqual([sha256(APPLES), sha256(INSPECTIONS)]);
  expect(lines('revisions.csv')).toHaveLength(2);
  const { created } = JSON.parse(String(files['datapackage.json']));
  expect([apples[1], inspections[1]]).toEqual([created, created]);
  const changes = lines('revision-changes.csv').map((line) => line.split(',').slice(0, 3));
  expect(changes).toEqual([
    [apples[2], 'apple-exports', 'revised'],
    [apples[2], 'apple-exports', 'added'],
    [apples[2], 'inspection', 'revised'],
  ]);
  const { files: kept } = JSON.parse(String(files[statePath(apples[2] ?? '')]));
  expect(kept).toMatchObject({ [APPLES]: sha256(APPLES), [INSPECTIONS]: sha256(INSPECTIONS) });
  for (const [file, sha] of Object.entries<string>(kept))
    expect(files[keptPath(sha)]).toBe(files[file]);
}

type End = keyof typeof says | 'done';

/** Holds what a command says against what stands in the folder. */
async function endOf(data: string, { code, out, errors }: Run): Promise<End> {
  const read = await asRead(data);
  const isOld = JSON.stringify(read) === JSON.stringify(before);
  if (!isOld) expectNew(read);
  if (code === 0) {
    expect([isOld, out]).toEqual([false, expect.stringContaining('Written')]);
    return 'done';
  }
  const ends = Object.entries(says).filter(([, text]) => errors.includes(text));
  expect(ends, errors).toHaveLength(1);
  expect(code).toBe(1);
  // What, where and what helps.
  expect(errors).toMatch(/made to fail|EBADF/);
  expect(errors).toMatch(/'.*(data|tables|datapackage|revisions|\.csv).*'/);
  expect(errors).toMatch(/run the command again|The next import/);
  const [[end = 'old'] = []] = ends;
  if (end === 'old') expect(isOld).toBe(true);
  if (end === 'begun') expect(isOld).toBe(false);
  return end as End;
}

/** The next command ends what this one had begun, or finds nothing to end. */
async function expectEnded(data: string, run: () => Promise<Run>): Promise<void> {
  await endProcess(data);
  const isOld = JSON.stringify(await asRead(data)) === JSON.stringify(before);
  if (isOld) await withLock(data, 0, async () => {});
  else
    expect(await run()).toMatchObject({
      code: 0,
      out: expect.stringContaining('Nothing to write'),
    });
  const files = await filesIn(data);
  if (isOld) expect(files).toEqual(before);
  else expectNew(files);
  expect(await readdir(data)).not.toContain('.import');
}

/** `tried`: the calls that are one after the other the first to fail. */
type Failing = {
  of: RegExp;
  tried?: RegExp;
  turns: (turn: number, at: number) => boolean;
  isDone?: boolean;
};

/** Lets one call after the other be the first that fails; gives what came of each, by end. */
async function failingEach({
  of,
  tried = of,
  turns,
  isDone,
}: Failing): Promise<Record<End, string[]>> {
  const ends: Record<End, string[]> = { old: [], begun: [], whole: [], either: [], done: [] };
  for (let at = 0, failed = ''; at === 0 || failed !== ''; at += 1) {
    failed = '';
    await withRelease(async (data, run) => {
      const code = CODES[at % CODES.length] ?? '';
      let turn = -1;
      const fails = (call: string): boolean => {
        if (tried.test(call)) turn += 1;
        if (turn === at) failed ||= call;
        return of.test(call) && turns(turn, at);
      };
      const ran = await runOn({ code, fails, isDone }, run);
      if (failed === '') return;
      await test.step(`${code} of ${failed}`, async () => {
        ends[await endOf(data, ran)].push(failed);
        await expectEnded(data, run);
      });
    });
  }
  return ends;
}

async function runOn(fault: Fault, run: () => Promise<Run>): Promise<Run> {
  let ran: Run = { code: null, out: '', errors: '' };
  await onFaultyDisk(fault, async () => {
    ran = await run();
  });
  return ran;
}

/** Of whose failure nobody needs to hear: the folder may stay, mounts be unknown, and the thread have read already. */
const IDLE = /^(rmdir|readFile \/proc|postMessage)/;

/** Calls that may change the disk, and in `npm run test:all` those that only read it. */
const TRIED = process.env.TEST_ALL ? /./ : /^(open|mkdir|write|sync|rename|rm|unlink)/;

test('whatever call to the disk fails, an import is whole or not at all', async () => {
  const ends = await failingEach({ of: TRIED, turns: (turn, at) => turn === at });
  expect(ends.done.filter((call) => !IDLE.test(call))).toEqual([]);
  expect(ends.either).toEqual([]);
  expect(ends.old.length).toBeGreaterThan(70);
  // Syncs, nine renames and the end of the journal.
  expect(ends.begun.length).toBeGreaterThan(10);
  expect(ends.whole.length).toBeGreaterThan(2);
});

test('so it is where the disk does not come back', async () => {
  const ends = await failingEach({ of: /./, tried: TRIED, turns: (turn, at) => turn >= at });
  expect(ends.done.filter((call) => !IDLE.test(call))).toEqual([]);
  expect(ends.old.length).toBeGreaterThan(70);
  expect(ends.either).toEqual([expect.stringMatching(/^rename .*commit.json$/)]);
});

test('so it is where a call was done though it failed', async () => {
  const of = /^(mkdir|rename|rm|rmdir|unlink|writeFile) /;
  const ends = await failingEach({ of, turns: (turn, at) => turn === at, isDone: true });
  // The journal stands: that is what counts.
  const stands = expect.stringMatching(/^rename .*commit.json$/);
  expect(ends.done.filter((call) => !IDLE.test(call))).toEqual([stands]);
  expect(ends.old.length).toBeGreaterThan(1);
  // Five files, what the state keeps (three contents and its list) and the end of the journal.
  expect(ends.begun).toHaveLength(10);
});

test('a file that cannot be replaced keeps the whole import waiting, however often it is tried', async () => {
  await withRelease(async (data, run) => {
    const fails = (call: string) => /^rename .*datapackage\.json$/.test(call);
    for (const _ of ['first', 'second', 'third']) {
      const ran = await runOn({ code: 'EBUSY', fails }, run);
      expect(await endOf(data, ran)).toBe('begun');
      expect(ran.errors).toContain('Close what has it open');
    }
    await expectEnded(data, run);
  });
});

/** An import that has just happened, with nothing in its place. */
const begun = (run: () => Promise<Run>): Promise<Run> =>
  runOn({ code: 'EIO', fails: (call) => /^rename .*\.csv$/.test(call) }, run);

test('where a file of an import that has happened was taken away nothing is done, and it is told how to go on', async () => {
  await withRelease(async (data, run) => {
    await begun(run);
    const work = path.join(data, '.import');
    const [stage = ''] = (await readdir(work)).filter((name) => name.startsWith('stage-'));
    await rm(path.join(work, stage, '2'));
    for (const _ of ['first', 'second']) {
      const { code, errors } = await run();
      expect(code).toBe(1);
      expect(errors).toContain(path.join(data, INSPECTIONS));
      expect(errors).toContain(`remove ${work}, then import again`);
    }
    const now = await filesIn(data);
    expect(now).toMatchObject({ 'datapackage.json': before['datapackage.json'] });
    expect(now['revisions.csv']).toBe(before['revisions.csv']);
    await rm(work, { recursive: true });
    await writeFile(path.join(data, APPLES), String(before[APPLES]));
    expect(await run()).toMatchObject({ code: 0, out: expect.stringContaining('Written') });
    expectNew(await filesIn(data));
  });
});

test('a journal that is none is told of, and nothing is touched', async () => {
  await withRelease(async (data, run) => {
    await begun(run);
    const journal = path.join(data, '.import/commit.json');
    await writeFile(journal, '{"files": [');
    const left = await filesIn(data);
    const { code, errors } = await run();
    expect([code, errors]).toEqual([1, expect.stringContaining(`${journal}: not the journal`)]);
    expect(await filesIn(data)).toEqual(left);
  });
});

test('a disk that takes a little at a time gets all of it', async () => {
  const { writeSync } = disk;
  const little = (fd: number, bytes: Uint8Array, at: number, length: number) =>
    writeSync(fd, bytes, at, Math.min(length, 100));
  await withRelease(async (data, run) => {
    Object.assign(disk, { writeSync: little });
    const rows = new SortedRows(path.dirname(data), 'rows', 10);
    const lines = Array.from({ length: 50 }, (_, at) => `${at} ${'x'.repeat(at)}\n`);
    try {
      expect(await run()).toMatchObject({ code: 0 });
      for (const line of lines) rows.push(line.length, 0, Buffer.from(line), 0, line.length);
      let read = '';
      for (const { bytes } of rows) read += bytes.toString();
      expect(read).toBe(lines.join(''));
    } finally {
      rows.close();
      Object.assign(disk, { writeSync });
    }
    expectNew(await filesIn(data));
  });
});
