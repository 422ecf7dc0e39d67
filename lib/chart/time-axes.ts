import { least } from 'd3-array';
import { DAY } from '@/lib/table/period';
import { type Theme, ticksHeight, widest } from './frame';
import type { ChartPoint, ChartSeries, OverTime } from './input';
import type { Axis, Size, Tick } from './spec';
import { apart, kept } from './tick-fit';
import { valueTicks } from './ticks';
import { placeOf } from './time-place';
import { timeTicks, yearsOf, yearText } from './time-ticks';

/** A text this near the data, as a part of their span, still belongs in the picture. */
const NEAR = 0.2;

const allPoints = ({ series, beside = [] }: OverTime) => [
  ...series.flatMap(({ points }) => points),
  ...beside,
];

/** A year counts from its first day to its last, though its value stands in the middle. */
const covered = (point: ChartPoint, mark: ChartSeries['mark']): number[] =>
  mark !== 'step' && placeOf(point, mark) === point.start
    ? [point.start]
    : [point.start, point.end];

/** A year that lacks months at the end of the data takes no room. */
const spanned = ({ why }: ChartPoint): boolean => why !== 'months';

function dataSpan(input: OverTime): [number, number] {
  const mark = input.series[0]?.mark ?? 'line';
  const points = [
    ...input.series.flatMap(({ mark, points }) =>
      points.filter(spanned).flatMap((point) => covered(point, mark)),
    ),
    ...(input.beside ?? []).flatMap((point) => covered(point, mark)),
  ];
  const low = Math.min(...points);
  const high = Math.max(...points);
  if (points.length === 0) return [input.text.at - 180 * DAY, input.text.at + 180 * DAY];
  return low === high ? [low - 180 * DAY, high + 180 * DAY] : [low, high];
}

/**
 * The data's span, with air for dots at its ends and room for the text when it is near; an end that a reader has set
 * gets none for the text.
 */
export function timeDomain(input: OverTime): [number, number] {
  const [low, high] = dataSpan(input);
  const span = high - low;
  const dots = input.series.some(({ mark }) => mark === 'points');
  const air = dots ? 0.03 * span : 0;
  const { at } = input.text;
  const end = Math.max(high, ...allPoints(input).map(({ end }) => end));
  const near = at > low - NEAR * span && at < end + NEAR * span;
  const { from = false, to = false } = input.cut ?? {};
  return [
    near && !from ? Math.min(low - air, at - 0.02 * span) : low - air,
    near && !to ? Math.max(high + air, at + 0.02 * span) : high + air,
  ];
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
  const zero =
    input.axis.zero || input.series.some(({ mark }) => mark === 'area' || mark === 'bar');
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
  const placed = input.series.flatMap(({ mark, points }) =>
    points.map((point) => ({ at: placeOf(point, mark), label: yearText(point.start, month) })),
  );
  const [first, last] = [least(placed, ({ at }) => at), least(placed, ({ at }) => -at)];
  if (!first || !last) return [];
  if (first.label === last.label) return [{ ...first, anchor: 'start' }];
  return [
    { ...first, anchor: 'start' },
    { ...last, anchor: 'end' },
  ];
}
