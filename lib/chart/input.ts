/** What a chart is asked to show: values and words, not yet a place on paper. */

/** Which colour a series has; the stylesheet says what each looks like. */
export type Tone = 'china' | 'partner' | 'article' | 'ink' | 'grey';

/** One value over time or in a row. `null` is a gap, `low` and `high` make a range or the two edges of an area. */
export type ChartPoint = {
  /** UTC milliseconds: where the mark stands, and the end of what it covers (a year, a crop year). */
  start: number;
  end: number;
  value: number | null;
  low?: number;
  high?: number;
  /** The period as a reader reads it, e.g. "2024" or "August 2024 to May 2025". */
  when: string;
  /** A word beside the mark, e.g. a car's name. */
  label?: string;
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

/** A value that a line is drawn at, in the article's colour unless `tone` says otherwise. */
type ChartReference = { value: number; label: string; tone?: Tone };

export type ChartEvent = { at: number; label: string; when: string };

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
  references: ChartReference[];
};

export type OverTime = ChartBase & {
  layout: 'over-time';
  series: ChartSeries[];
  axis: ValueAxis;
  /** What the axes hold beside the chart's own points: charts drawn side by side share theirs. */
  beside?: ChartPoint[];
  events: ChartEvent[];
  /** The day of the article, drawn as a labelled line; the ground after it differs slightly. */
  article: { at: number; label: string };
};

export type ByRow = ChartBase & {
  layout: 'by-row';
  mark: 'bar' | 'dot' | 'range';
  rows: ChartRow[];
  /** `time` makes the values UTC milliseconds. */
  axis: ValueAxis & { time?: boolean };
};

export type ChartInput = OverTime | ByRow;

/** All figures of a chart, in whatever layout. */
export const figuresOf = (chart: ChartInput): Pick<ChartRow, 'value' | 'rows'>[] =>
  chart.layout === 'by-row' ? chart.rows : chart.series.flatMap(({ points }) => points);
