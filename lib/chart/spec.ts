import { once } from '@/lib/once';
import type { ChartEvent, ChartInput, ChartSeries, Tone, Why } from './input';
import { byRowSpec } from './rows';
import { overTimeSpec } from './time';

/** `half` and `full` fill a part of a picture that stands for a link. */
export type Size = 'wide' | 'narrow' | 'card' | 'half' | 'full';

export type Tick = { at: number; label: string; anchor?: 'start' | 'end' };

/** Always a numeric scale: time is UTC milliseconds, a row is its index. */
export type Axis = {
  scale: 'linear' | 'log';
  /** Low first; `reversed` puts the low end on the right or at the top. */
  domain: [number, number];
  reversed: boolean;
  ticks: Tick[];
  /** Whether ticks are drawn; otherwise labels or values stand in for them. */
  shown: boolean;
  /** Whether a line crosses the plot at each tick. */
  grid: boolean;
  /** The room for tick labels, between the margin and the plot: width of y, height of x. */
  size: number;
};

export type Shape = NonNullable<ChartSeries['shape']>;
export type Dash = NonNullable<ChartSeries['dash']>;

/** What a place on a mark says and where its number comes from. */
type Source = { when: string; rows: string[] };

type Owned = { id: string; series: string; label: string; tone: Tone };

export type LineMark = Owned & {
  kind: 'line';
  curve: 'linear' | 'step-after';
  dash?: Dash;
  points: (Source & { x: number; y: number | null })[];
};

export type AreaMark = Owned & {
  kind: 'area';
  points: (Source & { x: number; low: number; high: number })[];
};

export type DotMark = Owned &
  Source & { kind: 'dot'; shape: Shape; radius: number; x: number; y: number; text?: string };

/** `thickness` in pixels, centred on `y`. */
export type BarMark = Owned &
  Source & {
    kind: 'bar' | 'range';
    low: number;
    high: number;
    y: number;
    thickness: number;
    text?: string;
  };

/** How a bar is filled: a second sign beside colour. */
export type Fill = 'solid' | 'hollow' | 'pale';

/** A bar that stands on the time axis: across from one moment to another, up or down from zero. */
export type ColumnMark = Owned &
  Source & {
    kind: 'column';
    fill: Fill;
    from: number;
    to: number;
    low: number;
    high: number;
    value: number;
  };

/** A straight line across the plot; `rise` is how far it goes on above the plot, in pixels. */
export type RuleMark = {
  kind: 'rule';
  id: string;
  axis: 'x' | 'y';
  at: number;
  role: 'reference' | 'event' | 'text' | 'row' | 'zero';
  tone: Tone;
  label: string;
  rise: number;
};

export type BandMark = { kind: 'band'; id: string; from: number; to: number };

export type Mark = LineMark | AreaMark | DotMark | BarMark | ColumnMark | RuleMark | BandMark;

/** Text that stands at a place of the data, `dx` and `dy` pixels off (`dy` to the first baseline). */
export type Label = {
  kind: 'name' | 'point' | 'value' | 'row' | 'reference' | 'event' | 'number' | 'text' | 'unit';
  lines: string[];
  x: number;
  y: number;
  dx: number;
  dy: number;
  anchor: 'start' | 'middle' | 'end';
  tone: Tone | 'secondary';
  weight: 400 | 600;
  /** A thin line from the mark to the text, in pixels off the same place. */
  leader?: { x1: number; y1: number; x2: number; y2: number };
  /** Drawn before the text, for a series without a line to end in its name. */
  sign?: { shape: Shape | Fill; dx: number; dy: number };
};

/** Periods without a mark, in a row, as a reader reads them; the source has no figure unless `why` says another. */
export type Gap = {
  series: string;
  label: string;
  from: string;
  to: string;
  count: number;
  why: Why | 'none' | 'log';
};

export type ChartSpec = {
  id: string;
  title: string;
  subtitle: string;
  name: Size;
  size: { width: number; height: number };
  /** Outside the axes. */
  margin: { top: number; right: number; bottom: number; left: number };
  font: number;
  lineHeight: number;
  x: Axis;
  y: Axis;
  /** In drawing order. */
  marks: Mark[];
  labels: Label[];
  gaps: Gap[];
  /** The events that are drawn as numbers, from 1. */
  eventKey: ChartEvent[];
  /** Words for which there was no room. */
  unlabelled: string[];
};

/** A page draws a chart, its embed and its description from one specification. */
export const chartSpec = once(
  (input: ChartInput, size: Size): ChartSpec =>
    input.layout === 'over-time' ? overTimeSpec(input, size) : byRowSpec(input, size),
);
