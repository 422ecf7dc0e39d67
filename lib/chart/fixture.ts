import type { ByRow, ChartPoint, ChartSeries, OverTime, Tone } from './input';
import type { ChartSpec, Mark, Size } from './spec';

/** Charts of a few values, for tests. */

export const SIZES: Size[] = ['wide', 'narrow', 'card'];
export const TONES: Tone[] = ['main', 'other', 'text', 'ink', 'grey'];

export function year(at: number, value: number | null, more: Partial<ChartPoint> = {}): ChartPoint {
  const [start, end] = [Date.UTC(at, 0, 1), Date.UTC(at + 1, 0, 1)];
  return { start, end, value, when: String(at), rows: [`row-${at}`], ...more };
}

export function series(points: ChartPoint[], more: Partial<ChartSeries> = {}): ChartSeries {
  return { id: 'china', label: 'China', tone: 'main', mark: 'line', points, ...more };
}

export function overTime(all: ChartSeries[], more: Partial<OverTime> = {}): OverTime {
  return {
    layout: 'over-time',
    id: 'chart',
    title: 'A title',
    subtitle: 'A subtitle',
    axis: { title: 'million tonnes', zero: true },
    references: [],
    events: [],
    text: { at: Date.UTC(2025, 6, 1), label: 'text, June 2025' },
    series: all,
    kinds: ['amount'],
    ...more,
  };
}

export function byRow(values: (number | null)[], more: Partial<ByRow> = {}): ByRow {
  return {
    layout: 'by-row',
    id: 'chart',
    title: 'A title',
    subtitle: 'A subtitle',
    mark: 'bar',
    axis: { title: 'CAD billion' },
    references: [],
    rows: values.map((value, index) => ({
      id: `row-${index}`,
      label: `Partner ${index}`,
      tone: 'grey',
      value,
      text: value === null ? 'no figure' : String(value),
      rows: [`row-${index}`],
    })),
    ...more,
  };
}

export const marks = <K extends Mark['kind']>(spec: ChartSpec, kind: K) =>
  spec.marks.filter((mark): mark is Mark & { kind: K } => mark.kind === kind);

export const texts = (ticks: { label: string }[]) => ticks.map(({ label }) => label);
