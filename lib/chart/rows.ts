import { frame, THEMES } from './frame';
import { type Header, header, type Post } from './header';
import type { ByRow } from './input';
import { labelBox } from './labels';
import { markPoints, placePoints } from './place';
import { rowsAxis, rowsLayout, valuesAxis } from './row-axes';
import { denseWords, type Layout, rowLabels, rowMarks, valueLabels } from './row-marks';
import type { Axis, ChartSpec, Size } from './spec';

const NONE = { top: 0, right: 0, bottom: 0, left: 0 };

function posts(input: ByRow): Post[] {
  return input.references.map(({ value, label, tone = 'text' }, index) => ({
    kind: 'reference',
    id: `reference:${index}`,
    at: value,
    label,
    tone,
  }));
}

function heading(layout: Layout, x: Axis, y: Axis, right: number): Header {
  const { input, size, theme } = layout;
  const margin = { ...NONE, right };
  const area = frame({ size: { width: theme.width, height: 0 }, margin, x, y });
  const unit = size === 'card' ? '' : input.axis.title;
  const sky = { ...area, width: theme.width, top: y.domain[0], theme };
  return header({ events: [], posts: posts(input), unit, key: [] }, sky);
}

/** In a small chart of many rows only the highlighted are named, beside their marks. */
function addDense(spec: ChartSpec, layout: Layout): ChartSpec {
  const area = frame(spec);
  const { width, height } = spec.size;
  const texts = spec.labels.map((label) => labelBox(label, area, spec.font, spec.lineHeight));
  const marks = spec.marks.flatMap((mark) => markPoints(mark, area));
  const bounds = { left: 0, right: width, top: 0, bottom: height - spec.x.size };
  const ground = { frame: area, theme: layout.theme, bounds, texts, marks };
  const unlabelled: string[] = [];
  const points = placePoints(denseWords(layout), ground, unlabelled, Infinity);
  return { ...spec, labels: [...spec.labels, ...points], unlabelled };
}

export function byRowSpec(input: ByRow, size: Size): ChartSpec {
  const theme = THEMES[size];
  const layout = rowsLayout(input, size);
  const y = rowsAxis(layout);
  const { axis: x, right } = valuesAxis(layout, y.size);
  const top = heading(layout, x, y, right);
  const height = Math.ceil(top.height);
  const spec: ChartSpec = {
    id: input.id,
    title: input.title,
    subtitle: input.subtitle,
    name: size,
    size: {
      width: theme.width,
      height: height + Math.ceil(input.rows.length * layout.row) + x.size,
    },
    margin: { ...NONE, right, top: height },
    font: theme.font,
    lineHeight: theme.lineHeight,
    x,
    y,
    marks: rowMarks(layout, x, top.rules),
    labels: top.labels,
    gaps: [],
    eventKey: [],
    unlabelled: [],
  };
  if (layout.dense) return addDense(spec, layout);
  const words = [...rowLabels(layout, x), ...valueLabels(layout, spec)];
  return { ...spec, labels: [...spec.labels, ...words] };
}
