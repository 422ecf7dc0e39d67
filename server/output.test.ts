import disk, { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { expect, test } from '@playwright/test';
import { type Write, writerTo, writerToFile } from './output';

/** What a write comes to. */
const written = (write: Write, text: string): Promise<string> =>
  new Promise((resolve) => {
    write(text, (fault) => resolve(fault ? fault.message : 'done'));
  });

test('a stream that fails is told of by each write, and by nothing else', async () => {
  const stream = new Writable({ write: (_, __, done) => done(new Error('EPIPE')) });
  const write = writerTo(stream);
  expect(await written(write, 'one')).toBe('EPIPE');
  expect(await written(write, 'two')).not.toBe('done');
});

test('where nobody reads, only so much is kept', async () => {
  const stream = new PassThrough();
  const write = writerTo(stream);
  const line = 'x'.repeat(100_000);
  const ends: Promise<string>[] = [];
  for (let at = 0; at < 100; at += 1) ends.push(written(write, line));
  expect(await ends.at(-1)).toBe('nobody reads');
  expect(stream.writableLength + stream.readableLength).toBeLessThan(1_300_000);
  stream.resume();
  expect(await ends[0]).toBe('done');
  await expect.poll(() => stream.writableLength).toBe(0);
  expect(await written(write, line)).toBe('done');
});

test('a file gets all of a text, or a fault is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimline-log-'));
  const fd = openSync(join(folder, 'log'), 'w');
  const { writeSync } = disk;
  let room = 40;
  const little = (to: number, bytes: Uint8Array, at: number) => {
    if (room === 0) throw new Error('ENOSPC');
    const taken = writeSync(to, bytes, at, Math.min(room, 7, bytes.length - at));
    room -= taken;
    return taken;
  };
  Object.assign(disk, { writeSync: little });
  try {
    const write = writerToFile(fd);
    expect(await written(write, `${'a'.repeat(30)}\n`)).toBe('done');
    expect(await written(write, `${'b'.repeat(30)}\n`)).toBe('ENOSPC');
  } finally {
    Object.assign(disk, { writeSync });
  }
  closeSync(fd);
  expect(readFileSync(join(folder, 'log'), 'utf8')).toBe(`${'a'.repeat(30)}\n${'b'.repeat(9)}`);
  rmSync(folder, { recursive: true });
});
