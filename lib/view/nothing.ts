import { hasPlace } from '@/lib/chart/input';
import type { Viewed } from './apply-view';
import type { View } from './view';

export const hasValues = ({ input }: Pick<Viewed, 'input'>): boolean =>
  input.layout === 'by-row'
    ? input.rows.some(({ value, low }) => value !== null || low !== undefined)
    : input.series.some(({ points }) => points.some(({ value }) => hasPlace(input.axis, value)));

/**
 * Why a chart has nothing to draw: all its series are turned off, an index has no base, a log axis no place for the
 * values, the years have none, or the units leave none.
 */
export type Nothing = 'hidden' | 'base' | 'log' | 'years' | 'left';

export function nothingIn({ input, parts, base }: Viewed, { time, units }: View): Nothing {
  if (input.layout === 'by-row') return 'left';
  const points = input.series.flatMap((one) => one.points);
  if (input.series.length === 0 && parts.length > 0) return 'hidden';
  if (units === 'index' && base === null) return 'base';
  if (points.some(({ value }) => value !== null)) return 'log';
  return time && points.every(({ why }) => why === undefined) ? 'years' : 'left';
}
