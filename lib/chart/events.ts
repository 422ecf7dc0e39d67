import type { ChartEvent } from './input';
import type { Box } from './labels';
import { stackApart } from './labels';

/** Something dated whose name stands above the plot, at `x` pixels, with a line down into the plot. */
export type Flag = { x: number; width: number };

/** `row` counts up from the plot. The text begins or ends at its line. */
export type Placed = { row: number; anchor: 'start' | 'end' };

const BESIDE = 5;
const APART = 8;

type Reach = { left: number; right: number };

/** What the text covers, and what it covers with its line. */
function textReach({ x, width }: Flag, anchor: Placed['anchor']): Reach {
  const left = anchor === 'start' ? x + BESIDE : x - BESIDE - width;
  return { left, right: left + width };
}

function reach(flag: Flag, anchor: Placed['anchor']): Reach {
  const text = textReach(flag, anchor);
  return { left: Math.min(text.left, flag.x), right: Math.max(text.right, flag.x) };
}

const CLEAR = 3;

function through(x: number, { left, right }: Reach): boolean {
  return x > left - CLEAR && x < right + CLEAR;
}

/** Texts of one row keep apart, and no line passes through a text of its row or a lower one. */
function clash(a: Flag, placeA: Placed, b: Flag, placeB: Placed): boolean {
  const [textA, textB] = [textReach(a, placeA.anchor), textReach(b, placeB.anchor)];
  if (placeA.row >= placeB.row && through(a.x, textB)) return true;
  if (placeB.row >= placeA.row && through(b.x, textA)) return true;
  if (placeA.row !== placeB.row) return false;
  return textA.left < textB.right + APART && textB.left < textA.right + APART;
}

function place(
  flags: Flag[],
  rows: number,
  bounds: Pick<Box, 'left' | 'right'>,
  done: Placed[],
): Placed[] | undefined {
  const flag = flags[done.length];
  if (flag === undefined) return done;
  for (let row = 0; row < rows; row += 1) {
    for (const anchor of ['start', 'end'] as const) {
      const here = { row, anchor };
      const { left, right } = reach(flag, anchor);
      if (left < bounds.left || right > bounds.right) continue;
      if (done.some((other, index) => clash(flag, here, flags[index] as Flag, other))) continue;
      const rest = place(flags, rows, bounds, [...done, here]);
      if (rest) return rest;
    }
  }
  return undefined;
}

/** The fewest rows in which no two flags touch; nothing when they do not fit. */
export function placeFlags(
  flags: Flag[],
  mostRows: number,
  bounds: Pick<Box, 'left' | 'right'>,
): Placed[] | undefined {
  for (let rows = 1; rows <= mostRows; rows += 1) {
    const placed = place(flags, rows, bounds, []);
    if (placed) return placed;
  }
  return undefined;
}

const NUMBER_WIDTH = 19;

export type Numbered = { event: ChartEvent; x: number; row: number };

/** Numbers stand in as many rows as they need, each near its line. */
export function placeNumbers(
  events: ChartEvent[],
  at: (event: ChartEvent) => number,
  bounds: Pick<Box, 'left' | 'right'>,
): Numbered[] {
  const perRow = Math.floor((bounds.right - bounds.left) / NUMBER_WIDTH);
  const rows = Math.ceil(events.length / perRow);
  const placed = new Map<ChartEvent, Numbered>();
  for (let row = 0; row < rows; row += 1) {
    const mine = events.filter((_, index) => index % rows === row);
    const wishes = mine.map((event) => ({ at: at(event), size: NUMBER_WIDTH }));
    const centres = stackApart(wishes, bounds.left, bounds.right);
    mine.forEach((event, index) => {
      placed.set(event, { event, x: centres[index] ?? 0, row });
    });
  }
  return events.flatMap((event) => placed.get(event) ?? []);
}
