import { frame, type Theme } from './chart-frame';
import type { ByRow, ChartRow } from './chart-input';
import { hits, labelBox, MIDDLE } from './chart-labels';
import { markPoints, type Worded } from './chart-place';
import type { Axis, BarMark, ChartSpec, DotMark, Label, Mark, RuleMark, Size } from './chart-spec';
import { ASCENT } from './text-width';

export type Layout = {
  input: ByRow;
  size: Size;
  theme: Theme;
  /** Row labels stand above their marks. */
  above: boolean;
  /** Too many rows for a label each. */
  dense: boolean;
  /** Broken into lines. */
  labels: string[][];
  values: string[][];
  /** The height of a row, of its label, and from its top to its mark's middle. */
  row: number;
  text: number;
  middle: number;
};

/** Between a mark and its value. */
export const BESIDE = 7;

/** The value where a row's mark ends on the right. */
export function markEnd({ value, high }: ChartRow, zero: number): number {
  return Math.max(value ?? zero, high ?? value ?? zero);
}

const start = ({ value, low }: ChartRow, zero: number) => Math.min(value ?? zero, low ?? zero);

function owner({ id, label, tone, rows, text }: ChartRow) {
  return { series: id, label, tone, rows, text, when: '' };
}

function thickness({ above, theme, row, input }: Layout): number {
  if (input.mark === 'range') return Math.min(7, row * 0.5);
  return above ? theme.lineHeight - 1 : Math.min(row * 0.62, theme.lineHeight + 2);
}

function barOf(layout: Layout, row: ChartRow, index: number): BarMark[] {
  if (layout.input.mark !== 'bar' || row.value === null) return [];
  const [low, high] = [Math.min(0, row.value), Math.max(0, row.value)];
  const size = thickness(layout);
  return [
    { kind: 'bar', id: `${row.id}:bar`, ...owner(row), low, high, y: index, thickness: size },
  ];
}

function rangeOf(layout: Layout, row: ChartRow, index: number): BarMark[] {
  const { low, high } = row;
  if (low === undefined || high === undefined) return [];
  const size = layout.input.mark === 'range' ? thickness(layout) : 1.5;
  return [
    { kind: 'range', id: `${row.id}:range`, ...owner(row), low, high, y: index, thickness: size },
  ];
}

function dotOf({ input, theme, row: height }: Layout, row: ChartRow, index: number): DotMark[] {
  if (input.mark === 'bar' || row.value === null) return [];
  const radius = Math.min(theme.dot, height * 0.42) + (input.mark === 'range' ? 0.5 : 0);
  const id = `${row.id}:dot`;
  return [{ kind: 'dot', id, ...owner(row), shape: 'disc', radius, x: row.value, y: index }];
}

function rowRule(row: ChartRow, index: number): RuleMark {
  const { id, label } = row;
  return {
    kind: 'rule',
    id: `${id}:row`,
    axis: 'y',
    at: index,
    role: 'row',
    tone: 'grey',
    label,
    rise: 0,
  };
}

function zeroRule(): RuleMark {
  return {
    kind: 'rule',
    id: 'zero',
    axis: 'x',
    at: 0,
    role: 'zero',
    tone: 'ink',
    label: '',
    rise: 0,
  };
}

export function rowMarks(layout: Layout, x: Axis, references: RuleMark[]): Mark[] {
  const { rows, mark } = layout.input;
  const zero = x.domain[0] <= 0 && mark === 'bar' ? [zeroRule()] : [];
  return [
    ...(mark === 'bar' ? [] : rows.map(rowRule)),
    ...rows.flatMap((row, index) => barOf(layout, row, index)),
    ...zero,
    ...references,
    ...rows.flatMap((row, index) => rangeOf(layout, row, index)),
    ...rows.flatMap((row, index) => dotOf(layout, row, index)),
  ];
}

/** Whether some rows stand out, so that their words do too. */
function highlighted({ rows }: ByRow, row: ChartRow): boolean {
  return row.tone !== 'grey' && rows.some(({ tone }) => tone === 'grey');
}

/** Beside the mark, ending where the plot begins; or above it. */
export function rowLabels(layout: Layout, x: Axis): Label[] {
  const { input, theme, above, labels, middle } = layout;
  return input.rows.map((row, index) => {
    const lines = labels[index] ?? [];
    const rise = ((lines.length - 1) * theme.lineHeight) / 2;
    return {
      kind: 'row',
      lines,
      x: x.domain[0],
      y: index,
      dx: above ? 0 : -12,
      dy: above ? ASCENT * theme.font - middle : MIDDLE * theme.font - rise,
      anchor: above ? 'start' : 'end',
      tone: 'ink',
      weight: highlighted(input, row) ? 600 : 400,
    };
  });
}

function valueLabel(
  layout: Layout,
  row: ChartRow,
  index: number,
  spec: ChartSpec,
  left: boolean,
): Label {
  const { theme, values, input } = layout;
  const lines = values[index] ?? [];
  const bold = highlighted(input, row);
  const gap = BESIDE + (input.mark === 'bar' || row.value === null ? 0 : theme.dot);
  const end = row.value === null ? spec.x.domain[0] : markEnd(row, 0);
  return {
    kind: 'value',
    lines,
    x: left ? start(row, row.value ?? 0) : end,
    y: index,
    dx: left ? -gap : gap,
    dy: MIDDLE * theme.font - ((lines.length - 1) * theme.lineHeight) / 2,
    anchor: left ? 'end' : 'start',
    tone: bold && row.value !== null ? row.tone : row.value === null ? 'secondary' : 'ink',
    weight: bold ? 600 : 400,
  };
}

/** At the mark's right end; to its left for a negative bar, or where a reference line is in the way. */
export function valueLabels(layout: Layout, spec: ChartSpec): Label[] {
  const area = frame(spec);
  const references = spec.marks.filter((mark) => mark.kind === 'rule' && mark.role === 'reference');
  const lines = references.flatMap((mark) => markPoints(mark, area));
  const bar = layout.input.mark === 'bar';
  return layout.input.rows.map((row, index) => {
    const right = valueLabel(layout, row, index, spec, false);
    const left = valueLabel(layout, row, index, spec, true);
    if (row.value === null && row.low === undefined) return right;
    if (bar) return (row.value ?? 0) < 0 ? left : right;
    const box = labelBox(left, area, spec.font, spec.lineHeight);
    const crossed = hits(labelBox(right, area, spec.font, spec.lineHeight), lines, 1) > 0;
    return crossed && hits(box, lines, 1) === 0 && box.left > area.left ? left : right;
  });
}

export function denseWords({ input }: Layout): Worded[] {
  return input.rows.flatMap((row, index) => {
    if (row.tone === 'grey' || row.value === null) return [];
    const dot = { kind: 'dot' as const, id: row.id, ...owner(row), shape: 'disc' as const };
    const place = { radius: 3, x: markEnd(row, 0), y: index };
    return [{ dot: { ...dot, ...place }, text: `${row.label} ${row.text}` }];
  });
}
