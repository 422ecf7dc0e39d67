'use client';

import {
  type ComponentType,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { type Choose, WholePage } from '@/components/live/choice';
import type { Found } from '@/components/series-picker';
import type { OverTime } from '@/lib/chart/input';
import type { Chosen } from '@/lib/view/chosen';
import type { Start } from '@/lib/view/starts';
import { MOVED, onMoved } from './moved';
import { viewAsked, viewLink } from './view-link';

/** What the page knows of the data before any of them are fetched. */
export type Facts = {
  /** The view that the server drew. */
  served: Chosen;
  text: OverTime['text'];
  found: Found;
  starts: Start[];
  currencies: string[];
  revision: string;
};

type Go = (href: string) => void;

export type LiveProps = {
  facts: Facts;
  /** Told where to hand addresses to. */
  onReady: (go: Go) => void;
  /** Whether the server's drawing has made room. */
  covered: boolean;
  /** Told whether there is another view to show in place of the server's. */
  onCover: (covered: boolean) => void;
};

/**
 * Without script all links lead to pages. With it, a link that changes the view changes it in place: what that takes
 * is loaded when the reader reaches for a link, and if it does not come the link leads to its page. So with the form
 * and with what is chosen at a live chart.
 */
export function SeriesDesk({ facts, children }: { facts: Facts; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  const go = useRef<Go>(null);
  const waiting = useRef<string[]>([]);
  const [Live, setLive] = useState<ComponentType<LiveProps> | null>(null);
  const [covered, cover] = useState(false);
  const load = useCallback(
    () => import('./live-desk').then(({ LiveDesk }) => setLive(() => LiveDesk)),
    [],
  );
  const follow = useCallback<Go>(
    (href) => {
      // What has changed since a state of the data is the server's to say, of each view.
      if (new URLSearchParams(location.search).has('v')) return location.assign(href);
      if (go.current) return go.current(href);
      waiting.current.push(href);
      load().catch(() => location.assign(href));
    },
    [load],
  );
  const choose = useCallback<Choose>(
    (part) => void import('@/components/live/address').then((at) => follow(at.hrefWith(part))),
    [follow],
  );

  useEffect(() => {
    if (wasLeft()) load().catch(() => location.reload());
    const element = root.current;
    return element ? listen(element, load, follow) : undefined;
  }, [load, follow]);

  const onReady = (ready: Go) => {
    go.current = ready;
    for (const href of waiting.current.splice(0)) ready(href);
  };
  return (
    <WholePage value={choose}>
      <div ref={root} className="series-desk">
        {!covered && children}
        {Live && <Live facts={facts} onReady={onReady} covered={covered} onCover={cover} />}
      </div>
    </WholePage>
  );
}

/** Whether back was pressed before this page listened: the entry is no longer the one that was loaded. */
function wasLeft(): boolean {
  const loaded = performance.getEntriesByType('navigation')[0]?.name ?? location.href;
  const { pathname, search } = new URL(loaded, location.href);
  return pathname === location.pathname && search !== location.search;
}

function listen(element: HTMLElement, load: () => Promise<void>, follow: Go): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const reach = (event: Event) => {
    if (viewLink(event) ?? viewForm(event)) load().catch(() => {});
  };
  const act = (event: Event) => {
    const href = event.type === 'submit' ? viewAsked(event) : viewLink(event);
    if (!href) return;
    event.preventDefault();
    follow(href);
  };
  const stopMoved = onMoved(() => {
    // A choice made by hand would outlast the view that it made.
    element.querySelector<HTMLFormElement>('.view-form')?.reset();
    // An entry of this page that was left before it was loaded anew: nobody else knows of it.
    load().then(
      () => window.dispatchEvent(new Event(MOVED)),
      () => location.reload(),
    );
  });
  element.addEventListener('pointerover', reach, { signal });
  element.addEventListener('focusin', reach, { signal });
  element.addEventListener('click', act, { signal });
  element.addEventListener('submit', act, { signal });
  return () => {
    stop.abort();
    stopMoved();
  };
}

const viewForm = ({ target }: Event) => target instanceof Element && target.closest('.view-form');
