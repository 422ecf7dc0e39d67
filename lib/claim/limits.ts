import type { Parameters } from '@/lib/view/view';
import type { Limits } from './result';

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
