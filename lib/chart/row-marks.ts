import { frame, type Theme } from './frame';
import type { ByRow, ChartRow } from './input';
import { labelBox, MIDDLE } from './labels';
import type { Worded } from './place';
import type { Axis, BarMark, ChartSpec, DotMark, Label, Mark, RuleMark, Size } from './spec';
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
  /** The width of a column of values at the right; 0 when they stand at their marks. */
  column: number;
  /** Room before the plot for the values of negative bars. */
  before: number;
  /** The height of a row, of its label, and from its top to its mark's middle. */
  row: number;
  text: number;
  middle: number;
};

/** Between a mark and its value, a row's label and the plot. */
export const BESIDE = 7;
export const ROW_GAP = 12;

/** The value where a row's mark ends on the right. */
export function markEnd({ value, high }: ChartRow, zero: number): number {
  return Math.max(value ?? zero, high ?? value ?? zero);
}

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
  const radius = Math.min(theme.dot, highlighted(input, row) ? height : height * 0.42);
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
  const zero = mark === 'bar' && !(layout.above && x.domain[0] === 0) ? [zeroRule()] : [];
  return [
    ...(mark === 'bar' || layout.dense ? [] : rows.map(rowRule)),
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

/** Ending where the plot begins; or above the mark. */
export function rowLabels(layout: Layout, x: Axis): Label[] {
  const { input, theme, above, labels, middle, before } = layout;
  return input.rows.map((row, index) => {
    const lines = labels[index] ?? [];
    const rise = ((lines.length - 1) * theme.lineHeight) / 2;
    return {
      kind: 'row',
      lines,
      x: x.domain[0],
      y: index,
      dx: -before - (above ? 0 : ROW_GAP),
      dy: above ? ASCENT * theme.font - middle : MIDDLE * theme.font - rise,
      anchor: above ? 'start' : 'end',
      tone: 'ink',
      weight: highlighted(input, row) ? 600 : 400,
    };
  });
}

type Place = Pick<Label, 'x' | 'dx' | 'dy' | 'anchor'>;

/** In a column at the picture's right edge, on the row's line or on its label's. */
function inColumn({ theme, above, middle }: Layout, rise: number, spec: ChartSpec): Place {
  const dy = above ? ASCENT * theme.font - middle : MIDDLE * theme.font - rise;
  return { x: spec.x.domain[1], dx: spec.margin.right, dy, anchor: 'end' };
}

/** At a bar's end, or where the bars begin. */
function atBar({ theme }: Layout, { value }: ChartRow, rise: number): Place {
  const dy = MIDDLE * theme.font - rise;
  if (value !== null && value < 0) return { x: value, dx: -BESIDE, dy, anchor: 'end' };
  return { x: value ?? 0, dx: BESIDE, dy, anchor: 'start' };
}

/** Text that a reference line would run through moves on to the line's far side, if there is room. */
function beyondLines(label: Label, { input }: Layout, spec: ChartSpec): Label {
  const area = frame(spec);
  const box = labelBox(label, area, spec.font, spec.lineHeight);
  const lines = input.references.map(({ value }) => area.x(value));
  const through = lines.find((x) => x > box.left - 2 && x < box.right + 2);
  if (through === undefined || label.anchor !== 'start') return label;
  const move = through + BESIDE - box.left;
  return box.right + move > spec.size.width ? label : { ...label, dx: label.dx + move };
}

export function valueLabels(layout: Layout, spec: ChartSpec): Label[] {
  const { input, theme, values, column } = layout;
  const labels = input.rows.map((row, index): Label => {
    const lines = values[index] ?? [];
    const rise = ((lines.length - 1) * theme.lineHeight) / 2;
    const bold = highlighted(input, row);
    const missing = row.value === null && row.low === undefined;
    return {
      kind: 'value',
      lines,
      y: index,
      ...(column > 0 ? inColumn(layout, rise, spec) : atBar(layout, row, rise)),
      tone: missing ? 'secondary' : bold ? row.tone : 'ink',
      weight: bold ? 600 : 400,
    };
  });
  return labels.map((label) => beyondLines(label, layout, spec));
}

export function denseWords({ input }: Layout): Worded[] {
  return input.rows.flatMap((row, index) => {
    if (row.tone === 'grey' || (row.value === null && row.high === undefined)) return [];
    const dot = { kind: 'dot' as const, id: row.id, ...owner(row), shape: 'disc' as const };
    const place = { radius: 3, x: markEnd(row, 0), y: index };
    return [{ dot: { ...dot, ...place }, text: `${row.label} ${row.text}`, weight: 600 }];
  });
}
