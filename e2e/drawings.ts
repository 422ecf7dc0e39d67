import type { Page } from '@playwright/test';

/** What a page's charts show, read from its markup. */

export type Mark = {
  id: string;
  title: string;
  /** The y of every point of a line. */
  heights: number[];
  /** The x where a bar ends or a dot stands. */
  right: number;
  /** The y of a round dot's middle. */
  middle: number | null;
};

export function drawing(page: Page, chart: string, size: 'wide' | 'narrow') {
  const svg = `figure[aria-labelledby="chart-${chart}-title"] svg.chart-${size}`;
  return page.locator(svg).evaluate((root) => ({
    ticks: [...root.querySelectorAll('g:has(> line):has(> .chart-tick)')].flatMap((group) => {
      const line = group.querySelector(':scope > line');
      const text = group.querySelector(':scope > .chart-tick')?.textContent ?? '';
      const axis = line?.classList.contains('chart-notch') ? 'x' : 'y';
      return line ? [{ axis, text, at: Number(line.getAttribute(`${axis}1`)) }] : [];
    }),
    marks: [...root.querySelectorAll<SVGGraphicsElement>('[data-mark]')].map((mark): Mark => {
      const box = mark.getAttribute('d') === null ? mark.querySelector('rect, circle') : null;
      const at = (name: string) => Number(box?.getAttribute(name) ?? 0);
      return {
        id: mark.getAttribute('data-mark') ?? '',
        title: mark.querySelector('title')?.textContent ?? '',
        heights: [...(mark.getAttribute('d') ?? '').matchAll(/,(-?[\d.]+)/g)].map(([, y]) =>
          Number(y),
        ),
        middle: box?.tagName === 'circle' ? at('cy') : null,
        right: box?.tagName === 'circle' ? at('cx') : at('x') + at('width'),
      };
    }),
  }));
}

/** The table of a chart's numbers, as it is read: rows with a name, newest first. */
export async function chartTable(page: Page, chart: string) {
  return page.locator(`section[aria-labelledby="${chart}-data"] table`).evaluate((table) => {
    const texts = (cells: Iterable<Element>) => [...cells].map((cell) => cell.textContent ?? '');
    return {
      columns: texts(table.querySelectorAll('thead th')),
      rows: [...table.querySelectorAll('tbody tr')].map((row) => ({
        name: row.querySelector('th')?.textContent ?? '',
        cells: texts(row.querySelectorAll('td')),
      })),
    };
  });
}

/** `NaN` where the text is no number. */
export const numberOf = (text: string): number =>
  /^[−\d]/.test(text)
    ? Number(text.replaceAll(',', '').replace('−', '-').replace(/%$/, ''))
    : Number.NaN;
