import type { Kind } from '@/lib/table/kind';

/** What a chart is asked to show: values and words, not yet a place on paper. */

/** Which colour a series has; the stylesheet says what each looks like. */
export type Tone = 'main' | 'other' | 'text' | 'ink' | 'grey';

/**
 * Why a value is none though there are figures: no exchange `rate`, none `before` to compare with, none at the `base`
 * of an index, no `whole` to be a share of, not all `months` of a year.
 */
export type Why = 'rate' | 'before' | 'base' | 'whole' | 'months';

/** One value over time or in a row. `null` is a gap, `low` and `high` make a range or the two edges of an area. */
export type ChartPoint = {
  /** UTC milliseconds: where the mark stands, and the end of what it covers (a year, a crop year). */
  start: number;
  end: number;
  value: number | null;
  /** Of `null`, where it is not that the source has no figure. */
  why?: Why | undefined;
  low?: number;
  high?: number;
  /** The period as a reader reads it, e.g. "2024" or "August 2024 to May 2025". */
  when: string;
  /** A word beside the mark, e.g. a car's name. */
  label?: string;
  /** What tells it from the other figures of its series, e.g. a car's trim. */
  variant?: string;
  /** Names of the tables' rows that the value is made from; the first is where a link goes. */
  rows: string[];
};

export type ChartSeries = {
  id: string;
  label: string;
  tone: Tone;
  mark: 'line' | 'step' | 'points' | 'area' | 'bar';
  /** A second sign beside colour. */
  dash?: 'dashed' | 'dotted';
  shape?: 'disc' | 'ring' | 'square' | 'diamond' | 'cross';
  points: ChartPoint[];
};

/** One row of a chart with a category a row (ranked bars, dots, ranges). */
export type ChartRow = {
  id: string;
  label: string;
  tone: Tone;
  /** A number, or UTC milliseconds when the axis is time; `null` draws the row with a word instead of a mark. */
  value: number | null;
  low?: number;
  high?: number;
  /** The value as a reader reads it: it stands at the mark. */
  text: string;
  rows: string[];
};

/** A value that a line is drawn at, in the text's colour unless `tone` says otherwise. */
export type ChartReference = { value: number; label: string; tone?: Tone };

/** Something dated beside the figures; `rows` are those that tell of it. */
export type ChartEvent = { at: number; label: string; when: string; rows: string[] };

export type ValueAxis = {
  /** Said once, at the top of the axis: "million tonnes a crop year". */
  title: string;
  /** A rank counts down from 1 at the top. */
  direction?: 'up' | 'down';
  /** Rank and counts have whole ticks only. */
  whole?: boolean;
  /** `true` for bars and areas; otherwise the axis may start above zero. */
  zero?: boolean;
  /** Said after each tick's number: "%". */
  suffix?: string;
  max?: number;
  scale?: 'log';
};

type ChartBase = {
  id: string;
  title: string;
  subtitle: string;
  /** What is measured and on what basis, without a finding and without a unit: the words of any other view. */
  measure?: string | undefined;
  basis?: string | undefined;
  references: ChartReference[];
  /** What the drawing does not show: as the chart's definition says it, and what a view left out. */
  notes?: string[];
};

export type OverTime = ChartBase & {
  layout: 'over-time';
  series: ChartSeries[];
  /** What its figures measure. */
  kinds: Kind[];
  axis: ValueAxis;
  /** Which ends of the time axis a reader has set: it ends there. */
  cut?: { from: boolean; to: boolean };
  /** What the axes hold beside the chart's own points: charts drawn side by side share theirs. */
  beside?: ChartPoint[];
  events: ChartEvent[];
  /** The day of the text, drawn as a labelled line; the ground after it differs slightly. */
  text: { at: number; label: string };
};

/** A rate in per cent, from a time on. */
export type DatedRate = { from: number; percent: number; rows: string[] };

/** An amount, and what is added to it by the rates in force on a day, as our own view has them. */
export type StepsForm = {
  label: string;
  amount: number;
  rows: string[];
  /** ISO. */
  day: string;
  /** Each in the order of time. */
  rates: { label: string; dated: DatedRate[] }[];
};

export type ByRow = ChartBase & {
  layout: 'by-row';
  mark: 'bar' | 'dot' | 'range';
  rows: ChartRow[];
  /** `time` makes the values UTC milliseconds. */
  axis: ValueAxis & { time?: boolean };
  /** What a reader may put in the place of the rows. */
  form?: StepsForm;
};

export type ChartInput = OverTime | ByRow;

/** All figures of a chart, in whatever layout. */
export const figuresOf = (chart: ChartInput): Pick<ChartRow, 'value' | 'rows'>[] =>
  chart.layout === 'by-row' ? chart.rows : chart.series.flatMap(({ points }) => points);

/** Names of all rows that a chart draws: behind its figures, and of its events. */
export const rowsDrawn = (chart: ChartInput): string[] => [
  ...figuresOf(chart).flatMap(({ rows }) => rows),
  ...(chart.layout === 'over-time' ? chart.events.flatMap(({ rows }) => rows) : []),
];

/** Whether an axis has a place for the value: a log axis for none of zero or below. */
export const hasPlace = ({ scale }: ValueAxis, value: number | null | undefined): boolean =>
  typeof value === 'number' && (scale !== 'log' || value > 0);
