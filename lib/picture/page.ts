import words from '@/data/words/en.json';
import { fitText } from '@/lib/chart/fit-text';
import { THEMES } from '@/lib/chart/frame';
import { gapNotes } from '@/lib/chart/gap-notes';
import { type ChartSpec, chartSpec } from '@/lib/chart/spec';
import { message } from '@/lib/message';
import type { PictureInput, PictureLayout, PictureText } from './layout';

/** The chart as it stands on its page, words above and below: as tall as it needs. */

type Style = { size: number; lineHeight: number; most: number };
type Styles = Record<'title' | 'subtitle' | 'panel' | 'notice' | 'note' | 'foot', Style>;

const WIDE: Styles = {
  title: { size: 22, lineHeight: 28, most: 4 },
  subtitle: { size: 15, lineHeight: 21, most: 4 },
  panel: { size: 17, lineHeight: 23, most: 2 },
  notice: { size: 17, lineHeight: 25, most: 12 },
  note: { size: 13, lineHeight: 19, most: 6 },
  foot: { size: 12, lineHeight: 17, most: 4 },
};

const NARROW: Styles = {
  title: { size: 18, lineHeight: 23, most: 6 },
  subtitle: { size: 13, lineHeight: 18, most: 6 },
  panel: { size: 15, lineHeight: 20, most: 3 },
  notice: { size: 15, lineHeight: 22, most: 16 },
  note: { size: 12, lineHeight: 17, most: 10 },
  foot: { size: 11, lineHeight: 15, most: 6 },
};

/** No chart has so many notes that more would be read. */
const MOST_NOTES = 16;

/** A column that grows downwards. */
class Column {
  readonly layout: PictureLayout;
  private y: number;

  constructor(
    private readonly width: number,
    private readonly margin: number,
    private readonly styles: Styles,
  ) {
    this.y = margin;
    this.layout = { width, height: 0, texts: [], drawings: [], dots: [], rules: [] };
  }

  space(pixels: number) {
    this.y += pixels;
  }

  text(role: PictureText['role'] & keyof Styles, words: string, indent = 0) {
    const { size, lineHeight, most } = this.styles[role];
    const width = this.width - 2 * this.margin - indent;
    const weight = role === 'title' || role === 'panel' ? 600 : 400;
    const lines = fitText(words, { width, size, weight, most });
    const y = this.y + (lineHeight + 0.7 * size) / 2;
    this.layout.texts.push({ role, lines, x: this.margin + indent, y, size, lineHeight });
    this.y += lines.length * lineHeight;
  }

  drawing(spec: ChartSpec, suffix?: string) {
    this.layout.drawings.push({ spec, suffix, x: this.margin, y: this.y, scale: 1 });
    this.y += spec.size.height;
  }

  rule() {
    const { margin, width } = this;
    this.layout.rules.push({ y: this.y, from: margin, to: width - margin });
  }

  end(): PictureLayout {
    return { ...this.layout, height: Math.ceil(this.y + this.margin) };
  }
}

function notesOf({ eventKey, unlabelled, gaps }: ChartSpec): string[] {
  return [
    ...eventKey.map(({ label, when }, index) => `${index + 1}  ${label}, ${when}`),
    ...(unlabelled.length > 0
      ? [message(words.picture.unlabelled, { words: unlabelled.join('; ') })]
      : []),
    ...gapNotes(gaps).map(({ label, text }) => `${label}, ${text}`),
  ];
}

function charts(column: Column, input: PictureInput, size: 'wide' | 'narrow') {
  for (const [index, chart] of input.charts.entries()) {
    const spec = chartSpec(chart, size);
    if (index > 0) column.space(20);
    if (input.charts.length > 1) column.text('panel', chart.title);
    column.space(6);
    column.drawing(spec, chart.axis.suffix);
    const notes = [...(chart.notes ?? []), ...notesOf(spec)].slice(0, MOST_NOTES);
    if (notes.length > 0) column.space(10);
    for (const note of notes) column.text('note', note);
  }
}

export function pagePicture(input: PictureInput, size: 'wide' | 'narrow'): PictureLayout {
  const margin = size === 'wide' ? 24 : 16;
  const column = new Column(
    THEMES[size].width + 2 * margin,
    margin,
    size === 'wide' ? WIDE : NARROW,
  );
  column.text('title', input.title);
  column.space(2);
  column.text('subtitle', input.subtitle);
  column.space(8);
  if (input.charts.length === 0) column.text('notice', input.notice);
  charts(column, input, size);
  if (input.notes.length > 0) column.space(10);
  for (const note of input.notes) column.text('note', note);
  column.space(16);
  column.rule();
  column.space(10);
  for (const foot of [input.sources[0] ?? '', input.state, input.address])
    if (foot !== '') column.text('foot', foot);
  return column.end();
}
