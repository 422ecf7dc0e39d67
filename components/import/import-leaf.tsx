'use client';

import { lazy, Suspense } from 'react';
import { Guard } from '@/components/guard';
import { useAlive } from '@/components/use-alive';
import type { Shipped } from './shipped';

/** Nothing of it is loaded by a page that only links here. */
const Workspace = lazy(() =>
  import('./workspace').then(({ Workspace }) => ({ default: Workspace })),
);

/** Words come as props: this leaf must not carry all of the page's words along. */
export function ImportLeaf({ shipped, notLoaded }: { shipped: Shipped; notLoaded: string }) {
  const alive = useAlive();
  return (
    <div className="import-leaf">
      {alive && (
        <Guard
          instead={
            <p className="notice" role="alert">
              {notLoaded}
            </p>
          }
        >
          <Suspense fallback={null}>
            <Workspace shipped={shipped} />
          </Suspense>
        </Guard>
      )}
    </div>
  );
}
