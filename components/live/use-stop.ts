import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type SyntheticEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Frame } from '@/lib/chart/frame';
import type { ChartInput } from '@/lib/chart/input';
import { keyMove, type Moment, momentNear } from '@/lib/chart/moments';
import { type Pointed, pointedAt, targetsOf } from '@/lib/chart/pointed';
import type { ChartSpec } from '@/lib/chart/spec';

/** Where the reader is: what is told there, come there by which means, and whether it stays when the pointer leaves. */
export type Stop = Pointed & {
  by: 'mouse' | 'touch' | 'key';
  held: boolean;
  low: boolean;
  /** Nothing may scroll under a finger on its way. */
  moving: boolean;
};

type Chart = {
  spec: ChartSpec;
  area: Frame;
  layout: ChartInput['layout'];
  moments: Moment[];
};

const meansOf = ({ pointerType }: PointerEvent) => (pointerType === 'mouse' ? 'mouse' : 'touch');

export const inTooltip = ({ target }: SyntheticEvent) =>
  target instanceof Element && target.closest('.live-tooltip') !== null;

/** What is told, by which a second press on the same is known. */
const toldAt = ({ moment }: Pointed): string =>
  [moment.at, ...moment.said.map(({ series, value }) => `${series} ${value}`)].join();

/** How near to a mark's height a pointer on its way to the tooltip stays, in pixels of the drawing. */
const CORRIDOR = 12;
/** And how long it must rest there to be told of what is nearer now, in milliseconds. */
const REST = 150;

type Place = { x: number; y: number };

/** What is nearest to the pointer, where that is in the drawing, and whether in its lower half, or of rows its right one. */
function useNear({ spec, area, layout, moments }: Chart) {
  const targets = useMemo(() => targetsOf(moments, area), [moments, area]);
  return ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    const scale = box.width / spec.size.width;
    const place = { x: (clientX - box.left) / scale, y: (clientY - box.top) / scale };
    if (layout === 'over-time') {
      const found = pointedAt(targets, moments, place, scale);
      const low = place.y > (area.top + area.bottom) / 2;
      return found && { found, place, low };
    }
    const index = momentNear(moments, (place.y - area.y(0)) / (area.y(1) - area.y(0)));
    const moment = moments[index];
    return moment ? { found: { index, moment }, place, low: place.x > spec.size.width / 2 } : null;
  };
}

/** On its way straight to the tooltip a mouse passes marks that it does not mean. */
function isPassing({ layout, area }: Chart, stop: Stop | null, from: Place, to: Place): boolean {
  if (layout === 'by-row' || stop?.by !== 'mouse') return false;
  const steep = Math.abs(to.y - from.y) > Math.abs(to.x - from.x);
  return steep && Math.abs(to.x - area.x(stop.moment.at)) <= CORRIDOR;
}

/** Pointer, touch and keys: where they lead. */
export function useStop(chart: Chart) {
  const { moments } = chart;
  const [kept, setKept] = useState<{ stop: Stop; of: Moment[] } | null>(null);
  // What was told of another view is told no more.
  const stop = kept?.of === moments ? kept.stop : null;
  const setStop = (stop: Stop | null) => setKept(stop && { stop, of: moments });
  /** What was held when the pointer came down, and which pointer. */
  const pressed = useRef<{ held: string | null; by: string }>({ held: null, by: '' });
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef<Place>({ x: 0, y: 0 });
  const near = useNear(chart);
  useEffect(() => () => clearTimeout(resting.current), []);

  const point = (event: PointerEvent) => {
    clearTimeout(resting.current);
    if (inTooltip(event) || (stop?.held && event.pointerType === 'mouse')) return;
    const by = meansOf(event);
    const here = near(event);
    if (!here) return;
    const { found, place, low } = here;
    const tell = () => setStop({ ...found, low, by, held: by === 'touch', moving: true });
    const passing = by === 'mouse' && isPassing(chart, stop, last.current, place);
    last.current = place;
    if (passing) resting.current = setTimeout(tell, REST);
    else tell();
  };
  const press = (event: PointerEvent) => {
    const held = stop?.held && stop.by !== 'key' ? toldAt(stop) : null;
    pressed.current = { held, by: event.pointerType };
  };
  const hold = (event: PointerEvent) => {
    clearTimeout(resting.current);
    const here = inTooltip(event) ? null : near(event);
    if (!here) return;
    const { found, low } = here;
    const again = pressed.current.held === toldAt(found);
    setStop(again ? null : { ...found, low, by: meansOf(event), held: true, moving: false });
  };
  const leave = () => {
    clearTimeout(resting.current);
    if (!stop?.held) setStop(null);
  };
  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const index = keyMove(event.key, stop?.index ?? null, moments.length);
    if (index === undefined || (index === null && !stop)) return;
    event.preventDefault();
    clearTimeout(resting.current);
    const moment = index === null ? undefined : moments[index];
    if (index === null || !moment) setStop(null);
    else setStop({ index, moment, by: 'key', held: true, low: true, moving: false });
  };
  const isTouched = (event: MouseEvent) => pressed.current.by === 'touch' && !inTooltip(event);
  return { stop, point, press, hold, leave, walk, isTouched, close: () => setStop(null) };
}
