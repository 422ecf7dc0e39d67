import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { DataFolder } from '@/lib/data-folder';
import { named } from '@/lib/import/named';
import { sha256 } from '@/lib/revision/hash';
import { trade } from '@/lib/table/fixture';
import { Stage } from './stage';
import { TableImport } from './table-import';

const header = 'period,partner,value\n';
const old = `${header}2024,China,5\n2024,Japan,7\n`;
const release = `${header}2024,China,6\n2024,Japan,7\n2025,China,8\n`;

/** More than is sorted in memory. */
const ROWS = 250_000;
const partners = Array.from({ length: ROWS }, (_, at) => `2025,Partner ${at},8\n`);

/** As a file is read: what a piece was is gone when the next one is there. */
function* piecesInOneBuffer(text: string): Generator<Uint8Array> {
  const bytes = Buffer.from(text);
  const buffer = new Uint8Array(64 * 1024);
  for (let at = 0; at < bytes.length; at += buffer.length)
    yield buffer.subarray(0, bytes.copy(buffer, 0, at));
}

/** What an import of the release reports and leaves in its stage, the table being written up to so many bytes. */
async function imported(release: string, mostWritten: number) {
  const root = await mkdtemp(path.join(tmpdir(), 'claimline-table-'));
  try {
    await mkdir(path.join(root, path.dirname(trade.path)), { recursive: true });
    await writeFile(path.join(root, trade.path), old);
    const folder = await DataFolder.open(root);
    const stage = await Stage.open(root);
    const given = { folder, stage, known: {}, named: named({}), whole: false, keepSource: false };
    const table = await TableImport.open(trade, { ...given, mostWritten });
    const file = table.file('release.csv');
    for (const piece of piecesInOneBuffer(release)) file.bytes(piece);
    file.endBytes();
    const { report, logged } = await table.finish();
    await table.close();
    const staged = stage.staged.get(trade.path) ?? '';
    const text = await readFile(path.join(root, staged), 'utf8').catch(() => '');
    const left = await readdir(stage.folder);
    await stage.drop();
    return { report, logged, text, left };
  } finally {
    await rm(root, { recursive: true });
  }
}

test('a table that comes to more bytes than are wanted is only counted', async () => {
  const written = await imported(release, release.length);
  const counted = await imported(release, release.length - 1);
  expect(written.left).not.toEqual([]);
  expect(counted.left).toEqual([]);
  expect(counted.report).toEqual(written.report);
  expect(written.text).toBe(release);
  expect(counted.report).toMatchObject({ added: 1, revised: 1, unchanged: 1, figures: 1 });
});

test('rows of a table that is only counted do not go to the disk either', async () => {
  const large = `${release}${partners.join('')}`;
  const { report, left } = await imported(large, release.length);
  expect([report.added, left]).toEqual([1 + ROWS, []]);
  const written = await imported(large, large.length);
  expect(written.left).toContain('trade-added-0.run');
  expect(sha256(written.text)).toBe(sha256(large));
  expect(written.logged.after).toBe(sha256(large));
});
