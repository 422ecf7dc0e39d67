import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { filesUnder, fingerprint } from './fingerprint.mjs';

let folder: string;
const put = (path: string, text: string) => writeFileSync(join(folder, path), text);
const print = (node?: string) => fingerprint(folder, ['lib', 'tsconfig.json', 'absent'], node);

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  mkdirSync(join(folder, 'lib/deep'), { recursive: true });
  put('lib/deep/a.ts', 'a');
  put('lib/b.ts', 'b');
  put('lib/b.test.ts', 'test');
  put('tsconfig.json', '{}');
});

test.afterEach(() => rmSync(folder, { recursive: true }));

test('filesUnder(root, path) lists a folder with all below it, without tests', () => {
  expect(filesUnder(folder, 'lib').sort()).toEqual(['lib/b.ts', 'lib/deep/a.ts']);
});

test('filesUnder(root, path) gives nothing for a path that is not there', () => {
  expect(filesUnder(folder, 'public')).toEqual([]);
});

test('fingerprint(root, paths) stays the same when a file is written again unchanged', () => {
  const before = print();
  put('lib/b.ts', 'b');
  expect(print()).toBe(before);
});

test('fingerprint(root, paths) ignores tests and files that are not asked for', () => {
  const before = print();
  put('lib/b.test.ts', 'another test');
  put('README.md', 'text');
  expect(print()).toBe(before);
});

const changes: Record<string, () => void> = {
  'changed content': () => put('lib/b.ts', 'c'),
  'a new file': () => put('lib/c.ts', ''),
  'a file gone': () => rmSync(join(folder, 'lib/b.ts')),
  'a new name': () => renameSync(join(folder, 'lib/b.ts'), join(folder, 'lib/c.ts')),
  'text moved from one file to the next': () => {
    put('lib/b.ts', '');
    put('lib/deep/a.ts', 'ba');
  },
};

for (const [change, make] of Object.entries(changes)) {
  test(`fingerprint(root, paths) differs after ${change}`, () => {
    const before = print();
    make();
    expect(print()).not.toBe(before);
  });
}

test('fingerprint(root, paths, node) differs between major versions of Node only', () => {
  expect(print('22.1.0')).toBe(print('22.2.0'));
  expect(print('22.1.0')).not.toBe(print('24.1.0'));
});
