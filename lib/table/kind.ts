/** What a number measures: it decides what may be done with it. */
export const KINDS = [
  'amount',
  'share',
  'rank',
  'date',
  'price',
  'rate',
  'index',
  'change',
] as const;
export type Kind = (typeof KINDS)[number];

type Measured = { name: string; kind?: Kind | Record<string, Kind> | undefined };

/** Of a measure whose rows name their units, the kind of those in that unit. */
export function kindOf({ name, kind }: Measured, unit: string): Kind {
  const found = typeof kind === 'object' ? kind[unit] : kind;
  if (!found) throw new Error(`the measure "${name}" has no kind for "${unit}"`);
  return found;
}
