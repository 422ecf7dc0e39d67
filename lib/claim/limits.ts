import type { Parameters } from '@/lib/view/view';
import type { ClaimResult, Limits } from './result';

const name = /^r([1-9])$/;
const numeral = /^-?\d+(\.\d+)?$/;

/** `r2=15` puts 15 in the place of the second reading's limit; what cannot be read so is named in `ignored`. */
export function parseLimits(parameters: Parameters): { limits: Limits; ignored: string[] } {
  const limits: Record<number, number> = {};
  const ignored: string[] = [];
  for (const [key, value] of Object.entries(parameters)) {
    const number = name.exec(key)?.[1];
    if (number && typeof value === 'string' && numeral.test(value))
      limits[Number(number)] = Number(value);
    else ignored.push(key);
  }
  return { limits, ignored };
}

const movable = ({ readings }: ClaimResult): string[] =>
  readings.filter(({ adjustable }) => adjustable !== null).map(({ number }) => String(number));

/** Limits for readings that there are not, or that have no limit to move, by their names in an address. */
export const unusedLimits = (limits: Limits, result: ClaimResult): string[] =>
  Object.keys(limits).flatMap((one) => (movable(result).includes(one) ? [] : [`r${one}`]));

/** The others. */
export const usedLimits = (limits: Limits, result: ClaimResult): Limits =>
  Object.fromEntries(Object.entries(limits).filter(([one]) => movable(result).includes(one)));
