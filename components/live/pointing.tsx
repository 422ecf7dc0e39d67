'use client';

import { type MouseEvent, type ReactNode, type SyntheticEvent, useId, useMemo } from 'react';
import { frame } from '@/lib/chart/frame';
import type { ChartInput } from '@/lib/chart/input';
import type { Moment } from '@/lib/chart/moments';
import type { RowFacts } from '@/lib/chart/row-facts';
import type { ChartSpec } from '@/lib/chart/spec';
import { Crosshair } from './crosshair';
import { Spoken, Tooltip } from './tooltip';
import { useStop } from './use-stop';

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

/** Recharts would search all its points at each move, for a tooltip of its own that is not there. */
const keepFromRecharts = (event: SyntheticEvent) => event.stopPropagation();

/** Pointer, touch and keys on a picture, with what is said where they are. */
export function Pointing({ spec, layout, moments, facts, format, unit, titleId, children }: Props) {
  const helpId = useId();
  const area = useMemo(() => frame(spec), [spec]);
  const at = useStop({ spec, area, layout, moments });
  const { stop } = at;
  // A finger has no other way to ask what a mark is; the tooltip has the way to its row.
  const follow = (event: MouseEvent) => {
    if (at.isTouched(event)) event.preventDefault();
  };
  // Else what a finger was on before loses the focus, and with it what is said here.
  const keepFocus = (event: MouseEvent) => {
    const onMark = event.target instanceof Element && event.target.closest('a') !== null;
    if (!onMark) follow(event);
  };
  const words = { facts, format, unit };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the element within takes the focus and has the role
    <div
      className="live-picture"
      onPointerMove={at.point}
      onPointerDown={at.press}
      onPointerUp={at.hold}
      onMouseDown={keepFocus}
      onClickCapture={follow}
      onPointerLeave={at.leave}
      onKeyDown={at.walk}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) at.close();
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
      {stop && (
        <Tooltip
          key={`${layout} ${stop.by}`}
          {...{ layout, area, spec, titleId, ...stop, ...words }}
        />
      )}
      {children}
      {stop && <Crosshair {...{ moment: stop.moment, layout, area, spec }} />}
      <Spoken moment={stop?.by === 'key' ? stop.moment : null} {...words} />
    </div>
  );
}
