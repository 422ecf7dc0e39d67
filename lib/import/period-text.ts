import { type Period, parsePeriod } from '@/lib/table/period';

/** What no text tells by itself: the order of `03/04/2024`, what `2019-2020` is, what `2024-01-01` stands for. */
export const dateReadings = [
  'day-month-year',
  'month-day-year',
  'year/month',
  'crop-year',
  'years',
  'month-start',
  'quarter-start',
  'year-start',
  'first-and-last-day',
] as const;
export type DateReading = (typeof dateReadings)[number];

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

type Form = [RegExp, (parts: string[], reading: DateReading | undefined) => string | null];

const named = (year: string, month: string, day?: string): string | null => {
  const number = monthOf.get(month.toLowerCase().replace('.', ''));
  if (number === undefined) return null;
  return `${year}-${two(number)}${day === undefined ? '' : `-${two(day)}`}`;
};

function slashed([a = '', b = '', year = '']: string[], reading?: DateReading): string | null {
  if (reading === 'day-month-year') return `${year}-${two(b)}-${two(a)}`;
  if (reading === 'month-day-year') return `${year}-${two(a)}-${two(b)}`;
  if (Number(a) > 12) return `${year}-${two(b)}-${two(a)}`;
  if (Number(b) > 12) return `${year}-${two(a)}-${two(b)}`;
  return a === b ? `${year}-${two(a)}-${two(b)}` : null;
}

const twelveMonths = (year: string, next: string): string | null =>
  Number(next) === Number(year) + 1 ? `${year}/${next.slice(2)}` : null;

/** Three years are a span; two may be the twelve months of a crop or fiscal year. */
function years([first = '', last = '']: string[], reading?: DateReading): string | null {
  if (reading === 'crop-year') return twelveMonths(first, last);
  return reading === 'years' || Number(last) > Number(first) + 1 ? `${first}..${last}` : null;
}

const forms: Form[] = [
  [/^(\d{4})(\d\d)$/, ([y, m]) => `${y}-${m}`],
  [/^(\d{4})(\d\d)(\d\d)$/, ([y, m, d]) => `${y}-${m}-${d}`],
  [/^(\d{4})[- ]?[QqTt]([1-4])$/, ([y, q]) => `${y}-Q${q}`],
  [/^[QqTt]([1-4])[- ]?(\d{4})$/, ([q, y]) => `${y}-Q${q}`],
  [/^(\d{4})\/(\d{4})$/, ([y = '', n = '']) => twelveMonths(y, n)],
  [/^(\d{4})-(\d{4})$/, years],
  [
    /^(\d{4})\/(\d\d?)$/,
    ([y, m = ''], reading) => (reading === 'year/month' ? `${y}-${two(m)}` : null),
  ],
  [/^(\d{4})\/(\d\d?)\/(\d\d?)$/, ([y, m = '', d = '']) => `${y}-${two(m)}-${two(d)}`],
  [/^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?Z?$/, ([day = '']) => day],
  [/^(\d\d?)[/.-](\d\d?)[/.-](\d{4})$/, slashed],
  [/^(\p{L}+\.?)[- ](\d{4})$/u, ([m = '', y = '']) => named(y, m)],
  [/^(\d{4})[- ](\p{L}+\.?)$/u, ([y = '', m = '']) => named(y, m)],
  [/^(\d\d?)[- ](\p{L}+\.?)[- ](\d{4})$/u, ([d = '', m = '', y = '']) => named(y, m, d)],
  [/^(\d{4})[- ](?:annual value|valeur annuelle)$/i, ([y = '']) => y],
  [/^(\p{L}+\.?) (\d\d?), (\d{4})$/u, ([m = '', d = '', y = '']) => named(y, m, d)],
];

/** From the first day to the last, both included: a year, month, quarter … where they bound one, or a span. */
export function periodOfDays(first: string, last: string): string | null {
  const days = `${first}..${last}`;
  if (first === '' || last === '') return isPeriod(days) ? days : null;
  if (!isPeriod(first) || !isPeriod(days)) return null;
  const { start, end } = parsePeriod(days);
  const year = first.slice(0, 4);
  const month = Number(first.slice(5, 7));
  const next = String((Number(year) + 1) % 100).padStart(2, '0');
  const shorter = [
    year,
    `${year}-H${month > 6 ? 2 : 1}`,
    `${year}-Q${Math.ceil(month / 3)}`,
    first.slice(0, 7),
    first,
    `${year}/${next}`,
  ];
  const same = (period: Period) => period.start === start && period.end === end;
  return shorter.find((text) => same(parsePeriod(text))) ?? days;
}

function isPeriod(text: string): boolean {
  try {
    parsePeriod(text);
    return true;
  } catch {
    return false;
  }
}

/** A publisher's period as our tables write it, `null` where it is none or has two meanings. */
export function toPeriod(printed: string, reading?: DateReading): string | null {
  const text = printed.trim();
  if (text.length > 40) return null;
  const days = reading === 'first-and-last-day' ? /^(.{0,10})-(.{10}|)$/.exec(text) : null;
  if (days) return periodOfDays(days[1] ?? '', days[2] ?? '');
  if (reading === 'year/month' && /^\d{4}\/\d\d?$/.test(text)) return written(text, reading);
  const period = isPeriod(text) ? text : written(text, reading);
  return period && reading?.endsWith('-start') ? started(period, reading) : period;
}

/** The month, quarter or year that a day begins, `null` for a day that begins none. */
function started(period: string, reading: DateReading): string | null {
  const [year = '', month = '', day] = period.split('-');
  if (day === undefined) return period;
  if (day !== '01') return null;
  if (reading === 'month-start') return `${year}-${month}`;
  if (reading === 'year-start') return month === '01' ? year : null;
  return Number(month) % 3 === 1 ? `${year}-Q${(Number(month) + 2) / 3}` : null;
}

function written(text: string, reading: DateReading | undefined): string | null {
  for (const [pattern, write] of forms) {
    const parts = pattern.exec(text);
    const period = parts && write(parts.slice(1), reading);
    if (period && isPeriod(period)) return period;
  }
  return null;
}

/** Why a text is no period. One with two meanings shows both. */
export function periodFault(printed: string): string {
  const text = JSON.stringify(printed.length > 60 ? `${printed.slice(0, 60)}…` : printed);
  const meanings = new Set(dateReadings.map((reading) => toPeriod(printed, reading)));
  meanings.delete(null);
  if (meanings.size > 1)
    return `${text} is ${[...meanings].join(' or ')}: the mapping must say which`;
  return `not a period: ${text}`;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** `2024` or `2024-06`, most periods there are: no look-up is as fast. */
function isYearOrMonth(text: string): boolean {
  const { length } = text;
  if (length !== 4 && length !== 7) return false;
  for (let at = 0; at < 4; at += 1) if (!isDigit(text.charCodeAt(at))) return false;
  if (length === 4) return true;
  if (text.charCodeAt(4) !== 45) return false;
  const month = (text.charCodeAt(5) - 48) * 10 + text.charCodeAt(6) - 48;
  return isDigit(text.charCodeAt(5)) && isDigit(text.charCodeAt(6)) && month >= 1 && month <= 12;
}

/** Reads the same texts again and again, as tables do, without parsing them twice. */
export function periodReader(reading?: DateReading): (text: string) => string | null {
  let known = new Map<string, string | null>();
  return (text) => {
    if (isYearOrMonth(text)) return text;
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size > 50_000) known = new Map();
    const period = toPeriod(text, reading);
    known.set(text, period);
    return period;
  };
}
