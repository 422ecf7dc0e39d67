import { expect, test } from '@playwright/test';
import { allWords, read, words } from './html';

const address = '/claims/chinese-ev-price';
const chart = '#chart-chinese-ev-price-landed-title';

test('a reader’s own amount, day and steps are drawn, said to be theirs, and in the file', async ({
  request,
}) => {
  const sent = '?amount=10000&day=2024-09-30&step=&step=10&step=';
  const page = await read(request, address + sent);
  expect(words(page, chart)).toContain('values of the reader’s own');
  expect(allWords(page, '.chart-notes').join(' ')).toContain('list price stands in');
  const own = '?amount=10000&day=2024-09-30&step=10';
  const file = await request.get(`${address}.csv${own}`);
  const lines = (await file.text()).split('\n').filter((line) => line.includes('-landed,'));
  // 6.1% of 10,000 is 610; a tenth of 10,610 on top is 11,671.
  expect(lines.map((line) => /,,,([\d.]+),CAD,(.*)$/.exec(line)?.slice(1, 3))).toEqual([
    ['10000', ''],
    ['10610', expect.stringContaining('events#2024-10-01')],
    ['11671', ''],
  ]);
  expect((await request.get(`${address}.csv?step=5~`)).status()).toBe(400);
  const malformed = await read(request, `${address}?amount=-1`);
  expect(words(malformed, chart)).toBe('Price in China plus duty, at least');
  expect(words(malformed, '.view-notes')).toContain('amount');
});
