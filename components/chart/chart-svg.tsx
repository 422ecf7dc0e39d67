import { frame } from '@/lib/chart/frame';
import type { ChartSpec } from '@/lib/chart/spec';
import { AxisX, AxisY } from './chart-axes';
import { ChartLabels, Unread } from './chart-label';
import { ChartMark } from './chart-mark';
import type { Sources } from './mark-parts';

type Props = Sources & {
  spec: ChartSpec;
  /** Ids of the elements that name and describe the chart. */
  titleId: string;
  descriptionId: string;
};

/** A chart as markup: what a reader without script, a printer and a crawler get. */
export function ChartSvg({ spec, titleId, descriptionId, ...sources }: Props) {
  const { width, height } = spec.size;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: aria-labelledby names it; a picture may hold no links, a group may
    <svg
      className={`chart-svg chart-${spec.name}`}
      viewBox={`0 0 ${width} ${height}`}
      role={sources.rowHref ? 'group' : 'img'}
      aria-labelledby={titleId}
      aria-describedby={descriptionId}
    >
      <ChartDrawing spec={spec} {...sources} />
    </svg>
  );
}

/** All that stands in the drawing, for an SVG of its own or for a picture with words around it. */
export function ChartDrawing({ spec, rowHref, formatValue }: Sources & { spec: ChartSpec }) {
  const area = frame(spec);
  return (
    <>
      {spec.marks.map(
        (mark) => mark.kind === 'band' && <ChartMark key={mark.id} mark={mark} area={area} />,
      )}
      <Unread>
        <AxisY spec={spec} area={area} />
        <AxisX spec={spec} area={area} />
      </Unread>
      {spec.marks.map(
        (mark) =>
          mark.kind !== 'band' && (
            <ChartMark key={mark.id} {...{ mark, area, rowHref, formatValue }} />
          ),
      )}
      <ChartLabels spec={spec} area={area} />
    </>
  );
}
