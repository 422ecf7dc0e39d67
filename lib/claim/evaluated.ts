import type { Period } from '@/lib/table/period';
import type { RowRef } from '@/lib/table/row-name';
import type { Quantity } from './claim';

/** One place of a ranking; `value` is kept so that its working can be shown. */
export type Place = { name: string; place: number; value: Evaluated };

/**
 * A quantity with its number and where it comes from. `value` is null when the data do not give it;
 * `missing` then says what is not there. `time` is the period, or the day, that the number is of.
 */
export type Evaluated = {
  kind: Quantity['kind'];
  label: string;
  value: number | null;
  unit: string;
  /** Half the width of the range in which the value lies, as its inputs are printed rounded; 0 for an exact one. */
  margin: number;
  time: Period | null;
  rows: RowRef[];
  parts: Evaluated[];
  missing: string[];
  /** Months without a row that the table's descriptor says stand for nothing. */
  zeroMonths: string[];
  places: Place[];
};

/** What most quantities have not. */
export const none = {
  margin: 0,
  time: null,
  rows: [],
  parts: [],
  missing: [],
  zeroMonths: [],
  places: [],
};
