import { area as areaShape, curveLinear, curveStepAfter, line } from 'd3-shape';
import type { Frame } from '@/lib/chart/frame';
import type { AreaMark, BarMark, ColumnMark, DotMark, LineMark, Mark } from '@/lib/chart/spec';
import { Band, Rule, Sourced, type Sources, wordsOf } from './mark-parts';
import { round } from './round';
import { Sign } from './sign';

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
      return <Band mark={mark} area={area} />;
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
