import words from '@/data/words/en.json';
import { message } from '@/lib/message';
import type { Viewed } from '@/lib/view/apply-view';
import type { Chosen } from '@/lib/view/chosen';
import type { Declined } from '@/lib/view/declined';
import { declinedSentences, viewSentences } from '@/lib/view/sentences';

/** What a reader must be told of a view: what was ignored, and what could not be done. */
export function ViewNotes({
  chosen,
  viewed,
  plain,
  declined = [],
  unknown = [],
}: {
  chosen: Chosen;
  viewed: Viewed[];
  plain: string;
  /** What the address asks for that the series cannot do, before they are on a chart. */
  declined?: Declined[];
  /** Series that it names and that there are not. */
  unknown?: string[];
}) {
  const { view, ignored } = chosen;
  // A link to a state of the data changes nothing of the view.
  const own = Object.keys(view).some((key) => key !== 'v');
  return (
    <div className="view-notes" role="status">
      {ignored.length > 0 && (
        <p className="notice">
          Left out of the address, because it could not be read: {ignored.join(', ')}.
        </p>
      )}
      {unknown.length > 0 && (
        <p className="notice">{message(words.chart.unknown, { ids: unknown.join(', ') })}</p>
      )}
      {view.series?.length === 0 && <p className="notice">{words.view.none}</p>}
      {declinedSentences(viewed, declined).map((sentence) => (
        <p key={sentence} className="notice">
          {sentence}
        </p>
      ))}
      {own && (
        <p>
          {words.view.yours} <a href={plain}>{words.view.back}</a>
        </p>
      )}
      {viewSentences(view, viewed).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
