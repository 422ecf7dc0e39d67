'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  type SyntheticEvent,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { frame } from '@/lib/chart/frame';
import type { ChartInput } from '@/lib/chart/input';
import { keyMove, type Moment, momentNear } from '@/lib/chart/moments';
import type { RowFacts } from '@/lib/chart/row-facts';
import type { ChartSpec } from '@/lib/chart/spec';
import { Crosshair } from './crosshair';
import { Spoken, Tooltip } from './tooltip';

type Props = {
  spec: ChartSpec;
  layout: ChartInput['layout'];
  moments: Moment[];
  facts?: ((row: string) => RowFacts | undefined) | undefined;
  format: (value: number) => string;
  unit: string;
  titleId: string;
  /** The picture; it is not drawn again when the pointer moves. */
  children: ReactNode;
};

/** Where the reader is: at which moment, come there by which means, and whether it stays when the pointer leaves. */
type Stop = {
  index: number;
  by: 'mouse' | 'touch' | 'key';
  held: boolean;
  low: boolean;
  /** Nothing may scroll under a finger on its way. */
  moving: boolean;
};

const means = ({ pointerType }: PointerEvent) => (pointerType === 'mouse' ? 'mouse' : 'touch');

const inTooltip = ({ target }: SyntheticEvent) =>
  target instanceof Element && target.closest('.live-tooltip') !== null;

/** Recharts would search all its points at each move, for a tooltip of its own that is not there. */
const keepFromRecharts = (event: SyntheticEvent) => event.stopPropagation();

/** Pointer, touch and keys on a picture, with what is said where they are. */
export function Pointing({ spec, layout, moments, facts, format, unit, titleId, children }: Props) {
  const [stop, setStop] = useState<Stop | null>(null);
  /** What was held when the pointer came down, and which pointer. */
  const pressed = useRef<{ held: number | null; by: string }>({ held: null, by: '' });
  const helpId = useId();
  const area = useMemo(() => frame(spec), [spec]);
  const near = useCallback(
    ({ clientX, clientY, currentTarget }: PointerEvent) => {
      const box = currentTarget.getBoundingClientRect();
      const x = ((clientX - box.left) / box.width) * spec.size.width;
      const y = ((clientY - box.top) / box.height) * spec.size.height;
      const row = (y - area.y(0)) / (area.y(1) - area.y(0));
      const index = momentNear(moments, layout === 'over-time' ? area.invert(x) : row);
      const low =
        layout === 'over-time' ? y > (area.top + area.bottom) / 2 : x > spec.size.width / 2;
      return { index, low };
    },
    [spec, area, moments, layout],
  );
  const point = (event: PointerEvent) => {
    if (inTooltip(event) || (stop?.held && event.pointerType === 'mouse')) return;
    const by = means(event);
    setStop({ ...near(event), by, held: by === 'touch', moving: true });
  };
  const press = (event: PointerEvent) => {
    pressed.current = {
      held: stop?.held && stop.by !== 'key' ? stop.index : null,
      by: event.pointerType,
    };
  };
  const hold = (event: PointerEvent) => {
    if (inTooltip(event) || moments.length === 0) return;
    const here = near(event);
    const again = pressed.current.held === here.index;
    setStop(again ? null : { ...here, by: means(event), held: true, moving: false });
  };
  // A finger has no other way to ask what a mark is; the tooltip has the way to its row.
  const follow = (event: MouseEvent) => {
    if (pressed.current.by === 'touch' && !inTooltip(event)) event.preventDefault();
  };
  // Else what a finger was on before loses the focus, and with it what is said here.
  const keepFocus = (event: MouseEvent) => {
    const onMark = event.target instanceof Element && event.target.closest('a') !== null;
    if (pressed.current.by === 'touch' && !onMark && !inTooltip(event)) event.preventDefault();
  };
  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const index = keyMove(event.key, stop?.index ?? null, moments.length);
    if (index === undefined || (index === null && !stop)) return;
    event.preventDefault();
    setStop(index === null ? null : { index, by: 'key', held: true, low: true, moving: false });
  };
  const moment = stop && moments[stop.index];
  const words = { facts, format, unit };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the element within takes the focus and has the role
    <div
      className="live-picture"
      onPointerMove={moments.length > 0 ? point : undefined}
      onPointerDown={press}
      onPointerUp={hold}
      onMouseDown={keepFocus}
      onClickCapture={follow}
      onPointerLeave={() => setStop((now) => (now?.held ? now : null))}
      onKeyDown={walk}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setStop(null);
      }}
      onMouseMoveCapture={keepFromRecharts}
      onTouchMoveCapture={keepFromRecharts}
    >
      <div
        className="live-keys"
        role="application"
        aria-roledescription="chart"
        aria-labelledby={titleId}
        aria-describedby={helpId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys of its own
        tabIndex={0}
      />
      <p id={helpId} className="visually-hidden">
        Arrow keys go from figure to figure, Page Up and Page Down by a tenth, Home and End to the
        ends, Escape closes.
      </p>
      {moment && (
        <Tooltip
          key={`${layout} ${stop.by}`}
          {...{ moment, layout, area, spec, titleId, ...stop, ...words }}
        />
      )}
      {children}
      {moment && <Crosshair {...{ moment, layout, area, spec }} />}
      <Spoken moment={stop?.by === 'key' ? moment : null} {...words} />
    </div>
  );
}
