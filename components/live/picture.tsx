'use client';

import { memo } from 'react';
import { LineChart, XAxis, YAxis } from 'recharts';
import { GridLine } from '@/components/chart/chart-axes';
import { ChartLabels } from '@/components/chart/chart-label';
import { Band, type Sources } from '@/components/chart/mark-parts';
import { round } from '@/components/chart/round';
import { frame, TICK_DROP } from '@/lib/chart/frame';
import type { ChartInput } from '@/lib/chart/input';
import { MIDDLE } from '@/lib/chart/labels';
import type { Axis, ChartSpec, Mark } from '@/lib/chart/spec';
import { ASCENT } from '@/lib/chart/text-width';
import { type Group, PictureMark } from './picture-mark';

type Props = Sources & {
  spec: ChartSpec;
  layout: ChartInput['layout'];
  titleId: string;
  descriptionId: string;
};

/** As wide as its place: the drawing scales with it as the server's does. */
const FLUID = { width: '100%', height: 'auto', cursor: 'inherit' };

/**
 * The spec's picture drawn by Recharts. Every scale, tick, margin and size is given, so that each mark lands where
 * the server drew it; rules, bands and words are the server's own parts.
 */
export const Picture = memo(function Picture(props: Props) {
  const { spec, layout, titleId, descriptionId, ...sources } = props;
  const area = frame(spec);
  const upright = layout === 'over-time';
  const right = spec.size.width - area.right;
  const bottom = spec.size.height - area.bottom - spec.x.size;
  const svg = (element: SVGSVGElement | null) =>
    element?.classList.add('chart-svg', `chart-${spec.name}`);
  return (
    <LineChart
      ref={svg}
      width={spec.size.width}
      height={spec.size.height}
      margin={{ top: area.top, right, bottom, left: area.left - spec.y.size }}
      layout={upright ? 'horizontal' : 'vertical'}
      style={FLUID}
      accessibilityLayer={false}
      role={sources.rowHref ? 'group' : 'img'}
      aria-labelledby={titleId}
      aria-describedby={descriptionId}
    >
      {spec.marks.map(
        (mark) => mark.kind === 'band' && <Band key={mark.id} mark={mark} area={area} />,
      )}
      {spec.y.grid && spec.y.ticks.map(({ at }) => <GridLine key={at} at={at} area={area} />)}
      <YAxis
        type="number"
        dataKey={upright ? undefined : 'y'}
        width={spec.y.size}
        {...scaleOf(spec.y)}
        // Recharts counts a vertical axis upwards in one layout and downwards in the other.
        reversed={upright ? spec.y.reversed : !spec.y.reversed}
        axisLine={false}
        tickLine={false}
        tick={spec.y.shown ? <TickY axis={spec.y} left={area.left} font={spec.font} /> : false}
      />
      <XAxis
        type="number"
        dataKey={upright ? 'x' : undefined}
        height={spec.x.size}
        {...scaleOf(spec.x)}
        reversed={spec.x.reversed}
        axisLine={spec.x.shown ? GRID : false}
        tickLine={spec.x.shown ? NOTCH : false}
        tickSize={5}
        tick={spec.x.shown ? <TickX axis={spec.x} bottom={area.bottom} font={spec.font} /> : false}
      />
      {groups(spec.marks).map((marks) => (
        <PictureMark key={marks[0].id} {...{ marks, area, upright, ...sources }} />
      ))}
      <ChartLabels spec={spec} area={area} />
    </LineChart>
  );
});

/** In the order of the children: not lifted into a layer of its own. */
const IN_ORDER = 0;

const GRID = { className: 'chart-grid' };
const NOTCH = { className: 'chart-notch' };

const scaleOf = ({ scale, domain, ticks }: Axis) => ({
  scale,
  domain,
  ticks: ticks.map(({ at }) => at),
  interval: 0 as const,
  // Otherwise Recharts widens the domain by the data, and has none where there are no data.
  allowDataOverflow: true,
  zIndex: IN_ORDER,
});

const JOINED: Mark['kind'][] = ['dot', 'bar', 'range', 'column'];

/** Neighbours of one kind that Recharts draws as one. */
function groups(marks: Mark[]): Group[] {
  const found: Group[] = [];
  for (const mark of marks) {
    const last = found.at(-1);
    const joins = JOINED.includes(mark.kind);
    if (mark.kind === 'band') continue;
    if (joins && last?.[0].kind === mark.kind) last.push(mark);
    else found.push([mark]);
  }
  return found;
}

/** What Recharts tells the element that it clones for each tick. */
type Tick = { x?: number; y?: number; payload?: { value: number }; axis: Axis; font: number };

const tickOf = ({ axis, payload }: Tick) => axis.ticks.find(({ at }) => at === payload?.value);

function TickY({ left, ...tick }: Tick & { left: number }) {
  const { y = 0, font } = tick;
  return (
    <text
      className="chart-tick"
      x={round(left - 8)}
      y={round(y + MIDDLE * font)}
      textAnchor="end"
      aria-hidden
    >
      {tickOf(tick)?.label}
    </text>
  );
}

function TickX({ bottom, ...tick }: Tick & { bottom: number }) {
  const { x = 0, font } = tick;
  const { label, anchor = 'middle' } = tickOf(tick) ?? {};
  return (
    <text
      className="chart-tick"
      x={round(x)}
      y={round(bottom + TICK_DROP + ASCENT * font)}
      textAnchor={anchor}
      aria-hidden
    >
      {label}
    </text>
  );
}
