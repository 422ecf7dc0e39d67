import { Cite } from '@/components/cite';
import { SeriesDesk } from '@/components/desk/series-desk';
import { Files } from '@/components/downloads';
import { viewChartHref } from '@/components/links';
import { pastTold, type Told } from '@/components/revision-told';
import { foundIn } from '@/components/series-picker';
import { SeriesTogether } from '@/components/series-together';
import {
  ableInFiles,
  ableOf,
  firstTextMark,
  type SeriesView,
  seriesView,
  wholeCharts,
} from '@/components/series-view';
import { ChartLinks, Share } from '@/components/share';
import { chartViewWork } from '@/components/view-work';
import { WholeTables } from '@/components/whole-tables';
import words from '@/data/words/en.json';
import type { Catalog } from '@/lib/catalog';
import { viewFileHref } from '@/lib/share/view-work';
import { currenciesIn } from '@/lib/table/rates';
import type { Chosen } from '@/lib/view/chosen';

type Props = { catalog: Catalog; chosen: Chosen };

export function SeriesChartPage({ catalog, chosen, told = null }: Props & { told?: Told | null }) {
  const { revision, tables, site } = catalog;
  const shown = seriesView(catalog, chosen);
  const living = wholeCharts(shown, chosen.view).map((whole, index) => ({
    whole,
    numbers: viewChartHref(chosen, index + 1),
  }));
  const known = {
    found: foundIn(tables, chosen),
    starts: site.starts,
    currencies: currenciesIn(tables),
    revision,
  };
  return (
    <main id="main" className="claim chart-page">
      <h1>{words.chart.title}</h1>
      <p className="lead">{words.chart.lead}</p>
      <SeriesDesk facts={{ ...known, served: chosen, text: firstTextMark(catalog) }}>
        <SeriesTogether {...{ ...known, told, shown, tables, chosen, living }}>
          <TakeAway catalog={catalog} chosen={chosen} shown={shown} />
        </SeriesTogether>
      </SeriesDesk>
    </main>
  );
}

/** What is shown, and the whole tables that it is taken from. */
function TakeAway({ catalog, chosen: asked, shown }: Props & { shown: SeriesView }) {
  const { all, input } = shown;
  const chosen = ableOf(shown, asked);
  const filed = ableInFiles(shown, asked);
  const work = chartViewWork(catalog, filed, shown);
  const href = (ending: string) => viewFileHref('/chart', ending, filed);
  return (
    <div>
      <Files work={work} href={href} which="view" of="of what is shown" />
      <WholeTables all={all} />
      <ChartLinks path="/chart" chosen={chosen} chart={input} />
      <Share
        path="/chart"
        chosen={chosen}
        title={input.title}
        revision={catalog.revision}
        past={pastTold(catalog)}
      />
      <Cite href={href} work={work} />
    </div>
  );
}
