import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { View } from '@/lib/view/view';

export type Choose = (part: Partial<View>) => void;

/** Where a page changes whole with a choice: takes it, and hands each chart what it then is asked for. */
export const WholePage = createContext<Choose | null>(null);

type Address = typeof import('./address');
const address = (): Promise<Address> => import('./address');

/**
 * The view that the page was asked for, then what the address says; `moved` once they differ, and the page does not
 * change with it.
 */
export function useChoice(asked: View, live: boolean) {
  const choosePage = useContext(WholePage);
  const said = JSON.stringify(asked);
  const [answered, setAnswered] = useState(said);
  const [view, setView] = useState(asked);
  if (answered !== said) {
    setAnswered(said);
    setView(asked);
  }
  useEffect(() => {
    if (!live || choosePage) return;
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
  }, [live, choosePage]);
  const choose = useCallback<Choose>(
    (part) => {
      if (choosePage) {
        setView((now) => ({ ...now, ...part }));
        choosePage(part);
      } else
        address().then((module) => {
          module.choose(part);
          setView(module.viewNow());
        });
    },
    [choosePage],
  );
  return { view, choose, moved: !choosePage && JSON.stringify(view) !== said };
}
