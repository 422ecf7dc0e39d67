import { ChartFigure } from '@/components/chart/chart-figure';
import { ChartData } from '@/components/chart-data';
import { ChartStarts } from '@/components/chart-starts';
import { RefusalNote } from '@/components/refusal-note';
import { RevisionNote } from '@/components/revision-note';
import { hrefOf } from '@/components/row-link';
import { SeriesPicker, ShownSeries } from '@/components/series-picker';
import { hasValues, MOST, seriesView } from '@/components/series-view';
import { ChartLinks, Share } from '@/components/share';
import { SourceLine } from '@/components/source-line';
import { ViewForm } from '@/components/view-form';
import { ViewNotes } from '@/components/view-notes';
import words from '@/data/words/en.json';
import type { Catalog } from '@/lib/catalog';
import type { ChartInput } from '@/lib/chart/input';
import { formatChartValue } from '@/lib/format';
import { message } from '@/lib/message';
import type { Viewed } from '@/lib/view/apply-view';
import { type Chosen, chosenHref } from '@/lib/view/chosen';
import { viewRows } from '@/lib/view/csv';

type Props = { catalog: Catalog; chosen: Chosen };

export function SeriesChartPage({ catalog, chosen }: Props) {
  const { all, unknown, tooMany, made, input, viewed } = seriesView(catalog, chosen);
  return (
    <main id="main" className="claim chart-page">
      <h1>{words.chart.title}</h1>
      <p className="lead">{words.chart.lead}</p>
      <ShownSeries all={all} chosen={chosen} />
      {chosen.view.series === undefined && chosen.words === '' && <ChartStarts />}
      {unknown.length > 0 && (
        <p className="notice">{message(words.chart.unknown, { ids: unknown.join(', ') })}</p>
      )}
      {tooMany && <p className="notice">{message(words.chart.tooMany, { most: MOST })}</p>}
      {made.refusal && <RefusalNote refusal={made.refusal} chosen={chosen} />}
      <RevisionNote
        path="/chart"
        chosen={chosen}
        revision={catalog.revision}
        day={catalog.descriptor.created}
      />
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
      {viewed.length > 0 && (
        <p className="downloads">
          <a href={chosenHref('/chart.csv', chosen)} download>
            {message(words.view.csv, { n: viewRows(viewed.map(({ input }) => input)) })}
          </a>
        </p>
      )}
      {viewed.length > 0 && (
        <ChartShare chosen={chosen} input={input} revision={catalog.revision} />
      )}
      {all.length > 0 && (
        <>
          <ViewForm action="/chart" chosen={chosen} charts={[input]} whole />
          <p className="note">{words.view.order}</p>
        </>
      )}
      <SeriesPicker tables={catalog.tables} chosen={chosen} />
    </main>
  );
}

type ShareProps = { chosen: Chosen; input: ChartInput; revision: string };

function ChartShare({ chosen, input, revision }: ShareProps) {
  return (
    <div>
      <ChartLinks path="/chart" chosen={chosen} chart={input} />
      <Share path="/chart" chosen={chosen} title={input.title} revision={revision} />
    </div>
  );
}

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
