import { createParser, createSerializer, parseAsStringLiteral } from 'nuqs/server';
import { parsePeriod } from '@/lib/table/period';
import { UNITS } from './units';

/** What a reader chose to see, as it stands in the address: only their own choices, readable, lossless. */

/** From and to are periods, or the first and the last that there are. */
export type Time = { from: string | 'earliest'; to: string | 'latest' };

const isBound = (text: string, end: 'earliest' | 'latest'): boolean => {
  if (text === end) return true;
  try {
    return Number.isFinite(parsePeriod(text).start) && !text.includes('..');
  } catch {
    return false;
  }
};

const time = createParser<Time>({
  parse(text) {
    const [from = '', to = '', ...rest] = text.split('..');
    if (rest.length > 0 || !isBound(from, 'earliest') || !isBound(to, 'latest')) return null;
    const backwards =
      from !== 'earliest' && to !== 'latest' && parsePeriod(from).start > parsePeriod(to).start;
    return backwards ? null : { from, to };
  },
  serialize: ({ from, to }) => `${from}..${to}`,
  eq: (a, b) => a.from === b.from && a.to === b.to,
});

/** Ids joined with `~`, which no id holds; no text at all means that no series is wanted. */
const series = createParser<string[]>({
  parse: (text) => (text === '' || text === '~' ? [] : text.split('~')),
  serialize: (ids) => ids.join('~'),
  eq: (a, b) => a.length === b.length && a.every((id, index) => id === b[index]),
});

/** Those of them that are turned off. */
const hide = createParser<string[]>({
  parse: (text) => (text.split('~').includes('') ? null : text.split('~')),
  serialize: series.serialize,
  eq: series.eq,
});

const period = createParser<string>({
  parse: (text) => (isBound(text, 'earliest') && text !== 'earliest' ? text : null),
  serialize: (text) => text,
});

/** Its code in three letters; which there are is the table of rates' to say. */
const currency = createParser<string>({
  parse: (text) => (/^[A-Z]{3}$/.test(text) ? text : null),
  serialize: (text) => text,
});

const revision = createParser<string>({
  parse: (text) => (/^[0-9a-f]{10}$/.test(text) ? text : null),
  serialize: (text) => text,
});

/** Never in powers of ten. */
const formatPlain = (value: number): string =>
  value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });

const numeral = /^\d+(\.\d+)?$/;

const within = (text: string, least: number, most: number): number | null => {
  const value = numeral.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
};

/** Room for any price; a bar of more digits has no place for its number. */
const MOST_AMOUNT = 1e9;
const MOST_STEPS = 5;
const MOST_PERCENT = 1000;

const amount = createParser<number>({
  parse: (text) => within(text, 0.01, MOST_AMOUNT),
  serialize: (value) => formatPlain(value),
});

const day = createParser<string>({
  parse: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? period.parse(text) : null),
  serialize: (text) => text,
});

/** Percentages joined with `~`. */
const step = createParser<number[]>({
  parse(text) {
    const values = text.split('~').map((one) => within(one, 0, MOST_PERCENT));
    const read = values.filter((one) => one !== null);
    return read.length === values.length && read.length <= MOST_STEPS ? read : null;
  },
  serialize: (values) => values.map(formatPlain).join('~'),
  eq: (a, b) => a.length === b.length && a.every((value, index) => value === b[index]),
});

export const viewParsers = {
  time,
  series,
  hide,
  units: parseAsStringLiteral(UNITS),
  /** The period that is 100 in an index. */
  base: period,
  scale: parseAsStringLiteral(['linear', 'log'] as const),
  currency,
  freq: parseAsStringLiteral(['year'] as const),
  form: parseAsStringLiteral(['line', 'bars', 'points', 'multiples'] as const),
  tab: parseAsStringLiteral(['chart', 'table'] as const),
  /** Of a chart with a form: what its steps begin with, the day of the rates, further steps in per cent. */
  amount,
  day,
  step,
  v: revision,
};

export type View = {
  [K in keyof typeof viewParsers]?: NonNullable<ReturnType<(typeof viewParsers)[K]['parse']>>;
};

/** What is shown when the address says nothing; never written. */
export const DEFAULTS = { units: 'lin', scale: 'linear', form: 'line', tab: 'chart' } as const;

export type Parameters = Record<string, string | string[] | undefined>;

/** Reads a view; a value that cannot be read, or comes twice, is left out and named in `ignored`. */
export function parseView(parameters: Parameters): { view: View; ignored: string[] } {
  const view: Record<string, unknown> = {};
  const ignored: string[] = [];
  for (const [key, parser] of Object.entries(viewParsers)) {
    const text = parameters[key];
    if (text === undefined) continue;
    const value = typeof text === 'string' ? parser.parse(text) : null;
    if (value === null) ignored.push(key);
    else view[key] = value;
  }
  return { view: view as View, ignored };
}

const serialize = createSerializer(viewParsers);

/** The address of a view: `/chart?series=…&time=2015..2024`. Defaults are not written. */
export function viewHref(path: string, view: View): string {
  const chosen = Object.entries(view).filter(
    ([key, value]) => DEFAULTS[key as keyof typeof DEFAULTS] !== value,
  );
  return serialize(path, Object.fromEntries(chosen) as View);
}
