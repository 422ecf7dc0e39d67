'use client';

import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Brush, LineChart } from 'recharts';
import { frame } from '@/lib/chart/frame';
import type { ChartInput } from '@/lib/chart/input';
import { momentsOf } from '@/lib/chart/moments';
import type { ChartSpec } from '@/lib/chart/spec';
import { inTime } from '@/lib/view/in-time';
import type { Time } from '@/lib/view/view';

type Stretch = { start: number; end: number; when: string };

type Props = {
  input: ChartInput;
  spec: ChartSpec;
  time: Time | undefined;
  /** Told when the brush is let go: the first and the last of all that stay. */
  onYears: (all: Stretch[], first: number, last: number) => void;
};

const HEIGHT = 44;
const HANDLE = 24;

/** Narrows the years. Recharts counts its pixels unscaled, so the brush is a chart of its own, drawn at its true size. */
export function YearsBrush({ input, spec, time, onYears }: Props) {
  const slot = useRef<HTMLDivElement>(null);
  const width = useWidth(slot);
  const all = useMemo(() => stretchesOf(input), [input]);
  const [first, last] = useMemo(() => ends(all, time), [all, time]);
  const dragged = useRef(false);
  const letGo = ({ startIndex = 0, endIndex = all.length - 1 }) => {
    dragged.current = false;
    if (startIndex !== first || endIndex !== last) onYears(all, startIndex, endIndex);
  };
  useSliders(slot, all, [first, last], width);
  const { left, right } = frame(spec);
  const scale = width / spec.size.width;
  return (
    <div
      ref={slot}
      className="live-brush"
      onMouseDownCapture={() => {
        dragged.current = true;
      }}
      onTouchStartCapture={() => {
        dragged.current = true;
      }}
    >
      {width > 0 && (
        <LineChart width={width} height={HEIGHT} data={all} accessibilityLayer={false}>
          <Brush
            dataKey="when"
            x={left * scale - HANDLE / 2}
            y={6}
            width={(right - left) * scale + HANDLE}
            height={HEIGHT - 12}
            travellerWidth={HANDLE}
            traveller={<Handle />}
            startIndex={first}
            endIndex={last}
            ariaLabel="Years shown"
            onChange={(range) => {
              // A key has no end to wait for.
              if (!dragged.current) letGo(range);
            }}
            onDragEnd={letGo}
          />
        </LineChart>
      )}
    </div>
  );
}

function stretchesOf(input: ChartInput): Stretch[] {
  return momentsOf(input).map(({ start, end, when }) => ({ start, end, when }));
}

/** The first and the last stretch that the time holds; all where it holds none. */
function ends(all: Stretch[], time: Time | undefined): [number, number] {
  const [first, last] = [0, all.length - 1];
  if (!time) return [first, last];
  const inside = inTime(all, time);
  if (inside.length === 0) return [first, last];
  return [all.indexOf(inside[0] as Stretch), all.indexOf(inside.at(-1) as Stretch)];
}

function useWidth(slot: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = slot.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [slot]);
  return width;
}

const NAMES = ['First period shown', 'Last period shown'];

/** Recharts calls both handles the same and counts in pixels: tells which each is, and where it stands. */
function useSliders(
  slot: RefObject<HTMLElement | null>,
  all: Stretch[],
  [first, last]: [number, number],
  width: number,
): void {
  useEffect(() => {
    if (width === 0) return;
    const handles = slot.current?.querySelectorAll('.recharts-brush-traveller') ?? [];
    for (const [index, handle] of [...handles].entries()) {
      const at = index === 0 ? first : last;
      handle.setAttribute('aria-label', NAMES[index] ?? '');
      handle.setAttribute('aria-valuemin', '0');
      handle.setAttribute('aria-valuemax', String(all.length - 1));
      handle.setAttribute('aria-valuenow', String(at));
      handle.setAttribute('aria-valuetext', all[at]?.when ?? '');
    }
  }, [slot, all, first, last, width]);
}

type Place = { x?: number; y?: number; width?: number; height?: number };

/** As wide as a finger needs, with a thin line to see. */
function Handle({ x = 0, y = 0, width = 0, height = 0 }: Place) {
  return (
    <g className="live-handle">
      <rect x={x} y={y} width={width} height={height} className="live-grip" />
      <rect x={x + width / 2 - 3} y={y} width={6} height={height} rx={2} />
    </g>
  );
}
