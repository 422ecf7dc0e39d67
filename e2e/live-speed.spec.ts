import { expect, type Page, test } from '@playwright/test';
import { tell } from '../scripts/record';
import { comeTo, figures } from './live-charts';
import { hydrated } from './visit';

/** How long a chart takes to answer a pointer: printed, for a frame has 16 ms, and held as a ratio. */

/** Milliseconds from each of many moves to the tooltip's being there, in order of size. */
async function answerTimes(page: Page): Promise<number[]> {
  const figure = figures(page).first();
  await comeTo(figure);
  return figure.locator('.live-picture').evaluate(async (picture) => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    const times: number[] = [];
    for (let move = 0; move < 60; move += 1) {
      const at = {
        clientX: left + width * (0.15 + 0.6 * ((move * 0.37) % 1)),
        clientY: top + height * 0.6,
        bubbles: true,
        pointerType: 'mouse',
      };
      await new Promise(requestAnimationFrame);
      const began = performance.now();
      picture.dispatchEvent(new PointerEvent('pointermove', at));
      // React answers a move at the end of the task; then the browser works out where all stands.
      await Promise.resolve();
      document.querySelector('.live-tooltip')?.getBoundingClientRect();
      times.push(performance.now() - began);
    }
    return times.sort((a, b) => a - b);
  });
}

const median = (times: number[]): number => times[Math.floor(times.length / 2)] ?? Number.NaN;
const p95 = (times: number[]): number => times[Math.floor(times.length * 0.95)] ?? Number.NaN;

type File = { input: { series: { points: Record<string, unknown>[] }[] } };

/** The chart's first series alone, with so many points in the place of its own. */
async function withPoints(page: Page, count: number): Promise<void> {
  await page.route('**/*.chart*.json', async (route) => {
    const file = (await (await route.fetch()).json()) as File;
    const [series] = file.input.series;
    const [point] = series?.points ?? [];
    if (!series || !point) throw new Error('no series');
    const day = 86_400_000;
    const start = Date.UTC(2010, 0, 1);
    const points = Array.from({ length: count }, (_, index) => ({
      ...point,
      start: start + index * day,
      end: start + (index + 1) * day,
      when: `day ${index}`,
      value: 100 + Math.round(50 * Math.sin(index / 20)),
    }));
    file.input.series = [{ ...series, points }];
    await route.fulfill({ json: file });
  });
}

test('a chart of 5,000 points answers a pointer as one of 500 does', async ({ browser }) => {
  test.setTimeout(120_000);
  const results = new Map<string, number[]>();
  for (const count of [500, 5000]) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await withPoints(page, count);
    await page.goto('/tables/trade-by-partner');
    await hydrated(page);
    results.set(`${count} points`, await answerTimes(page));
    await page.close();
  }
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto('/tables/trade-by-partner');
  await hydrated(page);
  results.set('the longest table', await answerTimes(page));
  await page.close();
  for (const [what, times] of results)
    console.log(
      `pointer on ${what}: median ${median(times).toFixed(1)} ms, p95 ${p95(times).toFixed(1)} ms (a frame is 16 ms)`,
    );
  const [few = [], many = []] = results.values();
  const pointer = p95(results.get('5000 points') ?? []);
  tell('pointer', { figures: [{ measure: 'pointer', value: pointer, held: false }] });
  // Ten times the points in ten times the time would be a search through all of them.
  expect(median(many)).toBeLessThan(Math.max(3 * median(few), 4));
});
