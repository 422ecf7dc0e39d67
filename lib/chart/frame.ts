import { scaleLinear, scaleLog } from 'd3-scale';
import type { Axis, ChartSpec, Size } from './spec';
import { ASCENT, DESCENT, textWidth } from './text-width';

/** The plot's edges in pixels, and where a value stands. */
export type Frame = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (value: number) => number;
  y: (value: number) => number;
  /** The value at a pixel of the x axis. */
  invert: (pixel: number) => number;
};

/** The narrow drawing is as wide as a page's text on a phone of 360 px, so its text is 12 px there. */
export const THEMES = {
  wide: { width: 720, plot: 300, font: 14, lineHeight: 18, valueTicks: 6, tickGap: 12, dot: 4.5 },
  narrow: { width: 326, plot: 236, font: 12, lineHeight: 15, valueTicks: 5, tickGap: 10, dot: 4 },
  card: { width: 320, plot: 116, font: 12, lineHeight: 15, valueTicks: 3, tickGap: 10, dot: 3.5 },
  half: { width: 594, plot: 270, font: 19, lineHeight: 24, valueTicks: 5, tickGap: 16, dot: 6 },
  full: { width: 1112, plot: 300, font: 20, lineHeight: 25, valueTicks: 5, tickGap: 18, dot: 6 },
} as const satisfies Record<Size, object>;

/** From the plot's foot down to the tops of the tick labels, clear of the lowest label at the left. */
export const TICK_DROP = 9;

/** The room that a line of tick labels takes below the plot. */
export const ticksHeight = (font: number) => Math.ceil(TICK_DROP + (ASCENT + DESCENT) * font) + 1;

export type Theme = (typeof THEMES)[Size];

function scale(axis: Axis, from: number, to: number) {
  const made = axis.scale === 'log' ? scaleLog() : scaleLinear();
  return made.domain(axis.domain).range(axis.reversed ? [to, from] : [from, to]);
}

export function frame(spec: Pick<ChartSpec, 'size' | 'margin' | 'x' | 'y'>): Frame {
  const { size, margin, x, y } = spec;
  const left = margin.left + y.size;
  const right = size.width - margin.right;
  const top = margin.top;
  const bottom = size.height - margin.bottom - x.size;
  const across = scale(x, left, right);
  const invert = (pixel: number) => across.invert(pixel);
  return { left, right, top, bottom, x: across, y: scale(y, bottom, top), invert };
}

export function widest(texts: string[], font: number, weight: 400 | 600 = 400): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, font, weight)));
}
