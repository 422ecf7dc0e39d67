import { useCallback, useEffect, useState } from 'react';
import type { View } from '@/lib/view/view';

type Address = typeof import('./address');
const address = (): Promise<Address> => import('./address');

/** The view that the page was asked for, then what the address says; `moved` once they differ. */
export function useChoice(asked: View, live: boolean) {
  const [view, setView] = useState(asked);
  useEffect(() => {
    if (!live) return;
    let stop = () => {};
    let gone = false;
    address().then(({ onChoice, viewNow }) => {
      if (gone) return;
      stop = onChoice(() => setView(viewNow()));
    });
    return () => {
      gone = true;
      stop();
    };
  }, [live]);
  const choose = useCallback((part: Partial<View>) => {
    address().then((module) => {
      module.choose(part);
      setView(module.viewNow());
    });
  }, []);
  const moved = JSON.stringify(view) !== JSON.stringify(asked);
  return { view, choose, moved };
}
