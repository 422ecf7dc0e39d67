'use client';

import { useState, useSyncExternalStore } from 'react';

/** Words come as props: this leaf must not carry all of the page's words along. */
type Words = Record<'copyView' | 'copyState' | 'copied' | 'failed' | 'system', string>;
type Props = { view: string; state: string; title: string; words: Words };

const never = () => () => {};

/** Whether the page has been taken over by script: a button that does nothing is not drawn. */
const useAlive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

const whole = (href: string) => new URL(href, location.href).href;

export function ShareButtons({ view, state, title, words }: Props) {
  const alive = useAlive();
  const [said, setSaid] = useState('');
  if (!alive) return null;
  const copy = (href: string) => () =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(whole(href)))
      .then(
        () => setSaid(words.copied),
        () => setSaid(words.failed),
      );
  // A reader may close the sheet again: that is no fault.
  const share = () => navigator.share({ title, url: whole(view) }).catch(() => {});
  return (
    <p className="share-buttons">
      <button type="button" onClick={copy(view)}>
        {words.copyView}
      </button>
      <button type="button" onClick={copy(state)}>
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
