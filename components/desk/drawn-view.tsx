import { useMemo } from 'react';
import { Files } from '@/components/downloads';
import { SeriesTogether } from '@/components/series-together';
import {
  ableInFiles,
  ableOf,
  type SeriesView,
  seriesViewIn,
  wholeCharts,
} from '@/components/series-view';
import { PictureLinks, ShareLinks } from '@/components/share';
import { WholeTables } from '@/components/whole-tables';
import words from '@/data/words/en.json';
import { chartFile } from '@/lib/chart/row-facts';
import { viewFileHref } from '@/lib/share/view-work';
import type { Table } from '@/lib/table/table';
import { type Chosen, chosenHref, viewAlone } from '@/lib/view/chosen';
import { viewRows } from '@/lib/view/csv';
import type { View } from '@/lib/view/view';
import type { Facts } from './series-desk';

type Props = { facts: Facts; view: View; tables: Map<string, Table> };

function drawn({ facts, view, tables }: Props) {
  const chosen: Chosen = { ...facts.served, view, ignored: [] };
  const shown = seriesViewIn(tables, facts.text, chosen);
  const living = wholeCharts(shown, view).map((whole) => ({
    whole,
    numbers: chartFile(whole, tables),
  }));
  return { tables, chosen, shown, living };
}

/** The page as it follows from the view, made in the browser. */
export function DrawnView({ facts, view, tables }: Props) {
  const { found, starts, currencies, revision } = facts;
  // Once for each view, whatever else the page waits for.
  const made = useMemo(() => drawn({ facts, view, tables }), [facts, view, tables]);
  return (
    <SeriesTogether {...{ ...made, found, starts, currencies, revision }} told={null}>
      <TakeAway {...{ ...made, revision }} />
    </SeriesTogether>
  );
}

type TakeAwayProps = { chosen: Chosen; shown: SeriesView; revision: string };

/** Citations and embeds carry the site's full address, which only the server knows: they are a link away. */
function TakeAway({ chosen: asked, shown, revision }: TakeAwayProps) {
  const { all, input, viewed } = shown;
  const chosen = ableOf(shown, asked);
  const href = (ending: string) => viewFileHref('/chart', ending, ableInFiles(shown, asked));
  const rows = viewRows(viewed.map((one) => one.input));
  return (
    <div>
      <Files work={{ csv: { rows } }} href={href} which="view" of="of what is shown" />
      <WholeTables all={all} />
      <PictureLinks path="/chart" chosen={chosen} title={input.title} />
      <ShareLinks path="/chart" chosen={chosen} title={input.title} revision={revision} />
      <p className="downloads">
        <a href={chosenHref('/chart', viewAlone(chosen))} rel="bookmark">
          {words.desk.whole}
        </a>
      </p>
    </div>
  );
}
