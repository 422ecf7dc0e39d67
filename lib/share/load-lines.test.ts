import { expect, test } from '@playwright/test';
import { loadLines } from './load-lines';

test('loadLines(stem, url) are whole lines for R, Python and a spreadsheet', () => {
  const url = 'https://claims.example/tables/ev-prices.csv';
  expect(loadLines('ev-prices', url)).toEqual([
    { program: 'R', lines: `ev_prices <- read.csv("${url}")` },
    { program: 'Python', lines: `import pandas\nev_prices = pandas.read_csv("${url}")` },
    { program: 'spreadsheet', lines: `=IMPORTDATA("${url}")` },
  ]);
});
