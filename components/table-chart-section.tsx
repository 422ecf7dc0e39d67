import { ChartFigure } from '@/components/chart/chart-figure';
import { Files } from '@/components/downloads';
import { tableChartHref, tableHref } from '@/components/links';
import { NothingNote } from '@/components/nothing-note';
import { PaintSoFar } from '@/components/paint-so-far';
import { pastTold } from '@/components/revision-told';
import { hrefOf } from '@/components/row-link';
import { ChartLinks, Share } from '@/components/share';
import { tableChart } from '@/components/table-chart';
import { ChangeView } from '@/components/view-form';
import { ViewNotes } from '@/components/view-notes';
import { viewOf } from '@/components/view-of';
import { withState } from '@/lib/address';
import type { Catalog } from '@/lib/catalog';
import { formatChartValue } from '@/lib/format';
import { viewFileHref } from '@/lib/share/view-work';
import type { Work } from '@/lib/share/work';
import type { Table } from '@/lib/table/table';
import { type Chosen, doable } from '@/lib/view/chosen';
import { hasValues } from '@/lib/view/nothing';
import { unknownIn } from '@/lib/view/unknown';

type Props = {
  catalog: Catalog;
  table: Table;
  chosen: Chosen;
  /** What the chart shows; none of a table without one. */
  work: Work | null;
};

/** A table's chart in a reader's view, what may be changed of it and what may be taken away. */
export function TableChart({ catalog, table, chosen, work }: Props) {
  const { name, title } = table.resource;
  const path = tableHref(name);
  const plain = withState(path, table.asOf);
  const chart = tableChart(catalog, name);
  if (!chart || !work) return <ViewNotes chosen={chosen} viewed={[]} plain={plain} />;
  const viewed = viewOf(chart, chosen.view);
  const unknown = unknownIn(chosen.view, [chart]);
  const able = doable(chosen, viewed.declined, unknown);
  return (
    <>
      <ViewNotes chosen={chosen} viewed={[viewed]} plain={plain} unknown={unknown} />
      {hasValues(viewed) ? (
        <ChartFigure
          input={viewed.input}
          living={{ whole: chart, numbers: tableChartHref(name, catalog.asOf), view: chosen.view }}
          rowHref={(row) => hrefOf(catalog.tables, row)}
          formatValue={(value) => formatChartValue(value, viewed.input.axis.suffix)}
        >
          <PaintSoFar />
          <ChartLinks path={path} chosen={able} chart={viewed.input} />
        </ChartFigure>
      ) : (
        <NothingNote viewed={viewed} whole={chart} path={path} chosen={chosen} />
      )}
      <Files
        work={work}
        href={(ending) => viewFileHref(path, ending, able)}
        which="chart"
        of="of what the chart shows"
      />
      <Share
        {...{ path, chosen: able, title }}
        revision={catalog.revision}
        past={pastTold(catalog)}
      />
      <ChangeView action={path} chosen={chosen} charts={[chart]} />
    </>
  );
}
