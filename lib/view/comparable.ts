import type { Series } from '@/lib/table/series';

/** Why two series may not share an axis, as something that a sentence can say; null when they may. */
export type Refusal = { reason: 'unit' | 'basis' | 'period'; first: Series; second: Series };

/** Dimensions that a table keeps apart, and what each stands at; units and kinds of period are asked for by name. */
function basisOf({ table, dimensions }: Series): string {
  const apart = table.resource.schema.fields.filter(
    ({ apart, name }) => apart && !['unit', 'currency', 'period_type'].includes(name),
  );
  return [table.resource.name, ...apart.map(({ name }) => dimensions[name])].join('|');
}

function refusal(first: Series, second: Series, unitFree: boolean): Refusal | null {
  if (first.kind !== second.kind) return { reason: 'period', first, second };
  if (unitFree) return null;
  if (first.unit !== second.unit) return { reason: 'unit', first, second };
  return basisOf(first) === basisOf(second) ? null : { reason: 'basis', first, second };
}

/** Whether two series may be read off one axis. */
export const comparable = (first: Series, second: Series, unitFree: boolean): boolean =>
  refusal(first, second, unitFree) === null;

/** The first reason why these series may not share an axis. In per cent or as an index, units and bases are gone. */
export function refusalOf(all: Series[], unitFree: boolean): Refusal | null {
  const [first, ...others] = all;
  if (!first) return null;
  for (const second of others) {
    const found = refusal(first, second, unitFree);
    if (found) return found;
  }
  return null;
}
