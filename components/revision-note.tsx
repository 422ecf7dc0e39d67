import { viewHrefs } from '@/components/share';
import words from '@/data/words/en.json';
import { formatDay } from '@/lib/format';
import { message } from '@/lib/message';
import type { Chosen } from '@/lib/view/chosen';

type Props = {
  path: string;
  chosen: Chosen;
  revision: string;
  /** The day of that revision. */
  day: string;
};

/** Whether the data are still what they were when a link was made that names their state. */
export function RevisionNote({ path, chosen, revision, day }: Props) {
  const asked = chosen.view.v;
  if (asked === undefined) return null;
  if (asked === revision)
    return <p className="note">{message(words.share.asAsked, { revision })}</p>;
  const { view, state } = viewHrefs(path, chosen, revision);
  return (
    <div className="notice" role="status">
      <p>{message(words.share.moved, { asked, revision, day: formatDay(Date.parse(day)) })}</p>
      <p>
        <a href={view}>{words.share.newest}</a> · <a href={state}>{words.share.shown}</a>
      </p>
    </div>
  );
}
