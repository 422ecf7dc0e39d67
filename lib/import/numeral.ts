/** How a file writes its numbers. Nothing but digits, point and exponent unless the format says so. */
export type Marks = { decimal: '.' | ','; group: string };

export const plainMarks: Marks = { decimal: '.', group: '' };

const numeral = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number that a text writes, NaN where it writes none. */
export function readNumeral(text: string, marks: Marks): number {
  if (numeral.test(text) && marks.decimal === '.') return finite(Number(text));
  if (marks === plainMarks) return Number.NaN;
  const plain = toPlain(text, marks);
  return plain === null ? Number.NaN : finite(Number(plain));
}

const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN);

/** A numeral as our tables write it, `null` where the text is none. Digits are kept as printed. */
export function toPlain(text: string, { decimal, group }: Marks): string | null {
  const whole = decimal === ',' ? text.replace(',', '.') : text;
  if (text.includes(decimal === ',' ? '.' : ',') && group === '') return null;
  if (decimal === ',' && text.includes('.') && group !== '.') return null;
  if (numeral.test(whole)) return whole;
  if (group === '') return null;
  return ungrouped(text, decimal, group);
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
