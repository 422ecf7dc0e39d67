import type { Viewed } from './apply-view';
import type { View } from './view';

export const hasValues = ({ input }: Pick<Viewed, 'input'>): boolean =>
  input.layout === 'by-row'
    ? input.rows.some(({ value, low }) => value !== null || low !== undefined)
    : input.series.some(({ points }) => points.some(({ value }) => value !== null));

/** Why a chart has nothing to draw: all its series are turned off, the years have no values, or units or scale do not. */
export type Nothing = 'hidden' | 'years' | 'left';

export function nothingIn({ input, parts, lost }: Viewed, { time }: View): Nothing {
  if (input.layout === 'over-time' && input.series.length === 0 && parts.length > 0)
    return 'hidden';
  return time && lost === 0 ? 'years' : 'left';
}
