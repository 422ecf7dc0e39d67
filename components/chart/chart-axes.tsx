import { type Frame, TICK_DROP } from '@/lib/chart/frame';
import { MIDDLE } from '@/lib/chart/labels';
import type { ChartSpec } from '@/lib/chart/spec';
import { ASCENT } from '@/lib/chart/text-width';
import { round } from './round';

type Props = { spec: ChartSpec; area: Frame };

/** Gridlines with their values to the left of the plot. */
export function AxisY({ spec: { y, font }, area }: Props) {
  return y.ticks.map(({ at, label }) => (
    <g key={at}>
      {y.grid && <GridLine at={at} area={area} />}
      {y.shown && (
        <text
          className="chart-tick"
          x={round(area.left - 8)}
          y={round(area.y(at) + MIDDLE * font)}
          textAnchor="end"
        >
          {label}
        </text>
      )}
    </g>
  ));
}

export function GridLine({ at, area }: { at: number; area: Frame }) {
  return (
    <line
      className={at === 0 ? 'chart-grid chart-zero' : 'chart-grid'}
      x1={round(area.left)}
      x2={round(area.right)}
      y1={round(area.y(at))}
      y2={round(area.y(at))}
    />
  );
}

/** The line under the plot, with values or dates below it. */
export function AxisX({ spec: { x, font }, area }: Props) {
  if (!x.shown) return null;
  return (
    <g>
      <line
        className="chart-grid"
        x1={round(area.left)}
        x2={round(area.right)}
        y1={round(area.bottom)}
        y2={round(area.bottom)}
      />
      {x.ticks.map(({ at, label, anchor }) => (
        <g key={at}>
          <line
            className="chart-notch"
            x1={round(area.x(at))}
            x2={round(area.x(at))}
            y1={round(area.bottom)}
            y2={round(area.bottom + 5)}
          />
          <text
            className="chart-tick"
            x={round(area.x(at))}
            y={round(area.bottom + TICK_DROP + ASCENT * font)}
            textAnchor={anchor ?? 'middle'}
          >
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}
