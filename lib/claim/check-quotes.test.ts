import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { frozenCatalog } from '@/lib/data-fixture';
import { sha256 } from '@/lib/revision/hash';
import { checkQuotes } from './check-quotes';
import { firstText } from './text';

/** The text that the made-up claims are of. */
const leaflet = readFileSync('fixtures/leaflet.txt', 'utf8');

async function problems(content: string, hash = sha256(leaflet)): Promise<string[]> {
  const { texts, claims } = (await frozenCatalog()).claims;
  return checkQuotes(firstText({ texts }), claims, content, hash);
}

test('checkQuotes(claims, text, sha256) has nothing against the text that they are of', async () => {
  expect(await problems(leaflet)).toEqual([]);
});

test('checkQuotes(claims, text, sha256) tells a quote that is not there to the letter', async () => {
  expect(await problems(leaflet.replace('raised its levy', 'raised the levy'))).toEqual([
    'levy-rise: paragraph 2 has no "Freedonia raised its levy on our apples overnight"',
  ]);
});

test('checkQuotes(claims, text, sha256) tells words around a quote that are others, or stand twice', async () => {
  const whole =
    's costs 20 crowns; at home, our growers have paid with their orchards, tree by tree. Pears, t';
  expect(await problems(leaflet.replace('Pears, too.', 'No pears.'))).toEqual([
    `growers-ruined: "${whole}" stands 0 times in paragraph 3`,
  ]);
  expect(await problems(leaflet.replace(whole, whole + whole))).toContain(
    `growers-ruined: "${whole}" stands 2 times in paragraph 3`,
  );
});

test('checkQuotes(claims, text, sha256) tells another text', async () => {
  const [first = ''] = leaflet.split('\n');
  expect(await problems(first, 'abc')).toEqual(
    expect.arrayContaining([
      'levy-rise: no paragraph 2',
      '1 paragraphs, not 4',
      `SHA-256 abc, not ${sha256(leaflet)}`,
    ]),
  );
});
