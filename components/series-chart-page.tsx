import { ChartFigure } from '@/components/chart/chart-figure';
import { ChartData } from '@/components/chart-data';
import { RefusalNote } from '@/components/refusal-note';
import { hrefOf } from '@/components/row-link';
import { SeriesPicker, ShownSeries } from '@/components/series-picker';
import { SourceLine } from '@/components/source-line';
import { ViewForm } from '@/components/view-form';
import { ViewNotes } from '@/components/view-notes';
import { viewOf } from '@/components/view-of';
import words from '@/data/words/en.json';
import type { Viewed } from '@/lib/apply-view';
import type { Catalog } from '@/lib/catalog';
import type { OverTime } from '@/lib/chart-input';
import type { Chosen } from '@/lib/chosen';
import { formatChartValue, formatPeriod } from '@/lib/format';
import { message } from '@/lib/message';
import { parsePeriod } from '@/lib/period';
import { type Series, seriesById } from '@/lib/series';
import { type SeriesChart, seriesChart } from '@/lib/view-chart';

/** More than these cannot be told apart, nor drawn in reasonable time. */
const MOST = 12;

type Props = { catalog: Catalog; chosen: Chosen };

function articleMark(catalog: Catalog): OverTime['article'] {
  const month = parsePeriod(catalog.claims.article.published);
  return { at: month.end, label: message(words.articleMark, { when: formatPeriod(month) }) };
}

/** One title for all: the table that they are of, or that they are of several. */
function titleOf(all: Series[]): string {
  const titles = [...new Set(all.map(({ table }) => table.resource.title))];
  return titles.length === 1 && titles[0] ? titles[0] : words.chart.several;
}

function inputOf(made: SeriesChart, all: Series[], catalog: Catalog, chosen: Chosen): OverTime {
  const units = words.units_view[chosen.view.units ?? 'lin'];
  return {
    id: 'view',
    layout: 'over-time',
    title: titleOf(all),
    subtitle: message(words.chart.subtitle, { unit: made.unit, units }),
    axis: { title: made.unit, zero: true },
    references: [],
    events: [],
    article: articleMark(catalog),
    series: made.series,
  };
}

/** One chart of all the series, or one each. */
function viewedCharts(input: OverTime, chosen: Chosen): Viewed[] {
  const { series: _, ...view } = chosen.view;
  if (view.form !== 'multiples') return [viewOf(input, view)];
  const whole = viewOf(input, view);
  if (whole.input.layout !== 'over-time') return [whole];
  const { input: drawn } = whole;
  return whole.input.series.map((one, index) => ({
    ...whole,
    lost: index === 0 ? whole.lost : 0,
    input: { ...(drawn as OverTime), id: `view-${index}`, title: one.label, series: [one] },
  }));
}

export function SeriesChartPage({ catalog, chosen }: Props) {
  const { tables } = catalog;
  const ids = [...new Set(chosen.view.series ?? [])];
  const found = ids.slice(0, MOST).map((id) => ({ id, series: seriesById(tables, id) }));
  const all = found.flatMap(({ series }) => series ?? []);
  const unknown = found.flatMap(({ id, series }) => (series ? [] : [id]));
  const made = seriesChart(all, chosen.view, tables);
  const input = inputOf(made, all, catalog, chosen);
  const viewed = all.length === 0 || made.refusal ? [] : viewedCharts(input, chosen);
  return (
    <main id="main" className="claim chart-page">
      <h1>{words.chart.title}</h1>
      <p className="lead">{words.chart.lead}</p>
      <ShownSeries all={all} chosen={chosen} />
      {unknown.length > 0 && (
        <p className="notice">{message(words.chart.unknown, { ids: unknown.join(', ') })}</p>
      )}
      {ids.length > MOST && (
        <p className="notice">{message(words.chart.tooMany, { most: MOST })}</p>
      )}
      {made.refusal && <RefusalNote refusal={made.refusal} chosen={chosen} />}
      <ViewNotes
        chosen={{ ...chosen, view: viewed.length > 0 ? chosen.view : {} }}
        viewed={viewed}
        plain="/chart"
      />
      {made.incomplete.map(({ label, years }) => (
        <p key={label} className="note">
          {message(words.view.incomplete, { label, years: years.join(', ') })}
        </p>
      ))}
      {viewed.length > 0 && <ViewCharts viewed={viewed} catalog={catalog} chosen={chosen} />}
      {all.length > 0 && (
        <>
          <ViewForm action="/chart" chosen={chosen} charts={[input]} whole />
          <p className="note">{words.view.order}</p>
        </>
      )}
      <SeriesPicker tables={tables} chosen={chosen} />
    </main>
  );
}

const hasValues = ({ input }: Viewed): boolean =>
  input.layout === 'over-time' &&
  input.series.some(({ points }) => points.some(({ value }) => value !== null));

function ViewCharts({ viewed, catalog: { tables }, chosen }: Props & { viewed: Viewed[] }) {
  if (!viewed.some(hasValues)) return <p className="notice">{words.view.nothing}</p>;
  const table = viewed.map(({ input }) => (
    <ChartData key={input.id} chart={input} tables={tables} />
  ));
  if (chosen.view.tab === 'table') return <>{table}</>;
  return (
    <div className="charts">
      {viewed.filter(hasValues).map(({ input }) => (
        <ChartFigure
          key={input.id}
          input={input}
          rowHref={(name) => hrefOf(tables, name)}
          formatValue={(value) => formatChartValue(value, input.axis.suffix)}
        >
          <SourceLine chart={input} tables={tables} list={false} />
        </ChartFigure>
      ))}
      <details>
        <summary>{words.chart.table}</summary>
        {table}
      </details>
    </div>
  );
}
