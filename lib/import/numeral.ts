/** How a file writes its numbers. Nothing but digits, point and exponent unless the format says so. */
export type Marks = { decimal: '.' | ','; group: string };

export const plainMarks: Marks = { decimal: '.', group: '' };

const numeral = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number that a text writes, NaN where it writes none. */
export function readNumeral(text: string, marks: Marks): number {
  if (marks.decimal === '.') {
    const value = shortNumeral(text);
    if (!Number.isNaN(value)) return value;
    if (numeral.test(text)) return finite(Number(text));
  }
  if (marks === plainMarks) return Number.NaN;
  const plain = toPlain(text, marks);
  return plain === null ? Number.NaN : finite(Number(plain));
}

const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN);

const powers = Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * Up to 15 digits, with a point or without, NaN for all else: six times faster than asking a pattern and Number.
 * A whole number below 2^53 and a power of ten below 10^22 are exact, so their quotient is the nearest double, as
 * Number finds it.
 */
function shortNumeral(text: string): number {
  const { length } = text;
  const from = text.charCodeAt(0) === 45 ? 1 : 0;
  if (length - from > 16) return Number.NaN;
  let whole = 0;
  let point = -1;
  for (let at = from; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) whole = whole * 10 + digit;
    else if (digit === -2 && point === -1 && at > from) point = at;
    else return Number.NaN;
  }
  if (length === from || point === length - 1) return Number.NaN;
  if (point === -1 && length - from > 15) return Number.NaN;
  const value = point === -1 ? whole : whole / (powers[length - 1 - point] ?? Number.NaN);
  return from === 1 ? -value : value;
}

/** A numeral as our tables write it, `null` where the text is none. Digits are kept as printed. */
export function toPlain(printed: string, { decimal, group: sign }: Marks): string | null {
  // French offices set any of three blanks between thousands.
  const blank = /^[ \u00a0\u202f]$/.test(sign);
  const text = blank ? printed.replaceAll(/[\u00a0\u202f]/g, ' ') : printed;
  const group = blank ? ' ' : sign;
  if (group !== '' && text.includes(group)) return ungrouped(text, decimal, group);
  if (decimal === ',' && text.includes('.')) return null;
  const plain = decimal === ',' ? text.replace(',', '.') : text;
  return numeral.test(plain) ? plain.replace(/^-?(?=\.)/, '$&0') : null;
}

/** Groups of three all along, or it is a typing error. */
function ungrouped(text: string, decimal: string, group: string): string | null {
  const [whole = '', fraction, ...rest] = text.split(decimal);
  const [first = '', ...groups] = whole.split(group);
  if (rest.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  if (!/^-?\d{1,3}$/.test(first) || groups.some((digits) => !/^\d{3}$/.test(digits))) return null;
  return first + groups.join('') + (fraction === undefined ? '' : `.${fraction}`);
}

const oneComma = /^-?\d{1,3},\d{3}$/;
const onePoint = /^-?\d{1,3}\.\d{3}$/;

/** Why a text is no number. One with two meanings shows both. */
export function numeralFault(text: string, marks: Marks): string {
  const printed = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  if (marks.group === '' && (marks.decimal === '.' ? oneComma : onePoint).test(text)) {
    const sign = marks.decimal === '.' ? ',' : '.';
    return `${printed} is ${text.replace(sign, '')} or ${text.replace(sign, '.')}: the format must say which`;
  }
  return `not a number: ${printed}`;
}
