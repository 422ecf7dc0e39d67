import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { parseChosen } from '@/lib/view/chosen';
import { loadLines } from './load-lines';
import { viewFileHref } from './view-work';

test('loadLines(stem, url) are whole lines for R, Python and a spreadsheet', () => {
  const url = 'https://claims.example/tables/ev-prices.csv';
  expect(loadLines('ev-prices', url)).toEqual([
    { program: 'R', lines: `ev_prices <- read.csv("${url}")` },
    { program: 'Python', lines: `import pandas\nev_prices = pandas.read_csv("${url}")` },
    { program: 'spreadsheet', lines: `=IMPORTDATA("${url}")` },
  ]);
});

/** The address of a view's file as its page writes it. */
const addressOf = (ids: string[]): string => {
  const chosen = parseChosen({ series: ids.join('~'), hide: ids.join('~'), q: ids.join(' ') });
  return `https://claims.example${viewFileHref('/chart', 'csv', chosen)}`;
};

/** All that stands between the first quote and the last, if the line is one string in one call. */
const STRING = /^(?:import pandas\n)?[\w. =<-]*[(]"([^"\\\n\r]*)"[)]$/;

const hostile = [
  '"',
  '"")',
  '\\',
  '\n',
  '"&HYPERLINK("//x.example")&"',
  "';system('x')#",
  '\u0000',
];

test('no address of a view ends the string that it stands in, and all of it arrives', () => {
  const part = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }));
  const id = part.filter((text) => text !== '' && !text.includes('~') && text.isWellFormed());
  fc.assert(
    fc.property(fc.array(id, { minLength: 1, maxLength: 3 }), (ids) => {
      for (const { lines } of loadLines('view', addressOf(ids))) {
        const address = STRING.exec(lines)?.[1];
        assert.equal(new URL(address ?? '').searchParams.get('series'), ids.join('~'));
      }
    }),
  );
});

test('loadLines(stem, url) keeps an address in its string whatever it has been given', () => {
  for (const { lines } of loadLines('view', 'https://claims.example/a?b="c\\d\n'))
    expect(lines).toMatch(STRING);
});
