import { THEMES, ticksHeight, widest } from './chart-frame';
import type { ByRow, ChartRow } from './chart-input';
import { BESIDE, type Layout, markEnd } from './chart-row-marks';
import type { Axis, Size, Tick } from './chart-spec';
import { valueTicks } from './chart-ticks';
import { timeTicks } from './chart-time-ticks';
import { textWidth, wrapText } from './text-width';

/** The widest that row labels and values may be; on a phone wider row labels go above their marks. */
const LABEL_WIDTH = { wide: 230, narrow: 112, card: 100 };
const VALUE_WIDTH = { wide: 190, narrow: 120, card: 96 };

const CARD_ROW = 24;

function isAbove(input: ByRow, size: Size): boolean {
  const { font } = THEMES[size];
  const labels = input.rows.map(({ label }) => label);
  return size === 'narrow' && widest(labels, font, 600) > LABEL_WIDTH.narrow;
}

export function rowsLayout(input: ByRow, size: Size): Layout {
  const theme = THEMES[size];
  const above = isAbove(input, size);
  const limit = above ? theme.width : LABEL_WIDTH[size];
  const labels = input.rows.map(({ label }) => wrapText(label, limit, theme.font, 600));
  const values = input.rows.map(({ text }) => wrapText(text, VALUE_WIDTH[size], theme.font, 600));
  const lines = (texts: string[][]) => Math.max(1, ...texts.map(({ length }) => length));
  const text = lines(labels) * theme.lineHeight;
  const value = lines(values) * theme.lineHeight;
  const base = { input, size, theme, above, dense: false, labels, values, text };
  if (above) return { ...base, row: text + value + 14, middle: text + 3 + value / 2 };
  if (size !== 'card') {
    const row = Math.max(text, value) + (size === 'wide' ? 11 : 9);
    return { ...base, row, middle: row / 2 };
  }
  const room = theme.plot - (input.references.length > 0 ? theme.lineHeight : 0);
  const row = Math.min(CARD_ROW, room / Math.max(1, input.rows.length));
  return { ...base, row, middle: row / 2, dense: row < Math.max(text, value) };
}

/** Row after row from the top: a row's place is its index. */
export function rowsAxis({ input, theme, above, dense, labels, row, middle }: Layout): Axis {
  const count = Math.max(1, input.rows.length);
  const width = Math.ceil(widest(labels.flat(), theme.font, 600)) + 12;
  return {
    scale: 'linear',
    domain: [-middle / row, count - middle / row],
    reversed: true,
    ticks: input.rows.map(({ label }, index) => ({ at: index, label })),
    shown: false,
    grid: false,
    size: above || dense ? 0 : width,
  };
}

function numbers(rows: ChartRow[]): number[] {
  return rows.flatMap(({ value, low, high }) =>
    [value, low, high].filter((number) => number !== null && number !== undefined),
  );
}

function timeDomain(values: number[]): [number, number] {
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const air = Math.max((high - low) * 0.03, 86_400_000);
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
  const { input, theme, values, dense } = layout;
  const rights = input.rows.map((row, index) => {
    const part = (markEnd(row, low) - low) / (high - low);
    const text = dense ? 0 : widest(values[index] ?? [], theme.font, 600) + theme.dot + BESIDE + 2;
    return part > 0 ? left + (theme.width - text - left) / part : theme.width;
  });
  return Math.floor(Math.min(theme.width - 12, ...rights));
}

function apart(ticks: Tick[], px: (at: number) => number, layout: Layout): boolean {
  const { theme } = layout;
  return ticks.every((tick, index) => {
    const before = ticks[index - 1];
    if (!before) return true;
    const width = (textWidth(tick.label, theme.font) + textWidth(before.label, theme.font)) / 2;
    return px(tick.at) - px(before.at) >= width + theme.tickGap;
  });
}

/** The values run to the right, time too; bars with their values beside them need no ticks. */
export function valuesAxis(layout: Layout, left: number): { axis: Axis; right: number } {
  const { input, theme } = layout;
  const all = [...numbers(input.rows), ...input.references.map(({ value }) => value)];
  const values = scaleOf(layout, all);
  const [low, high] = values.domain;
  const right = plotRight(layout, values.domain, left);
  const px = (at: number) => left + ((at - low) / (high - low)) * (right - left);
  const fits = (ticks: Tick[]) => apart(ticks, px, layout);
  const round = input.axis.time ? timeTicks(values.domain, 0, fits) : thinned(values.ticks, fits);
  const inside = round.filter(({ at, label }) => {
    const half = textWidth(label, theme.font) / 2;
    return px(at) - half >= 0 && px(at) + half <= theme.width;
  });
  const shown = input.mark !== 'bar';
  const size = shown ? ticksHeight(theme.font) : 2;
  const ticks = layout.size === 'card' ? ends(inside) : inside;
  return { axis: { ...values, ticks, shown, grid: false, size }, right: theme.width - right };
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
