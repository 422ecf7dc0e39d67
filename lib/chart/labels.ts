import type { Frame } from './frame';
import type { Label } from './spec';
import { ASCENT, DESCENT, textWidth } from './text-width';

export type Box = { left: number; right: number; top: number; bottom: number };

type Text = Pick<Label, 'lines' | 'anchor' | 'weight'> & { x: number; y: number };

const SHIFT = { start: 0, middle: -0.5, end: -1 };

/** The box that text fills when its first baseline is at `y`. */
export function textBox(text: Text, font: number, lineHeight: number): Box {
  const width = Math.max(...text.lines.map((line) => textWidth(line, font, text.weight)));
  const left = text.x + SHIFT[text.anchor] * width;
  const top = text.y - ASCENT * font;
  const bottom = text.y + (text.lines.length - 1) * lineHeight + DESCENT * font;
  return { left, right: left + width, top, bottom };
}

export function labelBox(label: Label, frame: Frame, font: number, lineHeight: number): Box {
  const place = { x: frame.x(label.x) + label.dx, y: frame.y(label.y) + label.dy };
  return textBox({ ...label, ...place }, font, lineHeight);
}

export function overlap(a: Box, b: Box, gap = 0): boolean {
  return (
    a.left < b.right + gap &&
    b.left < a.right + gap &&
    a.top < b.bottom + gap &&
    b.top < a.bottom + gap
  );
}

export function inside(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

/** From the middle of a line of text to its baseline. */
export const MIDDLE = 0.36;

export type Stacked = { at: number; size: number };

/**
 * Centres as near as they can be to where they want to be, in order and not overlapping: the
 * least-squares answer, by merging neighbours that would cross (pool adjacent violators).
 */
export function stackApart(items: Stacked[], low: number, high: number): number[] {
  const order = items.map((_, index) => index).sort((a, b) => wish(items, a) - wish(items, b));
  const offsets: number[] = [];
  let end = 0;
  for (const index of order) {
    const size = items[index]?.size ?? 0;
    offsets.push(end + size / 2);
    end += size;
  }
  const free = monotone(order.map((index, place) => wish(items, index) - (offsets[place] ?? 0)));
  const centres = new Array<number>(items.length).fill(0);
  order.forEach((index, place) => {
    const start = Math.max(low, Math.min(free[place] ?? 0, high - end));
    centres[index] = start + (offsets[place] ?? 0);
  });
  return centres;
}

const wish = (items: Stacked[], index: number) => items[index]?.at ?? 0;

/** The nearest sequence that never goes down. */
function monotone(values: number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const value of values) {
    let block = { sum: value, count: 1 };
    for (let last = blocks.at(-1); last && mean(last) > mean(block); last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => new Array<number>(block.count).fill(mean(block)));
}

const mean = (block: { sum: number; count: number }) => block.sum / block.count;

export type Point = { x: number; y: number };

/** Points along a stretch, close enough together that no text slips between them. */
export function along(from: Point, to: Point, every = 3): Point[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / every));
  return Array.from({ length: steps + 1 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / steps,
    y: from.y + ((to.y - from.y) * step) / steps,
  }));
}

/** How many of the points lie under a box. */
export function hits(box: Box, points: Point[], gap = 2): number {
  return points.filter(
    ({ x, y }) =>
      x > box.left - gap && x < box.right + gap && y > box.top - gap && y < box.bottom + gap,
  ).length;
}
