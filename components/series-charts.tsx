import { ChartFigure, type Living } from '@/components/chart/chart-figure';
import { ChartData } from '@/components/chart-data';
import { tableHref } from '@/components/links';
import { NothingNote } from '@/components/nothing-note';
import { RefusalNote } from '@/components/refusal-note';
import { hrefOf } from '@/components/row-link';
import { ShownSeries } from '@/components/series-picker';
import type { SeriesView } from '@/components/series-view';
import { SourceLine } from '@/components/source-line';
import { ViewNotes } from '@/components/view-notes';
import words from '@/data/words/en.json';
import { withState } from '@/lib/address';
import { formatChartValue } from '@/lib/format';
import { RATES } from '@/lib/table/rates';
import type { Tables } from '@/lib/table/select';
import type { Chosen } from '@/lib/view/chosen';
import { hasValues } from '@/lib/view/nothing';
import { rateSentences } from '@/lib/view/sentences';

type Props = {
  shown: SeriesView;
  /** Those of the series, and that of the sources. */
  tables: Tables;
  chosen: Chosen;
  /** What each chart needs to come alive, in their order. */
  living: Omit<Living, 'view'>[];
};

/** The series of a view, all that must be said of it, and its charts: the same on the server and in the browser. */
export function SeriesCharts(props: Props) {
  const { shown, chosen } = props;
  const { all, unknown, declined, made, viewed } = shown;
  const none = chosen.view.series?.length === 0;
  const rates = withState(tableHref(RATES), all[0]?.table.asOf);
  return (
    <>
      <ShownSeries all={all} chosen={chosen} />
      {made.refusal && <RefusalNote refusal={made.refusal} kinds={made.kinds} chosen={chosen} />}
      <ViewNotes
        chosen={{ ...chosen, view: viewed.length > 0 || none ? chosen.view : {} }}
        viewed={viewed}
        plain="/chart"
        declined={declined}
        unknown={unknown}
      />
      {rateSentences(all, chosen.view).map((sentence) => (
        <p key={sentence} className="note">
          {sentence} <a href={rates}>{words.view.ratesTable}</a>
        </p>
      ))}
      {viewed.length > 0 && <ViewCharts {...props} />}
    </>
  );
}

function ViewCharts({ shown: { viewed, input: whole }, tables, chosen, living }: Props) {
  const { time, hide } = chosen.view;
  const nothing = { whole, path: '/chart', chosen };
  const [first] = viewed;
  if (first && !viewed.some(hasValues)) return <NothingNote viewed={first} {...nothing} />;
  const table = viewed.map(({ input }) => (
    <ChartData key={input.id} chart={input} tables={tables} />
  ));
  if (chosen.view.tab === 'table') return <>{table}</>;
  return (
    <div className="charts">
      {viewed.map((one, index) => {
        const { input } = one;
        const life = living[index];
        return hasValues(one) ? (
          <ChartFigure
            key={input.id}
            input={input}
            living={life && { ...life, view: { time, hide } }}
            rowHref={(name) => hrefOf(tables, name)}
            formatValue={(value) => formatChartValue(value, input.axis.suffix)}
          >
            <SourceLine chart={input} tables={tables} list={false} />
          </ChartFigure>
        ) : (
          <NothingNote key={input.id} title={input.title} viewed={one} {...nothing} />
        );
      })}
      <details>
        <summary>{words.chart.table}</summary>
        {table}
      </details>
    </div>
  );
}
