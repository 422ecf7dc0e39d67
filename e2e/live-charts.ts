import type { Locator, Page } from '@playwright/test';

/** A chart that has gone live, and where its marks stand. */

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
