import type { ReactNode } from 'react';
import type { Living } from '@/components/chart/chart-figure';
import { ChartStarts } from '@/components/chart-starts';
import { importHref } from '@/components/links';
import { RevisionNote } from '@/components/revision-note';
import type { Told } from '@/components/revision-told';
import { SeriesCharts } from '@/components/series-charts';
import { type Found, SeriesPicker } from '@/components/series-picker';
import type { SeriesView } from '@/components/series-view';
import { viewHrefs } from '@/components/share';
import { ViewForm } from '@/components/view-form';
import words from '@/data/words/en.json';
import yours from '@/data/words/import.json';
import type { Tables } from '@/lib/table/select';
import { offersOf } from '@/lib/view/chart';
import type { Chosen } from '@/lib/view/chosen';
import type { Start } from '@/lib/view/starts';

type Props = {
  shown: SeriesView;
  tables: Tables;
  chosen: Chosen;
  /** What each chart needs to come alive, in their order. */
  living: Omit<Living, 'view'>[];
  found: Found;
  starts: Start[];
  /** Those that there are rates for. */
  currencies: string[];
  told: Told | null;
  revision: string;
  /** Files and links of what is shown. */
  children: ReactNode;
};

/** All of `/chart` that follows from the view: the same on the server and in the browser. */
export function SeriesTogether(props: Props) {
  const { shown, tables, chosen, living, found, starts, currencies, told, revision, children } =
    props;
  const { all, input, viewed } = shown;
  const untouched = chosen.view.series === undefined && chosen.words === '';
  return (
    <>
      <RevisionNote told={told} {...viewHrefs('/chart', chosen, revision)} />
      <SeriesCharts {...{ shown, tables, chosen, living }} />
      {untouched && <ChartStarts starts={starts} />}
      {viewed.length > 0 && children}
      {all.length > 0 && (
        <>
          <ViewForm
            action="/chart"
            chosen={chosen}
            charts={[input]}
            offers={offersOf(all, currencies)}
          />
          <p className="note">{words.view.order}</p>
        </>
      )}
      <p className="downloads">
        <a href={importHref({ series: all.map(({ id }) => id) })}>{yours.besideChart}</a>
      </p>
      <SeriesPicker found={found} chosen={chosen} />
    </>
  );
}
