import type { Evaluated } from '@/lib/claim/evaluated';
import type { ClaimResult } from '@/lib/claim/result';
import { rowAt } from '@/lib/table/row-index';
import type { RowRef } from '@/lib/table/row-name';
import { type Tables, tableNamed } from '@/lib/table/select';
import { elementsOf } from './message';

/** What a message's figures are measured by, where one column keeps its values apart. */

const COLUMN = 'basis';

function figuresNamed(text: string, { readings, named }: ClaimResult): Evaluated[] {
  const names = elementsOf(text).flatMap((one) => ('value' in one ? [one.value] : []));
  return names.flatMap((name) => {
    const number = Number(/^r(\d+)/.exec(name)?.[1]);
    const reading = readings.find((one) => one.number === number);
    if (reading) return reading.outcomes.flatMap(({ inputs }) => inputs);
    return named.get(name.replace(/_(?:abs|n)$/, '')) ?? [];
  });
}

/** The basis of a row as readers know it; none where the table keeps none apart. */
function basisOf(ref: RowRef, tables: Tables): string | undefined {
  const { fields } = tableNamed(tables, ref.table).resource.schema;
  const field = fields.find(({ name, apart }) => name === COLUMN && apart);
  const value = rowAt(tables, ref).cells[COLUMN];
  return field && typeof value === 'string' ? (field.labels?.[value] ?? value) : undefined;
}

/** Of a message that uses figures of several bases of one table and names none of them. */
export function basisUnsaid(text: string, result: ClaimResult, tables: Tables): string | undefined {
  const found = new Map<string, Set<string>>();
  for (const ref of figuresNamed(text, result).flatMap(({ rows }) => rows)) {
    const basis = basisOf(ref, tables);
    if (basis) found.set(ref.table, (found.get(ref.table) ?? new Set()).add(basis));
  }
  for (const [table, bases] of found) {
    const said = [...bases].some((basis) => text.toLowerCase().includes(basis.toLowerCase()));
    if (bases.size > 1 && !said)
      return `uses figures of ${table} by ${[...bases].map((one) => JSON.stringify(one)).join(' and ')}, and names neither`;
  }
  return undefined;
}
