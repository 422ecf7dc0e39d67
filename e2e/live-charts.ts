import type { Locator, Page } from '@playwright/test';
import { SERIES } from './kinds';
import { fontsLoaded, hydrated } from './visit';

/** A chart that has gone live, and where its marks stand. */

const JAPAN = SERIES.replace('China', 'Japan');
const SEED = 'canola-seed-exports-monthly:China:terminal:thousand_tonnes';
export const two = `/chart?series=${SERIES}~${JAPAN}&freq=year`;
const units = `/chart?series=${SERIES}~${SEED}&freq=year`;

/** Each form of a chart, where it is drawn, and a mark by which it is known. */
export const forms: Record<string, [address: string, mark: string]> = {
  'lines and scattered marks': ['/claims/us-dependence', '.chart-line, .chart-dot'],
  'lines with events': ['/claims/largest-canola-buyer', '.chart-rule-event'],
  'steps, lines by month': ['/claims/aluminium-tariff', '.chart-line'],
  'an area, a reference': ['/claims/fuel-ban-2035', '.chart-area'],
  'marks of four shapes': ['/claims/chinese-ev-price', '.chart-shape-diamond'],
  'rows of dots in time': ['/claims/early-relations', '.chart-dot'],
  'rows of bars': ['/claims/lose-china-market', '.chart-bar'],
  columns: [`${two}&form=bars`, '.chart-column'],
  points: [`${two}&form=points`, '.chart-dot'],
  'years chosen, on a log axis': [`${two}&time=2015..2024&scale=log`, '.chart-line'],
  'changes below zero': [`${two}&units=pc1`, '.chart-zero'],
  'an index of two units': [`${units}&units=index&time=2016..2024`, '.chart-line'],
  'small multiples': [`${units}&form=multiples&time=2016..2024`, '.chart-line'],
};

export const figures = (page: Page): Locator => page.locator('figure.chart:has(.live)');

/** Comes to a chart as a reader does, and waits until the picture to point at has taken its place. */
export async function comeTo(figure: Locator): Promise<void> {
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('svg.recharts-surface.chart-svg').waitFor();
  await figure.locator('.live-coming').waitFor({ state: 'detached' });
}

export type Place = { what: string; box: [number, number, number, number] };

/** Marks, ticks and words of the drawing that is seen, in pixels from the figure's corner. */
export const placesOf = (figure: Locator): Promise<Place[]> =>
  figure.evaluate((root) => {
    const corner = root.getBoundingClientRect();
    const seen = [...root.querySelectorAll('svg.chart-svg')].filter((svg) => svg.checkVisibility());
    return seen.flatMap((svg) =>
      [...svg.querySelectorAll('[data-mark], .chart-tick, .chart-label, [class*=chart-rule]')].map(
        (element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          const what = element.getAttribute('data-mark') ?? element.textContent ?? '';
          const box: Place['box'] = [left - corner.left, top - corner.top, width, height];
          // What it looks like: its classes but for the library's own.
          const look = [...element.classList].filter((name) => name.startsWith('chart-'));
          return { what: `${look.join(' ')} ${what}`, box };
        },
      ),
    );
  });

/** The places of both that differ by more than a length in pixels, or that only one has. */
export function moved(before: Place[], after: Place[], most: number): string[] {
  const key = ({ what, box }: Place) => `${what} ${box.map((n) => Math.round(n / 8)).join(' ')}`;
  const sorted = (places: Place[]) =>
    places.toSorted((a, b) => a.what.localeCompare(b.what) || key(a).localeCompare(key(b)));
  const [one, other] = [sorted(before), sorted(after)];
  if (one.length !== other.length) return [`${one.length} marks before, ${other.length} after`];
  return one.flatMap(({ what, box }, index) => {
    const now = other[index];
    const off = Math.max(...box.map((n, side) => Math.abs(n - (now?.box[side] ?? Infinity))));
    return now?.what === what && off <= most ? [] : [`${what}: ${box} ${now?.what}: ${now?.box}`];
  });
}

/** A page with its letters and its script there. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await hydrated(page);
  await fontsLoaded(page);
}

/** What a page asks for from here on: the paths, and whether Recharts is among the scripts. */
export function askedBy(page: Page): { paths: string[]; hasRecharts: () => Promise<boolean> } {
  const scripts: Promise<string>[] = [];
  const paths: string[] = [];
  page.on('response', (response) => {
    paths.push(new URL(response.url()).pathname);
    if (response.url().endsWith('.js')) scripts.push(response.text());
  });
  const hasRecharts = async () =>
    (await Promise.all(scripts)).some((text) => text.includes('recharts'));
  return { paths, hasRecharts };
}
