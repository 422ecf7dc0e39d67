import { rowHref } from '@/lib/table/pages';
import { rowAt } from '@/lib/table/row-index';
import { parseRowName } from '@/lib/table/row-name';
import { type Tables, tableNamed } from '@/lib/table/select';
import { sourcesOf } from '@/lib/table/source';
import type { ChartInput } from './input';
import { sourceText } from './sources';

/** What a reader may want to know of the row behind a mark. */
export type RowFacts = { href: string; status?: string; source?: string };

/** By the rows' names. */
export type Facts = Record<string, RowFacts>;

/** A chart and the facts of its rows: all that a browser needs to draw it and speak of it. */
export type ChartFile = { input: ChartInput; rows: Facts };

function factsOf(name: string, tables: Tables): RowFacts {
  const ref = parseRowName(name);
  const row = rowAt(tables, ref);
  const source = sourcesOf(tables).get(String(row.cells.source_id ?? ''));
  const { status } = row.cells;
  return {
    href: rowHref(tableNamed(tables, ref.table), row),
    ...(typeof status === 'string' ? { status: status.replaceAll('_', ' ') } : {}),
    ...(source ? { source: sourceText(source) } : {}),
  };
}

/** The first row, where a link goes, and of the others those that add a status or a source: a sum may have hundreds. */
function telling(names: string[], facts: (name: string) => RowFacts): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const { status, source } = facts(name);
    const key = `${status}|${source}`;
    const added = !seen.has(key);
    seen.add(key);
    return added;
  });
}

type Sourced = { rows: string[] };

function slimmed(input: ChartInput, slim: <T extends Sourced>(marks: T[]) => T[]): ChartInput {
  if (input.layout === 'by-row') return { ...input, rows: slim(input.rows) };
  const series = input.series.map((one) => ({ ...one, points: slim(one.points) }));
  return { ...input, series };
}

/** Rows that a reader's own values may bring into the drawing. */
function formRows(input: ChartInput): string[] {
  if (input.layout !== 'by-row' || !input.form) return [];
  const { rows, rates } = input.form;
  return [...rows, ...rates.flatMap(({ dated }) => dated.flatMap((one) => one.rows))];
}

export function chartFile(input: ChartInput, tables: Tables): ChartFile {
  const known: Facts = {};
  const facts = (name: string) => {
    known[name] ??= factsOf(name, tables);
    return known[name];
  };
  const rows: Facts = {};
  const slim = slimmed(input, (marks) =>
    marks.map((mark) => {
      const names = telling(mark.rows, facts);
      for (const name of names) rows[name] = facts(name);
      return { ...mark, rows: names };
    }),
  );
  for (const name of formRows(input)) rows[name] = facts(name);
  return { input: slim, rows };
}
