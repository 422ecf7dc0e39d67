import { parsePeriod } from '@/lib/table/period';

/** What no text tells by itself: the order of `03/04/2024`, and whether `2024/06` is a month. */
export type DateOrder = 'day-month-year' | 'month-day-year' | 'year/month';

const names = [
  ['jan', 'january', 'janvier', 'janv'],
  ['feb', 'february', 'février', 'fevrier', 'févr', 'fév'],
  ['mar', 'march', 'mars'],
  ['apr', 'april', 'avril', 'avr'],
  ['may', 'mai'],
  ['jun', 'june', 'juin'],
  ['jul', 'july', 'juillet', 'juil'],
  ['aug', 'august', 'août', 'aout'],
  ['sep', 'september', 'septembre', 'sept'],
  ['oct', 'october', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'december', 'décembre', 'decembre', 'déc'],
];

const monthOf = new Map(
  names.flatMap((month, index) => month.map((name) => [name, index + 1] as const)),
);

const two = (text: string | number): string => String(text).padStart(2, '0');

type Form = [RegExp, (parts: string[], order: DateOrder | undefined) => string | null];

const named = (year: string, month: string, day?: string): string | null => {
  const number = monthOf.get(month.toLowerCase().replace('.', ''));
  if (number === undefined) return null;
  return `${year}-${two(number)}${day === undefined ? '' : `-${two(day)}`}`;
};

function slashed([a = '', b = '', year = '']: string[], order?: DateOrder): string | null {
  if (order === 'day-month-year') return `${year}-${two(b)}-${two(a)}`;
  if (order === 'month-day-year') return `${year}-${two(a)}-${two(b)}`;
  if (Number(a) > 12) return `${year}-${two(b)}-${two(a)}`;
  if (Number(b) > 12) return `${year}-${two(a)}-${two(b)}`;
  return a === b ? `${year}-${two(a)}-${two(b)}` : null;
}

const forms: Form[] = [
  [/^(\d{4})(\d\d)$/, ([y, m]) => `${y}-${m}`],
  [/^(\d{4})(\d\d)(\d\d)$/, ([y, m, d]) => `${y}-${m}-${d}`],
  [/^(\d{4})[- ]?[QqTt]([1-4])$/, ([y, q]) => `${y}-Q${q}`],
  [/^[QqTt]([1-4])[- ]?(\d{4})$/, ([q, y]) => `${y}-Q${q}`],
  [
    /^(\d{4})[-/](\d{4})$/,
    ([y, n]) => (Number(n) === Number(y) + 1 ? `${y}/${n?.slice(2)}` : null),
  ],
  [
    /^(\d{4})\/(\d\d?)$/,
    ([y, m = ''], order) => (order === 'year/month' ? `${y}-${two(m)}` : null),
  ],
  [/^(\d{4})\/(\d\d?)\/(\d\d?)$/, ([y, m = '', d = '']) => `${y}-${two(m)}-${two(d)}`],
  [/^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?Z?$/, ([day = '']) => day],
  [/^(\d\d?)[/.-](\d\d?)[/.-](\d{4})$/, slashed],
  [/^(\p{L}+\.?)[- ](\d{4})$/u, ([m = '', y = '']) => named(y, m)],
  [/^(\d{4})[- ](\p{L}+\.?)$/u, ([y = '', m = '']) => named(y, m)],
  [/^(\d\d?)[- ](\p{L}+\.?)[- ](\d{4})$/u, ([d = '', m = '', y = '']) => named(y, m, d)],
  [/^(\p{L}+\.?) (\d\d?), (\d{4})$/u, ([m = '', d = '', y = '']) => named(y, m, d)],
];

function isPeriod(text: string): boolean {
  try {
    parsePeriod(text);
    return true;
  } catch {
    return false;
  }
}

/** A publisher's period as our tables write it, `null` where it is none or has two meanings. */
export function toPeriod(printed: string, order?: DateOrder): string | null {
  const text = printed.trim();
  if (text.length > 40) return null;
  if (order === 'year/month' && /^\d{4}\/\d\d?$/.test(text)) return written(text, order);
  return isPeriod(text) ? text : written(text, order);
}

function written(text: string, order: DateOrder | undefined): string | null {
  for (const [pattern, write] of forms) {
    const parts = pattern.exec(text);
    const period = parts && write(parts.slice(1), order);
    if (period && isPeriod(period)) return period;
  }
  return null;
}

/** Why a text is no period. One with two meanings shows both. */
export function periodFault(printed: string): string {
  const text = JSON.stringify(printed.length > 60 ? `${printed.slice(0, 60)}…` : printed);
  const parts = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4})$/.exec(printed.trim());
  if (parts) {
    const readings = (['day-month-year', 'month-day-year'] as const)
      .map((order) => toPeriod(printed, order))
      .filter((period) => period !== null);
    if (readings.length === 2)
      return `${text} is ${readings.join(' or ')}: the mapping must say which`;
  }
  return `not a period: ${text}`;
}

/** Reads the same texts again and again, as tables do, without parsing them twice. */
export function periodReader(order?: DateOrder): (text: string) => string | null {
  let known = new Map<string, string | null>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size > 50_000) known = new Map();
    const period = toPeriod(text, order);
    known.set(text, period);
    return period;
  };
}
