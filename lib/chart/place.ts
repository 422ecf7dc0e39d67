import type { Frame, Theme } from './frame';
import type { OverTime, Tone } from './input';
import type { Box, Point } from './labels';
import { along, hits, inside, labelBox, MIDDLE, overlap } from './labels';
import type { Label, Mark } from './spec';
import { ASCENT, DESCENT, textWidth, wrapText } from './text-width';

/** What a label inside the plot must keep off. */
export type Ground = { frame: Frame; theme: Theme; bounds: Box; texts: Box[]; marks: Point[] };

function linePoints(mark: Mark & { kind: 'line' }, { x, y }: Frame): Point[] {
  return mark.points.flatMap((point, index) => {
    const before = mark.points[index - 1];
    if (point.y === null || before === undefined || before.y === null) return [];
    const from = { x: x(before.x), y: y(before.y) };
    const to = { x: x(point.x), y: y(point.y) };
    const corner = { x: to.x, y: from.y };
    return mark.curve === 'linear'
      ? along(from, to)
      : [...along(from, corner), ...along(corner, to)];
  });
}

function rulePoints(mark: Mark & { kind: 'rule' }, frame: Frame): Point[] {
  const { left, right, top, bottom } = frame;
  if (mark.role === 'row') return [];
  if (mark.axis === 'y') {
    const y = frame.y(mark.at);
    return along({ x: left, y }, { x: right, y });
  }
  const x = frame.x(mark.at);
  return along({ x, y: top - mark.rise }, { x, y: bottom });
}

function discPoints(x: number, y: number, radius: number): Point[] {
  const corners = Array.from({ length: 8 }, (_, turn) => ({
    x: x + radius * Math.cos((turn * Math.PI) / 4),
    y: y + radius * Math.sin((turn * Math.PI) / 4),
  }));
  return [{ x, y }, ...corners];
}

/** The places that a mark covers, for keeping text off them; areas count by their edges. */
export function markPoints(mark: Mark, frame: Frame): Point[] {
  if (mark.kind === 'line') return linePoints(mark, frame);
  if (mark.kind === 'rule') return rulePoints(mark, frame);
  if (mark.kind === 'dot') return discPoints(frame.x(mark.x), frame.y(mark.y), mark.radius);
  if (mark.kind === 'column') {
    const [left, right] = [frame.x(mark.from), frame.x(mark.to)];
    return [left, (left + right) / 2, right].flatMap((x) =>
      along({ x, y: frame.y(mark.low) }, { x, y: frame.y(mark.high) }),
    );
  }
  if (mark.kind === 'bar' || mark.kind === 'range') {
    const half = mark.thickness / 2;
    return [-half, 0, half].flatMap((off) => {
      const y = frame.y(mark.y) + off;
      return along({ x: frame.x(mark.low), y }, { x: frame.x(mark.high), y });
    });
  }
  return [];
}

function cost(label: Label, ground: Ground): number {
  const { frame, theme, bounds, texts, marks } = ground;
  const box = labelBox(label, frame, theme.font, theme.lineHeight);
  if (!inside(box, bounds) || texts.some((text) => overlap(box, text, 3))) return Infinity;
  return leaderFree(label, ground) ? hits(box, marks) : Infinity;
}

function best(candidates: Label[], ground: Ground): { label: Label; cost: number } | undefined {
  let found: { label: Label; cost: number } | undefined;
  for (const label of candidates) {
    const here = cost(label, ground);
    if (here < (found?.cost ?? Infinity)) found = { label, cost: here };
    if (here === 0) break;
  }
  return found;
}

function keep(label: Label, ground: Ground): void {
  const { frame, theme } = ground;
  ground.texts.push(labelBox(label, frame, theme.font, theme.lineHeight));
  const { leader } = label;
  if (!leader) return;
  const x = frame.x(label.x);
  const y = frame.y(label.y);
  const from = { x: x + leader.x1, y: y + leader.y1 };
  ground.marks.push(...along(from, { x: x + leader.x2, y: y + leader.y2 }));
}

/** Along the line, above it before below, from the left; whole before broken in two. */
function referenceCandidates(value: number, text: string, tone: Tone, ground: Ground): Label[] {
  const { frame, theme } = ground;
  const width = frame.right - frame.left;
  const steps = Array.from({ length: Math.floor(width / 8) }, (_, step) => step * 8);
  const broken = wrapText(text, textWidth(text, theme.font, 600) * 0.6, theme.font, 600);
  return [[text], broken].flatMap((lines) => {
    const above = -5 - DESCENT * theme.font - (lines.length - 1) * theme.lineHeight;
    const below = 4 + ASCENT * theme.font;
    return [above, above - 5, below, below + 5].flatMap((dy) =>
      steps.map((step) => ({
        kind: 'reference' as const,
        lines,
        x: frame.invert(frame.left + 4 + step),
        y: value,
        dx: 0,
        dy,
        anchor: 'start' as const,
        tone: tone === 'grey' ? ('secondary' as const) : tone,
        weight: 600 as const,
      })),
    );
  });
}

export function placeReferences(input: OverTime, ground: Ground, unlabelled: string[]): Label[] {
  return input.references.flatMap(({ value, label, tone = 'text' }) => {
    const found = best(referenceCandidates(value, label, tone, ground), ground);
    if (!found) unlabelled.push(label);
    else keep(found.label, ground);
    return found?.label ?? [];
  });
}

const BESIDE: [number, number, Label['anchor']][] = [
  [1, 0, 'start'],
  [-1, 0, 'end'],
  [0, -1, 'middle'],
  [0, 1, 'middle'],
  [0.8, -0.8, 'start'],
  [-0.8, -0.8, 'end'],
  [0.8, 0.8, 'start'],
  [-0.8, 0.8, 'end'],
];

/** Beside the dot, then further off with a thin line back to it. */
function pointCandidates({ dot, text, weight }: Worded, font: number): Label[] {
  return [0, 16, 30, 46, 64, 84].flatMap((far) =>
    BESIDE.filter(([, down]) => far === 0 || down !== 0).map(([right, down, anchor]) => {
      const off = dot.radius + 5 + far;
      const half = font * 0.6;
      const dx = right * (far === 0 ? off : dot.radius + 8);
      const dy = down * (off + half - 2) + MIDDLE * font;
      const leader = {
        x1: right * dot.radius * 0.8,
        y1: down * (dot.radius + 2),
        x2: dx - right * 3,
        y2: down * (off - 1),
      };
      return {
        kind: 'point' as const,
        lines: [text],
        x: dot.x,
        y: dot.y,
        dx,
        dy,
        anchor,
        tone: dot.tone === 'grey' ? ('secondary' as const) : dot.tone,
        weight,
        ...(far > 0 ? { leader } : {}),
      };
    }),
  );
}

function leaderFree(label: Label, { frame, marks, texts }: Ground): boolean {
  const { leader } = label;
  if (!leader) return true;
  const x = frame.x(label.x);
  const y = frame.y(label.y);
  const from = { x: x + leader.x1, y: y + leader.y1 };
  const path = along(from, { x: x + leader.x2, y: y + leader.y2 });
  const crossed = path.some(({ x, y }) => hits({ left: x, right: x, top: y, bottom: y }, marks, 1));
  return !crossed && texts.every((text) => hits(text, path, 0) === 0);
}

export type Worded = { dot: Mark & { kind: 'dot' }; text: string; weight: 400 | 600 };

/**
 * Labels at dots, each at its first free place, or the freest with at most `most` points of marks
 * under it; a word that finds none is told to the reader below.
 */
export function placePoints(
  words: Worded[],
  ground: Ground,
  unlabelled: string[],
  most = 0,
): Label[] {
  return words.flatMap((word) => {
    const { text } = word;
    const found = best(pointCandidates(word, ground.theme.font), ground);
    if (!found || found.cost > most) {
      if (!unlabelled.includes(text)) unlabelled.push(text);
      return [];
    }
    keep(found.label, ground);
    return found.label;
  });
}
