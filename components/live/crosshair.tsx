import type { Frame } from '@/lib/chart/frame';
import type { ChartInput } from '@/lib/chart/input';
import type { Moment } from '@/lib/chart/moments';
import type { ChartSpec } from '@/lib/chart/spec';

type Props = { moment: Moment; layout: ChartInput['layout']; area: Frame; spec: ChartSpec };

/** A line through the moment, with a ring at each value; drawn over the picture, which stays as it is. */
export function Crosshair({ moment, layout, area, spec: { size, name } }: Props) {
  const upright = layout === 'over-time';
  const ends = upright
    ? { x1: area.x(moment.at), x2: area.x(moment.at), y1: area.top, y2: area.bottom }
    : { x1: area.left, x2: area.right, y1: area.y(moment.at), y2: area.y(moment.at) };
  return (
    <svg
      className={`live-crosshair chart-${name}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
    >
      <line {...ends} />
      {moment.said.map(({ series, tone, value, at, name: word }, index) => {
        if (value === null) return null;
        const own = at && at.from === at.to ? area.x(at.from) : ends.x1;
        const [cx, cy] = upright ? [own, area.y(value)] : [area.x(value), ends.y1];
        // A log axis has no place for zero.
        if (!Number.isFinite(cy)) return null;
        const key = `${series} ${word ?? ''} ${index}`;
        return <circle key={key} className={`chart-tone-${tone}`} cx={cx} cy={cy} r={6} />;
      })}
    </svg>
  );
}
