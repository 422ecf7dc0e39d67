import { type RefObject, useLayoutEffect, useState } from 'react';

/** Where the stylesheet changes drawings (chart.css), in pixels of the figure's width. */
const WIDE = 640;

export type DrawnSize = 'wide' | 'narrow';

/** The drawing that the stylesheet shows at the width of the figure around. */
export function useDrawnSize(root: RefObject<HTMLElement | null>): DrawnSize {
  const [size, setSize] = useState<DrawnSize>('wide');
  useLayoutEffect(() => {
    const figure = root.current?.closest('.chart');
    if (!figure) return;
    const measure = () => setSize(figure.clientWidth >= WIDE ? 'wide' : 'narrow');
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(figure);
    return () => observer.disconnect();
  }, [root]);
  return size;
}
