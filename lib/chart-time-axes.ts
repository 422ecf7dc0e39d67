import { type Theme, ticksHeight, widest } from './chart-frame';
import type { OverTime } from './chart-input';
import type { Axis, Size } from './chart-spec';
import { valueTicks } from './chart-ticks';
import { timeTicks, yearMonth, yearText } from './chart-time-ticks';
import { textWidth } from './text-width';

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
  const near = at > low - NEAR * span && at < high + NEAR * span;
  if (!near) return [low - air, high + air];
  return [Math.min(low - air, at - 0.02 * span), Math.max(high + air, at + 0.02 * span)];
}

export function valueAxis(input: OverTime, theme: Theme): Axis {
  const numbers = allPoints(input).flatMap(({ value, low, high }) => [value, low, high]);
  const drawn = numbers.filter((value) => value !== null && value !== undefined);
  const references = input.references.map(({ value }) => value);
  const zero = input.axis.zero || input.series.some(({ mark }) => mark === 'area');
  const values = valueTicks([...drawn, ...references], { ...input.axis, zero }, theme.valueTicks);
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
  const month = yearMonth(allPoints(input));
  const px = (at: number) => left + ((at - domain[0]) / (domain[1] - domain[0])) * (right - left);
  const base = { scale: 'linear', domain, reversed: false, shown: true, grid: false } as const;
  if (size === 'card') return { ...base, ticks: ends(input, month), size: ticksHeight(theme.font) };
  const clear = (at: number, label: string) => {
    const half = textWidth(label, theme.font) / 2;
    return px(at) - half >= 0 && px(at) + half <= theme.width;
  };
  const ticks = timeTicks(domain, month, (ticks) =>
    ticks.every((tick, index) => {
      const before = ticks[index - 1];
      if (!before) return true;
      const width = (textWidth(tick.label, theme.font) + textWidth(before.label, theme.font)) / 2;
      return px(tick.at) - px(before.at) >= width + theme.tickGap;
    }),
  );
  return {
    ...base,
    ticks: ticks.filter(({ at, label }) => clear(at, label)),
    size: ticksHeight(theme.font),
  };
}

/** A small chart says only where time begins and ends. */
function ends(input: OverTime, month: number) {
  const starts = allPoints(input).map(({ start }) => start);
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  const text = (at: number) => yearText(at, month);
  if (starts.length === 0) return [];
  if (text(first) === text(last))
    return [{ at: first, label: text(first), anchor: 'start' as const }];
  return [
    { at: first, label: text(first), anchor: 'start' as const },
    { at: last, label: text(last), anchor: 'end' as const },
  ];
}
