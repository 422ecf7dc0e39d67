import { extent, tickStep } from 'd3-array';
import { formatNumber } from '@/lib/plain-format';
import type { ValueAxis } from './input';
import type { Axis } from './spec';

type Values = Pick<Axis, 'domain' | 'ticks' | 'reversed' | 'scale'>;

/** Below this part of the highest value the lowest is too near zero to cut zero off. */
const NEAR_ZERO = 0.4;

/** An axis runs on to its next tick when that costs less than this part of a step. */
const RUN_ON = 0.45;

/** At most so many that numbers can still be written out. */
function decimals(step: number): number {
  return Math.min(20, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

function tickText(value: number, step: number, suffix: string): string {
  const digits = value === 0 ? 0 : decimals(step);
  const number = formatNumber(Math.abs(value), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${value < 0 ? '−' : ''}${number}${suffix}`;
}

/** Multiples of a step within the domain, without the noise of adding up. */
function multiples(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    Number(((first + index) * step).toFixed(decimals(step) + 2)),
  );
}

/** Less than this no axis can part into steps, in itself or beside the size of its values. */
const TINY = 1e-290;
const CLOSE = 1e-12;

/** What the axis must show, before it is rounded. */
function span(values: number[], axis: ValueAxis): [number, number] {
  let [low = 0, high = 1] = extent(values) as [number, number] | [undefined, undefined];
  if (axis.zero || (low > 0 && low < NEAR_ZERO * high)) low = Math.min(0, low);
  if (axis.zero) high = Math.max(0, high);
  if (axis.max !== undefined) high = Math.max(high, axis.max);
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Steps between such values would be nought.
  if (size < TINY) return [0, 1];
  if (high - low > size * CLOSE) return [low, high];
  return [low - Math.abs(low) * 0.1, high + Math.abs(high) * 0.1];
}

/** The edge's outer tick when it is near, or a little air beyond the value. */
function edge(value: number, outer: number, step: number, air: number): number {
  if (value === 0) return 0;
  return Math.abs(outer - value) <= RUN_ON * step ? outer : value + air;
}

function rounded(low: number, high: number, step: number, fixed: boolean): [number, number] {
  const air = (high - low) * 0.05;
  return [
    edge(low, Math.floor(low / step + 1e-9) * step, step, -air),
    fixed ? high : edge(high, Math.ceil(high / step - 1e-9) * step, step, air),
  ];
}

function linear(values: number[], axis: ValueAxis, most: number): Values {
  const [low, high] = span(values, axis);
  for (let count = most; ; count -= 0.5) {
    const found = tickStep(low, high, Math.max(count, 0.5));
    const step = axis.whole ? Math.max(1, found) : found;
    const domain = rounded(low, high, step, high === axis.max);
    const at = multiples(...domain, step);
    if (at.length > most && count > 0.5) continue;
    const ticks = at.map((value) => ({
      at: value,
      label: tickText(value, step, axis.suffix ?? ''),
    }));
    return { scale: 'linear', domain, ticks, reversed: false };
  }
}

/** 1 at the top, then round ranks; half a rank of air at both ends. */
function rank(values: number[], most: number): Values {
  const last = Math.max(2, ...values);
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => last / each <= most + 2) ?? 200;
  const odd = step === 2 ? 1 : 0;
  const at = multiples(1, last - odd, step).map((value) => value + odd);
  const ticks = [1, ...at.filter((value) => value > 1)].map((value) => ({
    at: value,
    label: String(value),
  }));
  return { scale: 'linear', domain: [0.5, last + 0.5], ticks, reversed: true };
}

/** Ticks at 1, 10, 100 …, with 2 and 5 between when there are few. */
function log(values: number[], axis: ValueAxis, most: number): Values {
  const [low = 1, high = 10] = extent(values.filter((value) => value > 0));
  const domain: [number, number] = [low / 1.2, high * 1.2];
  const powers = multiples(Math.floor(Math.log10(low)), Math.ceil(Math.log10(high)), 1);
  const all = [[1, 2, 5], [1, 3], [1]].map((digits) =>
    powers
      .flatMap((power) => digits.map((digit) => digit * 10 ** power))
      .filter((value) => value >= domain[0] && value <= domain[1]),
  );
  const found = all.find((ticks) => ticks.length <= most) ?? all.at(-1) ?? [];
  // Within one power of ten they may be too few to read a value by.
  const step = found.length < 3 ? tickStep(...domain, most) : null;
  const at = step === null ? found : multiples(...domain, step).filter((value) => value > 0);
  const ticks = at.map((value) => ({
    at: value,
    label: tickText(value, step ?? value, axis.suffix ?? ''),
  }));
  return { scale: 'log', domain, ticks, reversed: false };
}

/** Round ticks for values, at most so many, and a domain that holds every value. */
export function valueTicks(values: number[], axis: ValueAxis, most: number): Values {
  if (axis.direction === 'down') return rank(values, most);
  return axis.scale === 'log' ? log(values, axis, most) : linear(values, axis, most);
}
