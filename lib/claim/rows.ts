import { type ChartInput, rowsDrawn } from '@/lib/chart/input';
import { rowName } from '@/lib/table/row-name';
import type { Tables } from '@/lib/table/select';
import type { Row, Table } from '@/lib/table/table';
import type { Evaluated } from './evaluated';
import { evaluate } from './quantity';
import type { ClaimResult } from './result';

/** A row that bears on a claim; `readings` are the numbers of the readings that use it. */
export type ClaimRow = { table: Table; row: Row; readings: number[]; drawn: boolean };

const inputNames = (inputs: Evaluated[]): string[] =>
  inputs.flatMap((input) => input.rows.map((ref) => rowName(ref.table, ref.key)));

/** Every row behind a claim, in the order of the tables: inputs of its readings, marks and events of its charts, figures of its messages, sides of its conflicts. */
export function claimRows(result: ClaimResult, charts: ChartInput[], tables: Tables): ClaimRow[] {
  const readings = new Map<string, Set<number>>();
  for (const { number, outcomes } of result.readings)
    for (const name of inputNames(outcomes.flatMap((outcome) => outcome.inputs)))
      readings.set(name, (readings.get(name) ?? new Set()).add(number));
  const drawn = new Set(charts.flatMap(rowsDrawn));
  const sides = result.claim.conflicts.flatMap((conflict) => conflict.sides);
  const said = [...result.named.values(), ...sides.map((side) => evaluate(side, tables))];
  const others = new Set(inputNames(said));
  return [...tables.values()].flatMap((table) =>
    table.rows.flatMap((row) => {
      const name = rowName(table.resource.name, row.key);
      const used = readings.get(name);
      if (!used && !drawn.has(name) && !others.has(name)) return [];
      return [{ table, row, readings: [...(used ?? [])], drawn: drawn.has(name) }];
    }),
  );
}
