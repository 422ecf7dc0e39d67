import { expect, test } from '@playwright/test';
import { allWords, read, words } from './html';
import { SERIES } from './kinds';

/** A chart in another currency says at which rates, and leads to them. */

const said = /Turned into CNY at the average rate/;

test('a chart turned into another currency names the rates, on the page and in the picture', async ({
  request,
}) => {
  const picture = async (view: string) =>
    (await (await request.get(`/chart.svg?series=${SERIES}${view}`)).text()).replace(
      /<\/tspan><tspan[^>]*>/g,
      ' ',
    );
  for (const view of ['', '&currency=CAD']) {
    const page = await read(request, `/chart?series=${SERIES}${view}`);
    expect(words(page, 'main')).not.toContain('Turned into');
    expect(await picture(view)).not.toContain('Turned into');
  }
  expect(await picture('&currency=CNY')).toMatch(said);
  const page = await read(request, `/chart?series=${SERIES}&currency=CNY`);
  expect(words(page, 'main')).toMatch(said);
  const rates = page.querySelectorAll('main a').filter((a) => words(a) === 'The table of rates');
  expect(rates.map((link) => link.getAttribute('href'))).toEqual(['/tables/exchange-rates']);
});

test('a page with series says what the codes of units in its address are', async ({ request }) => {
  const told = async (view: string) =>
    allWords(await read(request, `/chart${view}`), 'p').filter((text) =>
      text.includes('codes at FRED'),
    );
  expect(await told('')).toEqual([]);
  expect(await told(`?series=${SERIES}&units=pc1`)).toEqual([
    expect.stringContaining('pc1 per cent change from a year earlier'),
  ]);
});
