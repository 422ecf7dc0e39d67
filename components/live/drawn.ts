import { type RefObject, useEffect, useRef } from 'react';
import type { ChartSpec, Mark } from '@/lib/chart/spec';

const named = ({ kind }: Mark): boolean => kind !== 'rule' && kind !== 'band';

const ticksOf = ({ x, y }: ChartSpec): number =>
  (x.shown ? x.ticks.length : 0) + (y.shown ? y.ticks.length : 0);

/** Recharts draws in several passes: tells, once, when all marks and ticks of the spec are there; at once of none. */
export function useDrawn(
  root: RefObject<HTMLElement | null>,
  spec: ChartSpec | null,
  onDrawn: (() => void) | undefined,
): void {
  const told = useRef(false);
  useEffect(() => {
    if (told.current || !onDrawn) return;
    const marks = spec?.marks.filter(named).length ?? 0;
    const ticks = spec ? ticksOf(spec) : 0;
    let frame = 0;
    const look = () => {
      const count = (selector: string) => root.current?.querySelectorAll(selector).length ?? 0;
      if (count(`.chart-${spec?.name} [data-mark]`) < marks || count('.chart-tick') < ticks)
        frame = requestAnimationFrame(look);
      else {
        told.current = true;
        onDrawn();
      }
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [root, spec, onDrawn]);
}
