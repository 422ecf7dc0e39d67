import { expect, test } from '@playwright/test';
import { folder } from '@/lib/data-fixture';
import { run } from './command-fixture';

test('npm run claims fails without a text, and tells where another is not the article', async () => {
  const without = await run('claims', folder, []);
  expect([without.code, without.errors]).toEqual([
    1,
    expect.stringContaining('npm run claims -- <text>'),
  ]);
  const { code, errors } = await run('claims', folder, ['commentary-2025', 'README.md']);
  expect(code).toBe(1);
  expect(errors).toMatch(/^call-date: paragraph 1 has no ".*"$/m);
  expect(errors).toMatch(/^SHA-256 [0-9a-f]{64}, not [0-9a-f]{64}$/m);
});
