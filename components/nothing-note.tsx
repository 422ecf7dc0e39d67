import words from '@/data/words/live.json';
import type { ChartInput } from '@/lib/chart/input';
import type { Viewed } from '@/lib/view/apply-view';
import { type Chosen, chosenHref } from '@/lib/view/chosen';
import { type Nothing, nothingIn } from '@/lib/view/nothing';
import type { View } from '@/lib/view/view';

type Props = {
  viewed: Viewed;
  /** The chart before anything was chosen of it. */
  whole: ChartInput;
  path: string;
  chosen: Chosen;
  title?: string;
};

/** The view with what is missing back in it. */
function withAll(why: 'hidden' | 'years', { time, hide = [], ...rest }: View, whole: ChartInput) {
  if (why === 'years') return { ...rest, ...(hide.length > 0 && { hide }) };
  const own = whole.layout === 'over-time' ? whole.series.map(({ id }) => id) : [];
  const others = hide.filter((id) => !own.includes(id));
  return { ...rest, ...(time && { time }), ...(others.length > 0 && { hide: others }) };
}

const backFrom = (why: Nothing): why is 'hidden' | 'years' => why in words.back;

/** In the place of a chart of which nothing is left: why, and the way back. Of no series named the page says so. */
export function NothingNote({ viewed, whole, path, chosen, title }: Props) {
  if (chosen.view.series?.length === 0) return null;
  const why = nothingIn(viewed, chosen.view);
  return (
    <div>
      {title && <h2 className="chart-title">{title}</h2>}
      <p className="notice">
        {words.nothing[why]}{' '}
        {backFrom(why) && (
          <a href={chosenHref(path, { ...chosen, view: withAll(why, chosen.view, whole) })}>
            {words.back[why]}
          </a>
        )}
      </p>
    </div>
  );
}
