import { type Theme, ticksHeight, widest } from './chart-frame';
import type { OverTime } from './chart-input';
import type { Axis, Size, Tick } from './chart-spec';
import { apart, kept } from './chart-tick-fit';
import { valueTicks } from './chart-ticks';
import { timeTicks, yearsOf, yearText } from './chart-time-ticks';

const DAY = 86_400_000;

/** An article this near the data, as a part of their span, still belongs in the picture. */
const NEAR = 0.2;

const allPoints = (input: OverTime) => input.series.flatMap(({ points }) => points);

function dataSpan(input: OverTime): [number, number] {
  const points = input.series.flatMap(({ mark, points }) =>
    points.flatMap(({ start, end }) => (mark === 'step' ? [start, end] : [start])),
  );
  const low = Math.min(...points);
  const high = Math.max(...points);
  if (points.length === 0) return [input.article.at - 180 * DAY, input.article.at + 180 * DAY];
  return low === high ? [low - 180 * DAY, high + 180 * DAY] : [low, high];
}

/** The data's span, with air for dots at its ends and room for the article when it is near. */
export function timeDomain(input: OverTime): [number, number] {
  const [low, high] = dataSpan(input);
  const span = high - low;
  const dots = input.series.some(({ mark }) => mark === 'points');
  const air = dots ? 0.03 * span : 0;
  const { at } = input.article;
  const covered = Math.max(high, ...allPoints(input).map(({ end }) => end));
  const near = at > low - NEAR * span && at < covered + NEAR * span;
  if (!near) return [low - air, high + air];
  return [Math.min(low - air, at - 0.02 * span), Math.max(high + air, at + 0.02 * span)];
}

/** A reference line keeps off the plot's edge, so that its label can stand on either side. */
function referenceValues(input: OverTime, drawn: number[]): number[] {
  const references = input.references.map(({ value }) => value);
  if (input.axis.direction === 'down' || input.axis.scale === 'log') return references;
  const all = [...drawn, ...references];
  const air = 0.06 * (Math.max(...all) - Math.min(...all));
  return references.flatMap((value) => (value === 0 ? [value] : [value - air, value + air]));
}

export function valueAxis(input: OverTime, theme: Theme): Axis {
  const numbers = allPoints(input).flatMap(({ value, low, high }) => [value, low, high]);
  const drawn = numbers.filter((value) => value !== null && value !== undefined);
  const zero = input.axis.zero || input.series.some(({ mark }) => mark === 'area');
  const shown = [...drawn, ...referenceValues(input, drawn)];
  const values = valueTicks(shown, { ...input.axis, zero }, theme.valueTicks);
  const labels = values.ticks.map(({ label }) => label);
  return { ...values, shown: true, grid: true, size: Math.ceil(widest(labels, theme.font)) + 8 };
}

export function timeAxis(
  input: OverTime,
  domain: [number, number],
  left: number,
  right: number,
  theme: Theme,
  size: Size,
): Axis {
  const years = yearsOf(allPoints(input));
  const px = (at: number) => left + ((at - domain[0]) / (domain[1] - domain[0])) * (right - left);
  const base = { scale: 'linear', domain, reversed: false, shown: true, grid: false } as const;
  if (size === 'card')
    return { ...base, ticks: ends(input, years.month), size: ticksHeight(theme.font) };
  const ruler = { px, width: theme.width, font: theme.font, gap: theme.tickGap };
  const ticks = timeTicks(domain, years, (ticks) => apart(ticks, ruler));
  return { ...base, ticks: kept(ticks, ruler), size: ticksHeight(theme.font) };
}

/** A small chart says only where time begins and ends. */
function ends(input: OverTime, month: number): Tick[] {
  const starts = allPoints(input).map(({ start }) => start);
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  const text = (at: number) => yearText(at, month);
  if (starts.length === 0) return [];
  if (text(first) === text(last)) return [{ at: first, label: text(first), anchor: 'start' }];
  return [
    { at: first, label: text(first), anchor: 'start' },
    { at: last, label: text(last), anchor: 'end' },
  ];
}
