import { Still } from '#still';
import { RowLink } from '@/components/row-link';
import type { ChartInput } from '@/lib/chart/input';
import { chartTable } from '@/lib/chart/table';
import type { Tables } from '@/lib/table/select';

const EVERY = [0, Number.POSITIVE_INFINITY] as const;

type Props = {
  chart: ChartInput;
  tables: Tables;
  /** From which line up to which, where not all are wanted. */
  part?: readonly [from: number, to: number];
};

/** The chart's numbers as a table, newest first; each leads to its row. */
export function ChartData({ chart, tables, part: [from, to] = EVERY }: Props) {
  const { columns, lines: all } = chartTable(chart);
  const lines = all.slice(from, to);
  const captionId = `${chart.id}-data`;
  return (
    // A region that scrolls must be reachable by keyboard.
    <Still as="section" className="scroll" aria-labelledby={captionId} tabIndex={0}>
      <p className="caption" id={captionId}>
        {chart.subtitle}
      </p>
      <table aria-labelledby={captionId}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may have one name
            <tr key={index}>
              <th scope="row">{line.name}</th>
              {line.cells.map((cell, place) => (
                <td key={columns[place]}>
                  <RowLink at={cell.row} tables={tables}>
                    {cell.text}
                  </RowLink>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Still>
  );
}
