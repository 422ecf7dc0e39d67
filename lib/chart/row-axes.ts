import { DAY } from '@/lib/table/period';
import { THEMES, ticksHeight, widest } from './frame';
import type { ByRow, ChartRow } from './input';
import { BESIDE, type Layout, markEnd, ROW_GAP } from './row-marks';
import type { Axis, Size, Tick } from './spec';
import { wrapText } from './text-width';
import { apart, kept } from './tick-fit';
import { valueTicks } from './ticks';
import { timeTicks } from './time-ticks';

/** The widest that row labels and values may be; on a phone wider row labels go above their marks. */
const LABEL_WIDTH = { wide: 230, narrow: 112, card: 128, half: 220, full: 330 };
const VALUE_WIDTH = { wide: 190, narrow: 120, card: 96, half: 170, full: 280 };

const MIXED = { month: 0, only: false, days: true };

const CARD_HEIGHT = 150;
const CARD_ROW = 36;

function isAbove(input: ByRow, size: Size): boolean {
  const { font } = THEMES[size];
  const labels = input.rows.map(({ label }) => label);
  return size === 'narrow' && widest(labels, font, 600) > LABEL_WIDTH.narrow;
}

const linesOf = (texts: string[][]) => Math.max(1, ...texts.map(({ length }) => length));

/** Values stand at the ends of bars, but in a column of their own where a line would cross them. */
function words(input: ByRow, size: Size) {
  const { width, font, lineHeight } = THEMES[size];
  const above = isAbove(input, size);
  const values = input.rows.map(({ text }) => wrapText(text, VALUE_WIDTH[size], font, 600));
  const column = input.mark === 'bar' ? 0 : Math.ceil(widest(values.flat(), font, 600));
  const limit = above ? width - column - (column > 0 ? 16 : 0) : LABEL_WIDTH[size];
  const labels = input.rows.map(({ label }) => wrapText(label, limit, font, 600));
  const text = linesOf(labels) * lineHeight;
  return { above, values, column, labels, text, value: linesOf(values) * lineHeight };
}

export function rowsLayout(input: ByRow, size: Size): Layout {
  const theme = THEMES[size];
  const { value, ...parts } = words(input, size);
  const negative = input.rows.filter((row) => input.mark === 'bar' && (row.value ?? 0) < 0);
  const texts = negative.map(({ text }) => text);
  const before = texts.length > 0 ? Math.ceil(widest(texts, theme.font, 600)) + BESIDE : 0;
  const base = { input, size, theme, dense: false, before, ...parts };
  if (size === 'card') return cardLayout(base, value);
  if (!parts.above) {
    const row = Math.max(parts.text, value) + (size === 'wide' || size === 'full' ? 11 : 9);
    return { ...base, row, middle: row / 2 };
  }
  const head = parts.column > 0 ? Math.max(parts.text, value) : parts.text;
  const mark = parts.column > 0 ? theme.lineHeight - 2 : value;
  return { ...base, row: head + mark + 13, middle: head + 2 + mark / 2 };
}

/** All rows in the height of a card; when they are too many for words, only marks. */
function cardLayout(base: Omit<Layout, 'row' | 'middle'>, value: number): Layout {
  const { input, theme, text } = base;
  const head = input.references.length > 0 ? theme.lineHeight + 13 : 9;
  const foot = input.mark === 'bar' ? 2 : ticksHeight(theme.font);
  const row = Math.min(CARD_ROW, (CARD_HEIGHT - head - foot) / Math.max(1, input.rows.length));
  const dense = row < Math.max(text, value);
  const column = dense ? 0 : base.column;
  return { ...base, row, middle: row / 2, dense, column };
}

/** Row after row from the top: a row's place is its index. */
export function rowsAxis(layout: Layout): Axis {
  const { input, theme, above, dense, labels, row, middle, before } = layout;
  const count = Math.max(1, input.rows.length);
  const width = Math.ceil(widest(labels.flat(), theme.font, 600)) + ROW_GAP;
  return {
    scale: 'linear',
    domain: [-middle / row, count - middle / row],
    reversed: true,
    ticks: input.rows.map(({ label }, index) => ({ at: index, label })),
    shown: false,
    grid: false,
    size: before + (above || dense ? 0 : width),
  };
}

function numbers(rows: ChartRow[]): number[] {
  return rows.flatMap(({ value, low, high }) =>
    [value, low, high].filter((number) => number !== null && number !== undefined),
  );
}

function timeDomain(values: number[]): [number, number] {
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const air = Math.max((high - low) * 0.03, DAY);
  return [low - air, high + air];
}

type Values = Pick<Axis, 'domain' | 'ticks' | 'reversed' | 'scale'>;

function scaleOf({ input, theme }: Layout, values: number[]): Values {
  const zero = input.axis.zero || input.mark === 'bar';
  const plain = { ...input.axis, zero };
  if (!input.axis.time) return { ...valueTicks(values, plain, theme.valueTicks), reversed: false };
  return { scale: 'linear', reversed: false, domain: timeDomain(values), ticks: [] };
}

/** As far right as the plot can go with every value's text still in the picture. */
function plotRight(layout: Layout, [low, high]: [number, number], left: number): number {
  const { input, theme, values, dense, column } = layout;
  if (column > 0 && !layout.above) return theme.width - column - ROW_GAP - 4;
  const rights = input.rows.map((row, index) => {
    const part = (markEnd(row, low) - low) / (high - low);
    const text =
      dense || column > 0 ? 0 : widest(values[index] ?? [], theme.font, 600) + BESIDE + 1;
    return part > 0 ? left + (theme.width - text - left) / part : theme.width;
  });
  return Math.floor(Math.min(theme.width - 12, ...rights));
}

/** The values run to the right, time too; bars with their values beside them need no ticks. */
export function valuesAxis(layout: Layout, left: number): { axis: Axis; right: number } {
  const { input, theme, size } = layout;
  const all = [...numbers(input.rows), ...input.references.map(({ value }) => value)];
  const values = scaleOf(layout, all);
  const [low, high] = values.domain;
  const right = plotRight(layout, values.domain, left);
  const px = (at: number) => left + ((at - low) / (high - low)) * (right - left);
  const ruler = { px, width: theme.width, font: theme.font, gap: theme.tickGap };
  const fits = (ticks: Tick[]) => apart(ticks, ruler);
  const round = input.axis.time
    ? timeTicks(values.domain, MIXED, fits)
    : thinned(values.ticks, fits);
  const shown = input.mark !== 'bar';
  const ticks = kept(size === 'card' ? ends(round) : round, ruler);
  const height = shown ? ticksHeight(theme.font) : 2;
  return {
    axis: { ...values, ticks, shown, grid: false, size: height },
    right: theme.width - right,
  };
}

const ends = (ticks: Tick[]) =>
  ticks.length > 2 ? [...ticks.slice(0, 1), ...ticks.slice(-1)] : ticks;

/** Every second tick, as often as needed. */
function thinned(ticks: Tick[], fits: (ticks: Tick[]) => boolean): Tick[] {
  if (ticks.length < 2 || fits(ticks)) return ticks;
  return thinned(
    ticks.filter((_, index) => index % 2 === 0),
    fits,
  );
}
