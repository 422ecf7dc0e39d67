import { tableHref } from '@/components/links';
import { viewHrefs } from '@/components/share';
import words from '@/data/words/revision.json';
import type { Catalog } from '@/lib/catalog';
import { message } from '@/lib/message';
import { revisionsOf } from '@/lib/revision/revisions';
import { revisionTold } from '@/lib/revision/told';
import { stateOf } from '@/lib/share/work';
import type { Chosen } from '@/lib/view/chosen';

type Props = { path: string; chosen: Chosen; catalog: Catalog };

/** What has changed in the data since a link was made that names their state. */
export function RevisionNote({ path, chosen, catalog }: Props) {
  const asked = chosen.view.v;
  if (asked === undefined) return null;
  const { tables, revision } = catalog;
  if (asked === revision) return <p className="note">{message(words.asAsked, { revision })}</p>;
  const title = (name: string) => tables.get(name)?.resource.title ?? name;
  const told = revisionTold(revisionsOf(tables), asked, stateOf(catalog), title);
  const { view, state } = viewHrefs(path, chosen, revision);
  return (
    <div className="notice" role="status">
      <p>{told.lead}</p>
      {told.tables.length > 0 && <p>{words.changed}</p>}
      {told.tables.length > 0 && (
        <ul>
          {told.tables.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {told.byHand && <p>{words.byHand}</p>}
      <p>
        {words.earlier} <a href={tableHref('revisions')}>{words.states}</a> ·{' '}
        <a href={tableHref('revision-changes')}>{words.rows}</a>
      </p>
      <p>
        <a href={view}>{words.newest}</a> · <a href={state}>{words.shown}</a>
      </p>
    </div>
  );
}
