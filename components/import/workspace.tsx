'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, memo, Suspense, useCallback, useState } from 'react';
import words from '@/data/words/import.json';
import { Busy } from './busy';
import { FaultNote } from './fault-note';
import { FoundSection, UnreadSection } from './found-section';
import { Give } from './give';
import { KeptList } from './kept-list';
import type { Shipped } from './shipped';
import { settingFor, useImport } from './use-import';

/** Drawing and tables of ours come when there is something to draw. */
const Compare = memo(lazy(() => import('./compare').then(({ Compare }) => ({ default: Compare }))));
/** Neither is made again while the next file is read and tells how far it is. */
const Found = memo(FoundSection);

export function Workspace({ shipped }: { shipped: Shipped }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <Bench shipped={shipped} />
    </QueryClientProvider>
  );
}

function Bench({ shipped }: { shipped: Shipped }) {
  const work = useImport();
  const { state, start, cancel, close } = work;
  const before = state.work?.setting;
  const [kept, setKept] = useState(0);
  const [said, setSaid] = useState('');
  const give = useCallback(
    (files: File[]) => start({ files, setting: settingFor(files, before), from: 'given' }),
    [start, before],
  );
  const keptOne = useCallback(() => setKept((times) => times + 1), []);
  const stop = () => {
    cancel();
    setSaid(words.busy.cancelled);
  };
  return (
    <>
      <Give give={give} />
      {state.busy && <Busy busy={state.busy} cancel={stop} />}
      {state.fault && <FaultNote fault={state.fault} kept={state.work !== null} />}
      {state.unread && <UnreadSection {...state.unread} start={start} />}
      <p role="status" className="said">
        {said}
      </p>
      <KeptList start={start} changed={kept} fail={work.fail} />
      {state.work && (
        <>
          <Found key={state.work.reading.number} work={state.work} start={start} close={close} />
          <Suspense fallback={<p className="note">{words.chart.drawing}</p>}>
            <Compare
              work={state.work}
              shipped={shipped}
              choose={work.choose}
              keptOne={keptOne}
              fail={work.fail}
            />
          </Suspense>
        </>
      )}
    </>
  );
}
