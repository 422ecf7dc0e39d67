/**
 * A numeral as our tables write it times a power of ten: the decimal point moves, no digit is rounded. Zeros that
 * end a whole number do not become decimals.
 */
export function shiftPoint(numeral: string, places: number): string {
  if (places === 0) return numeral;
  const parts = /^(-?)(\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(numeral);
  if (!parts) throw new Error(`not a numeral: ${JSON.stringify(numeral)}`);
  const [, sign = '', whole = '', fraction = '', exponent] = parts;
  if (exponent !== undefined) return shiftExponent(numeral, places);
  const digits = whole + fraction;
  const point = whole.length + places;
  const before = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const after = point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  const trimmed = before.replace(/^0+(?=\d)/, '');
  const decimals = fraction === '' ? after.replace(/0+$/, '') : after;
  return `${sign}${trimmed}${decimals === '' ? '' : `.${decimals}`}`;
}

function shiftExponent(numeral: string, places: number): string {
  const [mantissa = '', exponent = ''] = numeral.split(/[eE]/);
  return `${mantissa}e${Number(exponent) + places}`;
}
