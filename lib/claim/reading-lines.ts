import { referenceAt } from '@/lib/chart/data';
import type { ChartReference } from '@/lib/chart/input';
import { selectRows, type Tables, tableNamed, unitOf } from '@/lib/table/select';
import type { ChartDefinition } from './claim';
import { evaluate, fill } from './quantity';
import type { ClaimResult, ReadingResult } from './result';
import type { Limit } from './test-outcome';

type Line = Extract<ChartDefinition['references'][number], { reading: number }>;

const first = (periods: string[] | { from: string }): string =>
  (Array.isArray(periods) ? periods[0] : periods.from) ?? '';

/** The unit of what a chart draws, before its axis divides it. */
function unitOfChart(chart: ChartDefinition, tables: Tables): string | undefined {
  if (chart.layout === 'by-row') {
    const quantity = chart.ranking ?? chart.rows?.[0]?.quantity;
    const found = quantity && evaluate(quantity, tables);
    return found?.places[0]?.value.unit ?? found?.unit;
  }
  const [series] = chart.series;
  if (!series) return undefined;
  if (!('rows' in series))
    return evaluate(fill(series.quantity, { period: first(series.periods) }), tables).unit;
  const { table, measure, where, to } = series.rows;
  const from = tableNamed(tables, table);
  return to ?? unitOf(from, measure, selectRows(from, where)[0]);
}

/** The ends of a limit that decide. */
function endsOf({ relation, low, high }: Limit): number[] {
  if (relation === 'within') return [low, high];
  return relation === 'at-least' || relation === 'below' ? [low] : [high];
}

/** The numbers of a reading that a line may stand at, and their unit. */
function numbersOf({ outcomes: [outcome] }: ReadingResult, input: number | undefined) {
  if (input !== undefined) {
    const found = outcome?.inputs[input - 1];
    return { unit: found?.unit, values: [found?.value ?? null] };
  }
  const limit = outcome?.limit;
  return { unit: limit?.unit, values: limit ? endsOf(limit) : [] };
}

function linesOf(line: Line, chart: ChartDefinition, result: ClaimResult, tables: Tables) {
  const reading = result.readings.find(({ number }) => number === line.reading);
  if (!reading)
    throw new Error(`chart ${chart.id}: no reading ${line.reading} to draw a line from`);
  const { unit, values } = numbersOf(reading, line.input);
  const own = unitOfChart(chart, tables);
  if (unit !== undefined && unit !== own)
    throw new Error(`chart ${chart.id}: reading ${line.reading} is in ${unit}, its axis in ${own}`);
  return values.flatMap((value) =>
    value === null ? [] : [referenceAt(chart, value, line, reading.adjusted)],
  );
}

/** The lines that a claim's readings draw in one of its charts. */
export const readingLines = (
  chart: ChartDefinition,
  result: ClaimResult,
  tables: Tables,
): ChartReference[] =>
  chart.references.flatMap((line) =>
    'reading' in line ? linesOf(line, chart, result, tables) : [],
  );
