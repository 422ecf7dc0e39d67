export type PeriodKind =
  | 'calendar_year'
  | 'half_year'
  | 'quarter'
  | 'month'
  | 'day'
  | 'crop_year'
  | 'marketing_year'
  | 'span';

/**
 * A stretch of time, in UTC milliseconds: `start` is the first instant, `end` the first instant after it.
 * An open span starts at -Infinity or ends at Infinity.
 */
export type Period = { text: string; kind: PeriodKind; start: number; end: number };
