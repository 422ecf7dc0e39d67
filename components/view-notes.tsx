import words from '@/data/words/en.json';
import type { Viewed } from '@/lib/apply-view';
import type { Chosen } from '@/lib/chosen';
import { formatDate } from '@/lib/format';
import { message } from '@/lib/message';

/** What a reader must be told of a view: what was ignored, what is 100, what a log scale left out. */
export function ViewNotes({
  chosen,
  viewed,
  plain,
}: {
  chosen: Chosen;
  viewed: Viewed[];
  plain: string;
}) {
  const { view, ignored } = chosen;
  const lost = viewed.reduce((sum, one) => sum + one.lost, 0);
  const own = Object.keys(view).length > 0;
  return (
    <div className="view-notes" role="status">
      {ignored.length > 0 && (
        <p className="notice">
          Left out of the address, because it could not be read: {ignored.join(', ')}.
        </p>
      )}
      {own && (
        <p>
          {words.view.yours} <a href={plain}>{words.view.back}</a>
        </p>
      )}
      {view.units === 'index' &&
        viewed.map(({ input, base }) => (
          <p key={input.id}>
            {base === null
              ? words.view.noBase
              : message(words.view.baseIs, {
                  when: formatDate(base, { month: 'long', year: 'numeric' }),
                })}
          </p>
        ))}
      {lost > 0 && <p>{message(words.view.lost, { n: lost })}</p>}
    </div>
  );
}
