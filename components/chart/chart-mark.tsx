import { area as areaShape, curveLinear, curveStepAfter, line } from 'd3-shape';
import type { ReactNode } from 'react';
import type { Frame } from '@/lib/chart/frame';
import type {
  AreaMark,
  BarMark,
  ColumnMark,
  DotMark,
  LineMark,
  Mark,
  RuleMark,
} from '@/lib/chart/spec';
import { round } from './round';
import { Sign } from './sign';

/** Where a table's row is shown, and how a value is written. */
export type Sources = {
  rowHref?: ((name: string) => string) | undefined;
  formatValue?: ((value: number) => string) | undefined;
};

type Props = Sources & { mark: Mark; area: Frame };

export function ChartMark({ mark, area, ...sources }: Props) {
  switch (mark.kind) {
    case 'line':
      return <Line mark={mark} area={area} />;
    case 'area':
      return <Area mark={mark} area={area} />;
    case 'dot':
      return <Dot mark={mark} area={area} {...sources} />;
    case 'column':
      return <Column mark={mark} area={area} {...sources} />;
    case 'rule':
      return <Rule mark={mark} area={area} />;
    case 'band':
      return (
        <rect
          className="chart-after"
          x={round(area.x(mark.from))}
          y={round(area.top)}
          width={round(area.x(mark.to) - area.x(mark.from))}
          height={round(area.bottom - area.top)}
        />
      );
    default:
      return <Bar mark={mark} area={area} {...sources} />;
  }
}

function Line({ mark, area }: { mark: LineMark; area: Frame }) {
  const path = line<LineMark['points'][number]>()
    .defined(({ y }) => y !== null)
    .x(({ x }) => area.x(x))
    .y(({ y }) => area.y(y ?? 0))
    .curve(mark.curve === 'linear' ? curveLinear : curveStepAfter)
    .digits(2);
  const dash = mark.dash ? ` chart-${mark.dash}` : '';
  const d = path(mark.points) ?? '';
  return <path className={`chart-line chart-tone-${mark.tone}${dash}`} d={d} data-mark={mark.id} />;
}

function Area({ mark, area }: { mark: AreaMark; area: Frame }) {
  const path = areaShape<AreaMark['points'][number]>()
    .x(({ x }) => area.x(x))
    .y0(({ low }) => area.y(low))
    .y1(({ high }) => area.y(high))
    .digits(2);
  const d = path(mark.points) ?? '';
  return <path className={`chart-area chart-tone-${mark.tone}`} d={d} data-mark={mark.id} />;
}

function Rule({ mark, area }: { mark: RuleMark; area: Frame }) {
  const at = round(mark.axis === 'x' ? area.x(mark.at) : area.y(mark.at));
  const across = { x1: round(area.left), x2: round(area.right), y1: at, y2: at };
  const down = { x1: at, x2: at, y1: round(area.top - mark.rise), y2: round(area.bottom) };
  const ends = mark.axis === 'x' ? down : across;
  return <line className={`chart-rule-${mark.role} chart-tone-${mark.tone}`} {...ends} />;
}

function Dot({ mark, area, ...sources }: Sources & { mark: DotMark; area: Frame }) {
  const { shape, radius, x, y } = mark;
  return (
    <Sourced mark={mark} words={wordsOf(mark, y, sources)} {...sources}>
      <Sign shape={shape} x={area.x(x)} y={area.y(y)} radius={radius} />
    </Sourced>
  );
}

function Bar({ mark, area, ...sources }: Sources & { mark: BarMark; area: Frame }) {
  const { kind, low, high, y, thickness } = mark;
  return (
    <Sourced mark={mark} words={wordsOf(mark, high, sources)} {...sources}>
      <rect
        className={`chart-${kind}`}
        x={round(area.x(low))}
        y={round(area.y(y) - thickness / 2)}
        width={round(area.x(high) - area.x(low))}
        height={round(thickness)}
      />
    </Sourced>
  );
}

function Column({ mark, area, ...sources }: Sources & { mark: ColumnMark; area: Frame }) {
  const { fill, from, to, low, high, value } = mark;
  return (
    <Sourced mark={mark} words={wordsOf(mark, value, sources)} {...sources}>
      <rect
        className={`chart-column chart-fill-${fill}`}
        x={round(area.x(from))}
        y={round(area.y(high))}
        width={round(area.x(to) - area.x(from))}
        height={round(area.y(low) - area.y(high))}
      />
    </Sourced>
  );
}

/** What the browser says when a pointer rests on a mark. */
export function wordsOf(mark: Pointed, value: number, { formatValue }: Sources) {
  const { label, when } = mark;
  const said = ('text' in mark ? mark.text : undefined) ?? formatValue?.(value);
  const name = when === '' ? label : `${label}, ${when}`;
  return said === undefined ? name : `${name}: ${said}`;
}

type Pointed = DotMark | BarMark | ColumnMark;
type SourcedProps = Sources & { mark: Pointed; words: string; children: ReactNode };

export function Sourced({ mark, words, rowHref, children }: SourcedProps) {
  const row = mark.rows[0];
  const drawn = (
    <g className={`chart-tone-${mark.tone}`} data-mark={mark.id}>
      <title>{words}</title>
      {children}
    </g>
  );
  return rowHref && row !== undefined ? (
    <a href={rowHref(row)} aria-label={words}>
      {drawn}
    </a>
  ) : (
    drawn
  );
}
