'use client';

import { lazy, Suspense, useSyncExternalStore } from 'react';
import { LoadGuard } from './load-guard';
import type { Shipped } from './shipped';

/** Nothing of it is loaded by a page that only links here. */
const Workspace = lazy(() =>
  import('./workspace').then(({ Workspace }) => ({ default: Workspace })),
);

const never = () => () => {};

/** Whether script has taken over: what cannot work without it is not drawn without it. */
const useAlive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** Words come as props: this leaf must not carry all of the page's words along. */
export function ImportLeaf({ shipped, notLoaded }: { shipped: Shipped; notLoaded: string }) {
  const alive = useAlive();
  return (
    <div className="import-leaf">
      {alive && (
        <LoadGuard notLoaded={notLoaded}>
          <Suspense fallback={null}>
            <Workspace shipped={shipped} />
          </Suspense>
        </LoadGuard>
      )}
    </div>
  );
}
