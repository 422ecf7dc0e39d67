import { type RefObject, useEffect } from 'react';

/** Near enough that the chart will be there when the reader is. */
const NEAR = '200px';

/** A browser without it (Safari) waits this long instead, in milliseconds. */
const SHORTLY = 200;

const whenIdle = (then: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(then, { timeout: 2000 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(then, SHORTLY);
  return () => clearTimeout(id);
};

/** Who saves data has to come to the chart, seeing it is not enough. */
const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

const TOUCHES = ['pointerenter', 'pointerdown', 'focusin', 'touchstart'] as const;

/** Calls each time the reader comes near: in sight and nothing else to do; or by pointer, focus or touch. */
export function useApproach(root: RefObject<HTMLElement | null>, come: () => void): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let cancel = () => {};
    const observer = new IntersectionObserver(
      ([entry]) => {
        cancel();
        if (entry?.isIntersecting) cancel = whenIdle(come);
      },
      { rootMargin: NEAR },
    );
    if (!savesData()) observer.observe(element);
    for (const touch of TOUCHES) element.addEventListener(touch, come, { passive: true });
    return () => {
      cancel();
      observer.disconnect();
      for (const touch of TOUCHES) element.removeEventListener(touch, come);
    };
  }, [root, come]);
}
