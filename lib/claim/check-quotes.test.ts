import { expect, test } from '@playwright/test';
import { claimIn, realCatalog } from '@/lib/data-fixture';
import { checkQuotes } from './check-quotes';
import type { ClaimsFile } from './claim';

const TEXT = 'The first. Sales fell. Sales fell again.\n\nSales fell by half.\n';

/** The real claims' file with one claim, quoted from the text above. */
async function quoting(
  quote: string,
  { prefix = '', suffix = '', paragraph = 1 } = {},
): Promise<ClaimsFile> {
  const catalog = await realCatalog();
  const claim = { ...claimIn(catalog, 'call-date'), quote, prefix, suffix, paragraph };
  const article = { ...catalog.claims.article, paragraphs: 2, sha256: 'abc' };
  return { ...catalog.claims, article, claims: [claim] };
}

test('checkQuotes(claims, text) has nothing against a quote that stands once where it should', async () => {
  const first = await quoting('Sales fell', { prefix: 'first. ', suffix: '.' });
  expect(checkQuotes(first, TEXT, 'abc')).toEqual([]);
  expect(checkQuotes(await quoting('by half', { paragraph: 2 }), TEXT, 'abc')).toEqual([]);
  expect(checkQuotes(first, TEXT.replaceAll('\n', '\r\n'), 'abc')).toEqual([]);
});

const wrong: [what: string, quote: string, paragraph: number, told: string][] = [
  ['another word', 'Sales rose', 1, 'paragraph 1 has no "Sales rose"'],
  ['another paragraph', 'The first', 2, 'paragraph 2 has no "The first"'],
  ['no such paragraph', 'The first', 3, 'no paragraph 3'],
  ['two places', 'Sales fell', 1, '"Sales fell" stands 2 times in paragraph 1'],
];

for (const [what, quote, paragraph, told] of wrong)
  test(`checkQuotes(claims, text) tells of ${what}`, async () => {
    expect(checkQuotes(await quoting(quote, { paragraph }), TEXT, 'abc')).toEqual([
      `call-date: ${told}`,
    ]);
  });

test('checkQuotes(claims, text) knows the article by its paragraphs and its hash', async () => {
  const claims = await quoting('The first');
  expect(checkQuotes(claims, `${TEXT}More.\n`, 'abd')).toEqual([
    '3 paragraphs, not 2',
    'SHA-256 abd, not abc',
  ]);
});
