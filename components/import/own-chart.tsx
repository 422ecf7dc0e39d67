import { ChartFigure } from '@/components/chart/chart-figure';
import { chartsOf } from '@/components/series-view';
import words from '@/data/words/import.json';
import live from '@/data/words/live.json';
import { formatChartValue } from '@/lib/format';
import { message } from '@/lib/message';
import type { Series } from '@/lib/table/series';
import type { Viewed } from '@/lib/view/apply-view';
import { offersOf } from '@/lib/view/chart';
import type { Declined } from '@/lib/view/declined';
import { hasValues, nothingIn } from '@/lib/view/nothing';
import { declinedSentences, viewSentences } from '@/lib/view/sentences';
import type { Setting, Work } from './import-state';
import { Numbers } from './numbers';
import { Refused } from './refused';
import type { Shipped } from './shipped';
import type { ShippedSeries } from './shipped-series';
import { thinned } from './thinned';
import { ViewChoices } from './view-choices';

type Props = {
  work: Work;
  shipped: Shipped;
  own: Series[];
  ours: ShippedSeries;
  choose: (setting: Partial<Setting>) => void;
};

export function OwnChart({ work, shipped, own, ours, choose }: Props) {
  const { view, name } = work.setting;
  const { series, notes } = thinned(own, view);
  const all = [...series, ...ours.all];
  const { made, input, viewed, declined } = chartsOf(all, view, ours.tables, shipped.text);
  const titled = viewed.map((one) => withTitle(one, name, own, ours.all));
  const setView = (view: Setting['view']) => choose({ view });
  return (
    <section className="charts" aria-labelledby="chart">
      <h2 id="chart">{words.chart.title}</h2>
      {all.length === 0 && <p className="note">{words.chart.none}</p>}
      {made.refusal && <Refused {...{ refusal: made.refusal, kinds: made.kinds, work, choose }} />}
      <Notes {...{ view, viewed, notes, declined }} />
      {titled.filter(hasValues).map(({ input }) => (
        <ChartFigure
          key={input.id}
          input={input}
          formatValue={(value) => formatChartValue(value, input.axis.suffix)}
        >
          <p className="source-line">
            {message(words.chart.source, {
              own: filesOf(own).join(', ') || 'none',
              shipped: ours.all.length,
              revision: shipped.revision,
            })}
          </p>
        </ChartFigure>
      ))}
      {viewed[0] && !viewed.some(hasValues) && (
        <p className="notice">{live.nothing[nothingIn(viewed[0], view)]}</p>
      )}
      {all.length > 0 && (
        <ViewChoices
          view={view}
          input={input}
          offers={offersOf(all, shipped.currencies)}
          setView={setView}
        />
      )}
      {viewed.some(hasValues) && <Numbers viewed={titled} tables={ours.tables} />}
    </section>
  );
}

/** The files that they came from. */
const filesOf = (own: Series[]): string[] => [
  ...new Set(own.map(({ table }) => table.resource.title)),
];

/** The chart is the reader's: it has the name that they gave it. */
function withTitle(viewed: Viewed, name: string, own: Series[], ours: Series[]): Viewed {
  const several = own.length > 0 && ours.length > 0;
  const title = several ? message(words.chart.several, { own: name }) : name;
  const multiple = viewed.input.id !== 'view';
  return own.length === 0 || multiple ? viewed : { ...viewed, input: { ...viewed.input, title } };
}

type NotesProps = {
  view: Setting['view'];
  viewed: Viewed[];
  notes: string[];
  declined: Declined[];
};

function Notes({ view, viewed, notes, declined }: NotesProps) {
  const asked = declinedSentences(viewed, declined);
  const all = new Set([...notes, ...asked, ...viewSentences(view, viewed)]);
  return (
    <div className="view-notes" role="status">
      {[...all].map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
