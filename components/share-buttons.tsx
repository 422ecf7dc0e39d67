'use client';

import { useEffect, useRef, useState } from 'react';
import { withState } from '@/lib/address';
import { useAlive } from './use-alive';

/** Words come as props: this leaf must not carry all of the page's words along. */
type Words = Record<'copyView' | 'copyState' | 'copied' | 'failed' | 'system', string>;
type Props = {
  /** The view, and the view with the revision, as the page has them. */
  view: string;
  state: string;
  revision: string;
  title: string;
  words: Words;
};

const whole = (href: string) => new URL(href, location.href).href;

/** The address without what is no part of a view: a state of the data, a search. */
const viewHere = (): string => {
  const parts = location.search.slice(1).split('&');
  const own = parts.filter((part) => part !== '' && !/^(v|q|page)=/.test(part));
  return `${location.pathname}${own.length > 0 ? '?' : ''}${own.join('&')}`;
};

/** A live chart writes what a reader chooses into the address at once: then that is the view, not what the page has. */
function useHrefs({ view, state, revision }: Pick<Props, 'view' | 'state' | 'revision'>) {
  const drawn = useRef({ view: '', search: '' });
  useEffect(() => {
    drawn.current = { view, search: location.search };
  }, [view]);
  return () => {
    const moved = drawn.current.view === view && drawn.current.search !== location.search;
    return moved ? { view: viewHere(), state: withState(viewHere(), revision) } : { view, state };
  };
}

export function ShareButtons({ view, state, revision, title, words }: Props) {
  const alive = useAlive();
  const hrefs = useHrefs({ view, state, revision });
  const [said, setSaid] = useState('');
  if (!alive) return null;
  const copy = (which: 'view' | 'state') => () =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(whole(hrefs()[which])))
      .then(
        () => setSaid(words.copied),
        () => setSaid(words.failed),
      );
  // A reader may close the sheet again: that is no fault.
  const share = () => navigator.share({ title, url: whole(hrefs().view) }).catch(() => {});
  return (
    <p className="share-buttons">
      <button type="button" onClick={copy('view')}>
        {words.copyView}
      </button>
      <button type="button" onClick={copy('state')}>
        {words.copyState}
      </button>
      {'share' in navigator && (
        <button type="button" onClick={share}>
          {words.system}
        </button>
      )}
      <span role="status">{said}</span>
    </p>
  );
}
