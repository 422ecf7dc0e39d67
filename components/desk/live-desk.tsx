'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import words from '@/data/words/en.json';
import { message } from '@/lib/message';
import { parseChosen } from '@/lib/view/chosen';
import { type View, viewHref, viewParsers } from '@/lib/view/view';
import { AddressProvider, leaveRouter } from './address';
import { DrawnView } from './drawn-view';
import { useKeptFocus } from './kept-focus';
import { merged } from './merged';
import type { LiveProps } from './series-desk';
import { type Loaded, newClient, useTables } from './use-tables';

/** The views of `/chart` as they change in place: the address says which, the figures come as public CSV. */
export function LiveDesk(props: LiveProps) {
  const [client] = useState(newClient);
  useEffect(leaveRouter, []);
  return (
    <QueryClientProvider client={client}>
      <AddressProvider>
        <Desk {...props} />
      </AddressProvider>
    </QueryClientProvider>
  );
}

const KEYS = Object.keys(viewParsers) as (keyof View)[];

/** Every parameter: one that the view does not name leaves the address. */
const whole = (view: View) =>
  Object.fromEntries(KEYS.map((key) => [key, view[key] ?? null])) as { [K in keyof View]: null };

const named = (values: Record<string, unknown>): View =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

const inAddress = (query: string): View =>
  parseChosen(Object.fromEntries(new URLSearchParams(query))).view;

/** What an address says, defaults left out. */
const viewAt = (href: string): View =>
  inAddress(viewHref('', inAddress(href.slice(href.indexOf('?')))));

const isSame = (a: View, b: View): boolean => viewHref('', a) === viewHref('', b);

type Drawn = { view: View; tables: Loaded['tables'] };

/** The last view that all figures came for: until those of the next are here, it stays. */
function useDrawn(view: View, served: View, { tables, pending, failed }: Loaded): Drawn {
  const [drawn, setDrawn] = useState<Drawn>({ view: served, tables });
  if (isSame(view, drawn.view) || pending.length > 0 || failed.length > 0) return drawn;
  const next = { view, tables };
  setDrawn(next);
  return next;
}

function Desk({ facts, onReady, covered: alone, onCover }: LiveProps) {
  const [values, setValues] = useQueryStates(viewParsers, { history: 'push', shallow: true });
  const view = named(values);
  const served = facts.served.view;
  const loaded = useTables(isSame(view, served) ? null : view);
  const drawn = useDrawn(view, served, loaded);
  const covered = !isSame(drawn.view, served);
  // Of two links followed at once the second must know of the first.
  const asked = useRef(view);
  useLayoutEffect(() => {
    asked.current = view;
    onCover(covered);
    onReady((href) => {
      asked.current = merged(asked.current, drawn.view, viewAt(href));
      void setValues(whole(asked.current));
    });
  });
  useKeptFocus(`${alone} ${viewHref('', drawn.view)}`);
  return (
    <>
      {covered && <DrawnView facts={facts} {...drawn} />}
      <Says {...loaded} />
    </>
  );
}

/** What stands between the view that is asked for and the one that is shown. */
function Says({ pending, failed, retry }: Loaded) {
  return (
    <div className="desk-says">
      <p className="note" role="status">
        {pending.length > 0 && message(words.desk.loading, { names: pending.join(', ') })}
      </p>
      {failed.length > 0 && (
        <div className="notice" role="alert">
          <p>{message(words.desk.failed, { names: failed.join(', ') })}</p>
          <button type="button" onClick={retry}>
            {words.desk.retry}
          </button>
        </div>
      )}
    </div>
  );
}
