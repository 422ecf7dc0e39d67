import type { ReactElement } from 'react';
import { Curve, type CurveProps, Line, useXAxisScale, useYAxisScale } from 'recharts';
import { Rule, Sourced, type Sources, wordsOf } from '@/components/chart/mark-parts';
import { round } from '@/components/chart/round';
import { Sign } from '@/components/chart/sign';
import type { Frame } from '@/lib/chart/frame';
import type { AreaMark, BarMark, ColumnMark, DotMark, LineMark, Mark } from '@/lib/chart/spec';

export type Group = [Mark, ...Mark[]];

type Props = Sources & { marks: Group; area: Frame; upright: boolean };

/** Nothing moves by itself, and each mark stands where it comes in the order of the children. */
const STILL = {
  isAnimationActive: false,
  zIndex: 0,
  dot: false,
  activeDot: false,
  connectNulls: false,
} as const;

/**
 * Recharts finds the places, all with its Line, which can be given any shape: its Area, Bar and Scatter would weigh
 * another 11 kB, Bar rounds its places to whole pixels, and Scatter listens to the pointer once for every dot.
 */
export function PictureMark({ marks, area, upright, ...sources }: Props): ReactElement | null {
  const [mark] = marks;
  switch (mark.kind) {
    case 'line': {
      const type = mark.curve === 'linear' ? 'linear' : 'stepAfter';
      const data = drawable(mark.points);
      return <Line {...STILL} {...{ data, type }} dataKey="y" shape={<Stroke mark={mark} />} />;
    }
    case 'area': {
      const data = drawable(mark.points);
      return <Line {...STILL} data={data} dataKey="high" shape={<Fill mark={mark} />} />;
    }
    case 'dot': {
      const data = drawable(marks as DotMark[]);
      const dataKey = upright ? 'y' : 'x';
      return <Line {...STILL} {...{ data, dataKey }} shape={<Dots {...sources} />} />;
    }
    case 'bar':
    case 'range': {
      const data = drawable(marks as BarMark[]);
      return <Line {...STILL} data={data} dataKey="high" shape={<Bars {...sources} />} />;
    }
    case 'column': {
      const data = drawable((marks as ColumnMark[]).map((one) => ({ ...one, x: one.from })));
      return <Line {...STILL} data={data} dataKey="high" shape={<Columns {...sources} />} />;
    }
    case 'rule':
      return <Rule mark={mark} area={area} />;
    default:
      return null;
  }
}

/** Recharts calls no shape for one point alone. */
const drawable = <T,>(points: T[]): T[] => (points.length === 1 ? [...points, ...points] : points);

/** What Recharts hands to the shape that it clones: places in pixels, each with what stands there. */
type Placed<T> = { x: number | null; y: number | null; payload?: T };
type Places<T> = { points?: Placed<T>[]; type?: CurveProps['type']; layout?: CurveProps['layout'] };

/** As the server writes them: a hundredth of a pixel off, an edge or a letter is drawn otherwise. */
const rounded = <T extends { x: number | null; y: number | null }>({ x, y, ...rest }: T) => ({
  ...rest,
  x: x === null ? null : round(x),
  y: y === null ? null : round(y),
});

const known = <T,>(points: Placed<T>[] | undefined): { x: number; y: number; payload: T }[] =>
  (points ?? []).flatMap(({ x, y, payload }, index, all) =>
    x === null || y === null || payload === undefined || payload === all[index - 1]?.payload
      ? []
      : [{ x: round(x), y: round(y), payload }],
  );

function Stroke({ mark, points: unrounded, type }: Places<unknown> & { mark: LineMark }) {
  const points = unrounded?.map(rounded) ?? [];
  const dash = mark.dash ? ` chart-${mark.dash}` : '';
  const className = `chart-line chart-tone-${mark.tone}${dash}`;
  return <Curve {...{ points, type, className }} data-mark={mark.id} />;
}

type Edge = AreaMark['points'][number];

function Fill({ mark, points, layout }: Places<Edge> & { mark: AreaMark }) {
  const scale = useYAxisScale();
  const high = known(points);
  const baseLine = high.map(({ x, payload }) => ({ x, y: round(scale?.(payload.low) ?? 0) }));
  const className = `chart-area chart-tone-${mark.tone}`;
  return <Curve points={high} {...{ baseLine, layout, className }} data-mark={mark.id} />;
}

function Dots({ points, rowHref, formatValue }: Places<DotMark> & Sources) {
  return known(points).map(({ x, y, payload: mark }) => (
    <Sourced key={mark.id} {...{ mark, rowHref }} words={wordsOf(mark, mark.y, { formatValue })}>
      <Sign shape={mark.shape} x={x} y={y} radius={mark.radius} />
    </Sourced>
  ));
}

type Box = { x: number; y: number; width: number; height: number };

const boxOf = ({ x, y, width, height }: Box): Box => ({
  ...{ x: round(x), y: round(y) },
  ...{ width: round(width), height: round(height) },
});

function Bars({ points, rowHref, formatValue }: Places<BarMark> & Sources) {
  const scale = useXAxisScale();
  return known(points).map(({ x: end, y, payload: mark }) => {
    const x = round(scale?.(mark.low) ?? end);
    const { kind, thickness } = mark;
    const box = boxOf({ x, y: y - thickness / 2, width: end - x, height: thickness });
    return (
      <Sourced
        key={mark.id}
        {...{ mark, rowHref }}
        words={wordsOf(mark, mark.high, { formatValue })}
      >
        <rect className={`chart-${kind}`} {...box} />
      </Sourced>
    );
  });
}

function Columns({ points, rowHref, formatValue }: Places<ColumnMark> & Sources) {
  const [across, up] = [useXAxisScale(), useYAxisScale()];
  return known(points).map(({ x, y, payload: mark }) => {
    const { fill, to, low, value } = mark;
    const box = boxOf({ x, y, width: (across?.(to) ?? x) - x, height: (up?.(low) ?? y) - y });
    return (
      <Sourced key={mark.id} {...{ mark, rowHref }} words={wordsOf(mark, value, { formatValue })}>
        <rect className={`chart-column chart-fill-${fill}`} {...box} />
      </Sourced>
    );
  });
}
