import type { HTMLElement } from 'node-html-parser';
import { allWords } from './html';

/** What a page's charts show, read from the markup that the server sends: with script, a live chart takes its place. */

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

function one(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`nothing is "${selector}"`);
  return found;
}

const childOf = (root: HTMLElement, name: string) =>
  root.children.find(({ rawTagName }) => rawTagName === name);

function ticksOf(svg: HTMLElement) {
  return svg.querySelectorAll('g:has(> line):has(> .chart-tick)').flatMap((group) => {
    const line = childOf(group, 'line');
    const text = group.querySelector('.chart-tick')?.textContent ?? '';
    const axis = line?.classList.contains('chart-notch') ? 'x' : 'y';
    return line ? [{ axis, text, at: Number(line.getAttribute(`${axis}1`)) }] : [];
  });
}

function markOf(mark: HTMLElement): Mark {
  const path = mark.getAttribute('d');
  const shape = path === undefined ? mark.querySelector('rect, circle') : null;
  const at = (name: string) => Number(shape?.getAttribute(name) ?? 0);
  const isDot = shape?.rawTagName === 'circle';
  return {
    id: mark.getAttribute('data-mark') ?? '',
    title: mark.querySelector('title')?.textContent ?? '',
    heights: [...(path ?? '').matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y)),
    middle: isDot ? at('cy') : null,
    right: isDot ? at('cx') : at('x') + at('width'),
  };
}

export function drawing(page: HTMLElement, chart: string, size: 'wide' | 'narrow') {
  const svg = one(page, `figure[aria-labelledby="chart-${chart}-title"] svg.chart-${size}`);
  return { ticks: ticksOf(svg), marks: svg.querySelectorAll('[data-mark]').map(markOf) };
}

/** The table of a chart's numbers, as it is read: rows with a name, newest first. */
export function chartTable(page: HTMLElement, chart: string) {
  const table = one(page, `section[aria-labelledby="${chart}-data"] table`);
  return {
    columns: allWords(table, 'thead th'),
    rows: table.querySelectorAll('tbody tr').map((row) => ({
      name: allWords(row, 'th')[0] ?? '',
      cells: allWords(row, 'td'),
    })),
  };
}

/** `NaN` where the text is no number. */
export const numberOf = (text: string): number =>
  /^[−\d]/.test(text)
    ? Number(text.replaceAll(',', '').replace('−', '-').replace(/%$/, ''))
    : Number.NaN;
