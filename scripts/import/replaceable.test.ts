import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { checkReplaceable, mountOf } from './replaceable';

async function withFolder(use: (root: string) => Promise<void>, within = tmpdir()) {
  const root = await mkdtemp(path.join(within, 'claimline-place-'));
  try {
    await use(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

test('a file beside the folder can be replaced, or be new; one on another disk, or a folder, cannot', async () => {
  const other = '/dev/shm';
  const far = await stat(other).catch(() => null);
  test.skip(far?.dev === (await stat(tmpdir())).dev || !far, 'a machine with one disk');
  await withFolder(async (root) => {
    const file = (name: string) => path.join(root, name);
    await mkdir(file('stage'));
    await writeFile(file('a.csv'), '');
    await checkReplaceable(file('stage'), [file('a.csv'), file('new.csv')]);
    await expect(checkReplaceable(file('stage'), [file('stage')])).rejects.toThrow('EISDIR');
    await withFolder(async (elsewhere) => {
      await writeFile(path.join(elsewhere, 'b.csv'), '');
      await symlink(elsewhere, file('tables'));
      const check = checkReplaceable(file('stage'), [file('a.csv'), file('tables/b.csv')]);
      await expect(check).rejects.toThrow(`${file('tables/b.csv')} is on another disk`);
    }, other);
  });
});

test('mountOf(mounts, file) is the last mount that the file is on', () => {
  const mounts = [
    '22 1 0:20 / / rw - overlay overlay rw',
    '31 22 8:1 /data /srv/data rw - ext4 /dev/sda1 rw',
    '32 31 8:1 /one.csv /srv/data/tables/one.csv rw - ext4 /dev/sda1 rw',
    '33 31 8:1 /odd /srv/data/odd\\040name rw - ext4 /dev/sda1 rw',
    '34 31 8:1 /over /srv/data/hidden/below rw - ext4 /dev/sda1 rw',
    '35 31 8:1 /over /srv/data/hidden rw - ext4 /dev/sda1 rw',
    '',
  ].join('\n');
  const found = {
    '/srv/data/.import': '31',
    '/srv/data/tables/two.csv': '31',
    '/srv/data/tables/one.csv': '32',
    '/srv/data/odd name/x.csv': '33',
    '/srv/data/hidden/below/x.csv': '35',
    '/srv/database': '22',
  };
  for (const [file, mount] of Object.entries(found))
    expect(mountOf(mounts, file), file).toBe(mount);
  expect(mountOf('', '/srv/data')).toBeUndefined();
});
