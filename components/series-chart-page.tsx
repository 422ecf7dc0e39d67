import { ChartFigure } from '@/components/chart/chart-figure';
import { ChartData } from '@/components/chart-data';
import { ChartStarts } from '@/components/chart-starts';
import { Cite } from '@/components/cite';
import { Files } from '@/components/downloads';
import { importHref, tableHref } from '@/components/links';
import { RefusalNote } from '@/components/refusal-note';
import { RevisionNote } from '@/components/revision-note';
import type { Told } from '@/components/revision-told';
import { hrefOf } from '@/components/row-link';
import { SeriesPicker, ShownSeries } from '@/components/series-picker';
import { hasValues, MOST, type SeriesView, seriesView } from '@/components/series-view';
import { ChartLinks, Share, viewHrefs } from '@/components/share';
import { SourceLine } from '@/components/source-line';
import { ViewForm } from '@/components/view-form';
import { ViewNotes } from '@/components/view-notes';
import { chartViewWork } from '@/components/view-work';
import words from '@/data/words/en.json';
import yours from '@/data/words/import.json';
import type { Catalog } from '@/lib/catalog';
import { formatChartValue } from '@/lib/format';
import { message } from '@/lib/message';
import { viewFileHref } from '@/lib/share/view-work';
import type { Viewed } from '@/lib/view/apply-view';
import type { Chosen } from '@/lib/view/chosen';

type Props = { catalog: Catalog; chosen: Chosen };

export function SeriesChartPage({ catalog, chosen, told = null }: Props & { told?: Told | null }) {
  const shown = seriesView(catalog, chosen);
  const { all, unknown, tooMany, made, input, viewed } = shown;
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
      <RevisionNote told={told} {...viewHrefs('/chart', chosen, catalog.revision)} />
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
      {viewed.length > 0 && <TakeAway catalog={catalog} chosen={chosen} shown={shown} />}
      {all.length > 0 && (
        <>
          <ViewForm action="/chart" chosen={chosen} charts={[input]} whole />
          <p className="note">{words.view.order}</p>
        </>
      )}
      <p className="downloads">
        <a href={importHref({ series: all.map(({ id }) => id) })}>{yours.besideChart}</a>
      </p>
      <SeriesPicker tables={catalog.tables} chosen={chosen} />
    </main>
  );
}

/** What is shown, and the whole tables that it is taken from. */
function TakeAway({ catalog, chosen, shown }: Props & { shown: SeriesView }) {
  const { all, input } = shown;
  const work = chartViewWork(catalog, chosen, shown);
  const href = (ending: string) => viewFileHref('/chart', ending, chosen);
  const tables = [...new Set(all.map(({ table }) => table))];
  return (
    <div>
      <Files work={work} href={href} which="view" of="of what is shown" />
      {tables.map((table) => (
        <p key={table.resource.name} className="downloads">
          {table.resource.title}:{' '}
          <a href={`${tableHref(table.resource.name)}.csv`} download>
            {message(words.csvOf.table, { n: table.rows.length })}
            <span className="visually-hidden"> of {table.resource.title}</span>
          </a>
        </p>
      ))}
      <ChartLinks path="/chart" chosen={chosen} chart={input} />
      <Share path="/chart" chosen={chosen} title={input.title} revision={catalog.revision} />
      <Cite href={href} work={work} />
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
