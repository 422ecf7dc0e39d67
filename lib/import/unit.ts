/** A unit and the power of ten that it counts in. */
export type Scaled = { unit: string; power: number };

const scales = new Map([
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
]);

/** `CAD million` is CAD, 6; `tonnes × 0.001` is tonnes, -3. */
function scaledUnit(text: string): Scaled {
  const [unit = '', factor] = text.split(' × ');
  if (factor !== undefined) return { unit, power: powerOf(Number(factor)) };
  const words = unit.split(' ');
  const place = words.findIndex((word) => scales.has(word));
  if (place === -1) return { unit, power: 0 };
  const others = words.filter((_, at) => at !== place);
  return { unit: others.join(' '), power: scales.get(words[place] ?? '') ?? 0 };
}

/** A file's unit with its scale, as a reader sees it: `Dollars × 1000000`. */
export const unitText = (unit: string | null, factor: number): string =>
  factor === 1 ? (unit ?? '') : `${unit ?? ''} × ${factor}`;

/** Of a factor that is a power of ten, NaN for any other. */
export function powerOf(factor: number): number {
  const power = Math.round(Math.log10(factor));
  return 10 ** power === factor ? power : Number.NaN;
}

/** How far the decimal point moves from a file's figures to a table's, or what keeps the two apart. */
export function shiftBetween(from: Scaled, to: string | undefined): number | string {
  const wanted = to === undefined ? null : scaledUnit(to);
  const own = scaledUnit(from.unit);
  if (Number.isNaN(from.power + own.power)) return 'its factor is no power of ten';
  if (wanted === null) return from.power;
  if (own.unit !== wanted.unit)
    return `its unit is ${JSON.stringify(from.unit)}, the table's ${to}`;
  return own.power + from.power - wanted.power;
}
