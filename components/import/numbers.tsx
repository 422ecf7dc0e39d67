import { startTransition, useMemo, useState } from 'react';
import { ChartData } from '@/components/chart-data';
import words from '@/data/words/import.json';
import type { ChartInput } from '@/lib/chart/input';
import { chartTable } from '@/lib/chart/table';
import { formatNumber } from '@/lib/format';
import { message } from '@/lib/message';
import type { Tables } from '@/lib/table/select';
import type { Viewed } from '@/lib/view/apply-view';

/** A page of the table. Thousands of cells at once hold the browser up, and help nobody. */
const LINES = 100;

type Props = { viewed: Viewed[]; tables: Tables };

/** The chart's numbers, made once somebody asks for them. */
export function Numbers({ viewed, tables }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => startTransition(() => setOpen(currentTarget.open))}>
      <summary>{words.chart.numbers}</summary>
      {open && viewed.map(({ input }) => <Pages key={input.id} chart={input} tables={tables} />)}
    </details>
  );
}

/** Page by page where they are many, the newest first. */
function Pages({ chart, tables }: { chart: ChartInput; tables: Tables }) {
  const [page, setPage] = useState(0);
  const count = useMemo(() => chartTable(chart).lines.length, [chart]);
  if (count <= LINES) return <ChartData chart={chart} tables={tables} />;
  const last = Math.ceil(count / LINES) - 1;
  // Fewer years may have been chosen since.
  const shown = Math.min(page, last);
  const part = [shown * LINES, Math.min(count, (shown + 1) * LINES)] as const;
  const [from, to] = part;
  return (
    <>
      <ChartData chart={chart} tables={tables} part={part} />
      <p className="pages">
        <button type="button" disabled={shown === 0} onClick={() => setPage(shown - 1)}>
          {words.chart.newer}
        </button>
        <button type="button" disabled={shown === last} onClick={() => setPage(shown + 1)}>
          {words.chart.older}
        </button>
        <span role="status">
          {message(words.chart.part, {
            from: formatNumber(from + 1),
            to: formatNumber(to),
            n: formatNumber(count),
          })}
        </span>
      </p>
    </>
  );
}
