import type { ReactNode } from 'react';
import type { Frame } from '@/lib/chart/frame';
import { MIDDLE } from '@/lib/chart/labels';
import type { ChartSpec, Label } from '@/lib/chart/spec';
import { round } from './round';
import { Sign } from './sign';

/** All labels, over the marks. */
export function ChartLabels({ spec, area }: { spec: ChartSpec; area: Frame }) {
  return (
    <Unread>
      {spec.labels.map((label) => (
        <ChartLabel
          key={`${label.kind}:${label.x}:${label.y}:${label.lines.join(' ')}`}
          {...{ label, area, font: spec.font, lineHeight: spec.lineHeight }}
        />
      ))}
    </Unread>
  );
}

type Props = { label: Label; area: Frame; font: number; lineHeight: number };

function ChartLabel({ label, area, font, lineHeight }: Props) {
  const { kind, lines, anchor, tone, weight, leader, sign } = label;
  const at = { x: area.x(label.x), y: area.y(label.y) };
  const x = round(at.x + label.dx);
  const y = round(at.y + label.dy);
  const bold = weight === 600 ? ' chart-strong' : '';
  return (
    <g className={`chart-tone-${tone}`}>
      {leader && (
        <line
          className="chart-leader"
          x1={round(at.x + leader.x1)}
          y1={round(at.y + leader.y1)}
          x2={round(at.x + leader.x2)}
          y2={round(at.y + leader.y2)}
        />
      )}
      {kind === 'number' && (
        <circle className="chart-number" cx={x} cy={round(y - MIDDLE * font)} r={8} />
      )}
      {sign && <Sign shape={sign.shape} x={x + sign.dx} y={y + sign.dy} radius={4} />}
      <text className={`chart-label chart-label-${kind}${bold}`} textAnchor={anchor} x={x} y={y}>
        {lines.length === 1
          ? lines[0]
          : lines.map((line, index) => (
              <tspan key={line} x={x} y={round(y + index * lineHeight)}>
                {line}
              </tspan>
            ))}
      </text>
    </g>
  );
}

/** Words of the drawing, which the description says better. */
export function Unread({ children }: { children: ReactNode }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
  return <g aria-hidden="true">{children}</g>;
}
