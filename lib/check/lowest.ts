import { type ChartInput, figuresOf } from '@/lib/chart/input';
import type { Claim, Quantity } from '@/lib/claim/claim';
import { evaluate } from '@/lib/claim/quantity';
import { parsePeriod } from '@/lib/table/period';
import { rowAt } from '@/lib/table/row-index';
import { parseRowName } from '@/lib/table/row-name';
import { overlapping, type Tables, tableNamed, unitOf, within } from '@/lib/table/select';
import type { Row } from '@/lib/table/table';

type Lowest = Extract<Quantity, { kind: 'lowest' }>;

const isLowest = (value: object): value is Lowest => 'kind' in value && value.kind === 'lowest';

/** Every `lowest` that readings use or messages can name. */
const lowestIn = (value: unknown): Lowest[] => {
  if (typeof value !== 'object' || value === null) return [];
  return isLowest(value) ? [value] : Object.values(value).flatMap(lowestIn);
};

export const lowestOf = ({ readings, quantities }: Claim): Lowest[] => {
  const all = lowestIn([readings, quantities]);
  return [...new Map(all.map((one) => [JSON.stringify({ ...one, label: '' }), one])).values()];
};

/** A mark that undercuts it: of its table, unit and period, and lower. Amounts are compared as printed. */
export function undercut(lowest: Lowest, chart: ChartInput, tables: Tables): Row | undefined {
  const { value, unit } = evaluate(lowest, tables);
  if (value === null) return undefined;
  const table = tableNamed(tables, lowest.table);
  const refs = figuresOf(chart).flatMap(({ rows }) => rows.map(parseRowName));
  const drawn = refs
    .filter((ref) => ref.table === lowest.table)
    .map((ref) => rowAt(tables, ref))
    .filter((row) => unitOf(table, lowest.measure, row) === unit);
  const inPeriod = lowest.overlap ? overlapping : within;
  return inPeriod(drawn, parsePeriod(lowest.period)).find((row) => {
    const own = row.cells[lowest.measure];
    return typeof own === 'number' && own < value;
  });
}
