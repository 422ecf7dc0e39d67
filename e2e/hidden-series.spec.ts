import { expect, test } from '@playwright/test';
import type { HTMLElement } from 'node-html-parser';
import { drawing, type Mark } from './drawings';
import { allWords, read, words } from './html';
import { SERIES as CHINA } from './kinds';

/** A series that the address turns off is gone from page and picture, and nothing else is. */

const pages = [
  {
    path: '/claims/largest-canola-buyer',
    chart: 'largest-canola-buyer-monthly',
    name: 'Mexico',
    hidden: 'mexico',
    larger: 'china',
  },
  {
    path: '/tables/canola-product-exports',
    chart: 'table',
    name: 'Japan',
    hidden: 'japan',
    larger: 'usa',
  },
];

const namesIn = (page: HTMLElement, chart: string): string =>
  allWords(page, `figure[aria-labelledby="chart-${chart}-title"] svg.chart-wide`).join();

/** Not how far along: the room of a name that has gone is the plot's. */
const placed = ({ right: _, ...mark }: Mark) => mark;
const upward = ({ axis }: { axis: string }) => axis === 'y';

/** What each mark says: its period, its figure. */
const figuresOf = (page: HTMLElement, chart: string) =>
  drawing(page, chart, 'wide').marks.map(({ id, title }) => [id, title]);

const SUM = /100( is|% is the sum)|= 100/;

for (const { path, chart, name, hidden, larger } of pages) {
  const of = ({ id }: { id: string }, series: string) => id.split(':')[0] === series;

  test(`${path} draws the others where they were`, async ({ request }) => {
    const whole = await read(request, path);
    const before = drawing(whole, chart, 'wide');
    expect(before.marks.some((mark) => of(mark, hidden))).toBe(true);
    expect(namesIn(whole, chart)).toContain(name);
    const part = await read(request, `${path}?hide=${hidden}`);
    const after = drawing(part, chart, 'wide');
    expect(after.marks.length).toBeGreaterThan(0);
    const others = before.marks.filter((mark) => !of(mark, hidden));
    expect(after.marks.map(placed)).toEqual(others.map(placed));
    expect(after.ticks.filter(upward)).toEqual(before.ticks.filter(upward));
    expect(namesIn(part, chart)).not.toContain(name);
  });

  for (const units of ['share', 'index'])
    test(`${path} has the figures of the others unchanged: ${units}`, async ({ request }) => {
      const whole = await read(request, `${path}?units=${units}`);
      expect(allWords(whole, '.view-notes, .chart-subtitle').join()).toMatch(SUM);
      const before = figuresOf(whole, chart);
      const part = await read(request, `${path}?units=${units}&hide=${larger}`);
      const after = figuresOf(part, chart);
      expect(after.length).toBeGreaterThan(0);
      expect(after.length).toBeLessThan(before.length);
      expect(before).toEqual(expect.arrayContaining(after));
      expect(allWords(part, '.view-notes, .chart-subtitle').join()).toMatch(SUM);
    });

  test(`${path} says which series it has none to turn off of`, async ({ request }) => {
    const page = await read(request, `${path}?hide=${hidden}~no-such`);
    expect(words(page, 'main')).toContain('No such series here: no-such.');
  });
}

const JAPAN = CHINA.replace('China', 'Japan');
const together = `/chart?series=${CHINA}~${JAPAN}`;

/** All that there is of each first chart, and how many charts are then left. */
const emptied: [plain: string, hide: string, left: number][] = [
  ['/claims/largest-canola-buyer', 'china~mexico~japan', 2],
  ['/tables/canola-product-exports', 'china~japan~usa', 0],
  [together, `${CHINA}~${JAPAN}`, 0],
  [`${together}&form=multiples`, `${CHINA}~${JAPAN}`, 0],
];

const NO_VALUES = 'No values in these years';

for (const [plain, hide, left] of emptied)
  test(`${plain} says that all are turned off, and leads back`, async ({ request }) => {
    const address = `${plain}${plain.includes('?') ? '&' : '?'}hide=${hide}`;
    const page = await read(request, address);
    expect(page.querySelectorAll('figure.chart').length).toBe(left);
    const said = words(page, 'main');
    expect(said.split('Every series of this chart is turned off.')).toHaveLength(2);
    expect(said).not.toContain(NO_VALUES);
    const links = allWords(page, 'main a');
    // A claim's other charts still have some.
    expect(links.filter((link) => /^CSV of the .* shown/.test(link))).toHaveLength(left && 1);
    expect(links.filter((link) => / 0 rows/.test(link))).toEqual([]);
    const picture = await request.get(address.replace('?', '.svg?'));
    expect(await picture.text()).toContain('is turned off.');
    const back = page
      .querySelectorAll('main a')
      .filter((link) => words(link) === 'Turn them on again')
      .map((link) => new URL(link.getAttribute('href') ?? '', 'http://localhost'));
    expect(back).toHaveLength(1);
    for (const { pathname, searchParams, search } of back) {
      expect(pathname).toBe(plain.replace(/\?.*/, ''));
      expect(searchParams.has('hide')).toBe(false);
      const whole = await read(request, pathname + search);
      expect(whole.querySelectorAll('figure.chart').length).toBeGreaterThan(left);
      expect(words(whole, 'main')).not.toContain('is turned off.');
    }
  });

test('a claim draws no axis where the years have no values, and leads back', async ({
  request,
}) => {
  const path = '/claims/largest-canola-buyer';
  const page = await read(request, `${path}?time=1900..1901&hide=mexico`);
  expect(words(page, 'main').split(`${NO_VALUES}.`)).toHaveLength(4);
  expect(page.querySelectorAll('figure.chart').length).toBe(0);
  const back = page.querySelectorAll('main a').filter((link) => words(link) === 'Show all years');
  expect(back.map((link) => link.getAttribute('href'))).toEqual(
    Array(3).fill(expect.stringMatching(/\?hide=mexico(#|$)/)),
  );
  const whole = await read(request, `${path}?hide=mexico`);
  expect(whole.querySelectorAll('figure.chart').length).toBe(3);
});
