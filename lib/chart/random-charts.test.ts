import { expect, test } from '@playwright/test';
import { random } from '@/lib/random-fixture';
import { byRow, overTime, SIZES, series, TONES, year } from './fixture';
import { type Frame, frame, TICK_DROP } from './frame';
import type { ChartInput } from './input';
import { type Box, labelBox, MIDDLE, overlap, textBox } from './labels';
import { type ChartSpec, chartSpec, type Mark } from './spec';
import { ASCENT } from './text-width';

const WORDS = 'Canada China freight United rapeseed of tariff suspended Emirates 2024 oil'.split(
  ' ',
);

function randomInput(seed: number): ChartInput {
  const next = random(seed);
  const whole = (most: number) => Math.floor(next() * most);
  const words = (most: number) =>
    Array.from({ length: 1 + whole(most) }, () => WORDS[whole(WORDS.length)]).join(' ');
  const tone = () => TONES[whole(TONES.length)] ?? 'grey';
  const size = 10 ** whole(6);
  const references = Array.from({ length: whole(3) }, () => ({
    value: next() * size,
    label: words(3),
  }));
  if (next() < 0.35) {
    const mark = (['bar', 'dot', 'range'] as const)[whole(3)] ?? 'bar';
    const input = byRow(Array.from({ length: 1 + whole(18) }, () => next() * size - size / 8));
    const rows = input.rows.map((row) => {
      const low = (row.value ?? 0) * 0.8;
      const extent = mark === 'range' ? { low, high: low + size / 5 } : {};
      const value = next() < 0.1 ? null : row.value;
      return { ...row, ...extent, label: words(4), tone: tone(), text: words(2), value };
    });
    return { ...input, mark, rows, references: references.slice(0, 1) };
  }
  const from = 1990 + whole(30);
  const all = Array.from({ length: 1 + whole(7) }, (_, index) => {
    const mark = (['line', 'step', 'points', 'area'] as const)[whole(4)] ?? 'line';
    const points = Array.from({ length: 1 + whole(2026 - from) }, (_, after) => {
      const label = mark === 'points' && next() < 0.6 ? words(3) : undefined;
      return year(from + after, next() < 0.1 ? null : next() * size, label ? { label } : {});
    });
    return series(points, { id: `s${index}`, label: words(4), tone: tone(), mark });
  });
  const dated = Array.from({ length: whole(14) }, (_, index) => ({
    at: Date.UTC(from, whole(12 * (2026 - from)), 1),
    label: words(4),
    when: String(index),
    rows: [],
  }));
  return overTime(all, { references, events: dated.sort((a, b) => a.at - b.at) });
}

function tickBoxes(spec: ChartSpec, area: Frame): Box[] {
  const { font, lineHeight, x, y } = spec;
  const box = (line: string, at: { x: number; y: number }, anchor: 'start' | 'middle' | 'end') =>
    textBox({ lines: [line], weight: 400, anchor, ...at }, font, lineHeight);
  const across = x.ticks.map(({ at, label, anchor }) =>
    box(label, { x: area.x(at), y: area.bottom + TICK_DROP + ASCENT * font }, anchor ?? 'middle'),
  );
  const up = y.ticks.map(({ at, label }) =>
    box(label, { x: area.left - 8, y: area.y(at) + MIDDLE * font }, 'end'),
  );
  return [...(x.shown ? across : []), ...(y.shown ? up : [])];
}

function troubles(spec: ChartSpec): string[] {
  const area = frame(spec);
  const words = spec.labels.map((label) => ({
    text: label.lines.join(' '),
    box: labelBox(label, area, spec.font, spec.lineHeight),
  }));
  const ticks = tickBoxes(spec, area).map((box) => ({ text: 'tick', box }));
  const all = [...words, ...ticks];
  const { width, height } = spec.size;
  const outside = all.filter(
    ({ box }) =>
      box.left < -0.5 || box.top < -0.5 || box.right > width + 0.5 || box.bottom > height + 0.5,
  );
  const pairs = all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .flatMap((b) => (overlap(a.box, b.box, -0.5) ? [`${a.text} on ${b.text}`] : [])),
  );
  return [...outside.map(({ text }) => `${text} leaves the picture`), ...pairs];
}

function places(mark: Mark, area: Frame): { x: number; y: number }[] {
  switch (mark.kind) {
    case 'line':
      return mark.points.flatMap(({ x, y }) =>
        y === null ? [] : [{ x: area.x(x), y: area.y(y) }],
      );
    case 'area':
      return mark.points.flatMap(({ x, low, high }) =>
        [low, high].map((y) => ({ x: area.x(x), y: area.y(y) })),
      );
    case 'dot':
      return [{ x: area.x(mark.x), y: area.y(mark.y) }];
    case 'column':
      return [mark.low, mark.high].flatMap((y) =>
        [mark.from, mark.to].map((x) => ({ x: area.x(x), y: area.y(y) })),
      );
    case 'bar':
    case 'range':
      return [mark.low, mark.high].flatMap((x) =>
        [-0.5, 0.5].map((half) => ({
          x: area.x(x),
          y: area.y(mark.y) + half * mark.thickness,
        })),
      );
    case 'rule':
      return mark.axis === 'x'
        ? [{ x: area.x(mark.at), y: area.top - mark.rise }]
        : [{ x: area.left, y: area.y(mark.at) }];
    case 'band':
      return [mark.from, mark.to].map((x) => ({ x: area.x(x), y: area.top }));
  }
}

for (const size of SIZES) {
  test(`at size ${size} no texts touch and nothing leaves the picture, in 200 random charts`, () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const spec = chartSpec(randomInput(seed), size);
      expect(troubles(spec), `seed ${seed}`).toEqual([]);
      const area = frame(spec);
      const out = spec.marks.flatMap((mark) =>
        places(mark, area).filter(
          ({ x, y }) =>
            !(x >= area.left - 0.01 && x <= area.right + 0.01 && y >= 0 && y <= area.bottom + 0.01),
        ),
      );
      expect(out, `seed ${seed}`).toEqual([]);
    }
  });
}
