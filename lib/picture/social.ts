import { fitText, fittingSize } from '@/lib/chart/fit-text';
import { gapNotes } from '@/lib/chart/gap-notes';
import type { ChartInput } from '@/lib/chart/input';
import { type ChartSpec, chartSpec, type Size } from '@/lib/chart/spec';
import { textWidth, type Weight } from '@/lib/chart/text-width';
import type { PictureDrawing, PictureInput, PictureLayout, PictureText } from './layout';

/** A picture of fixed size that stands for a link: few words, all of them large enough for a small preview. */

export const SOCIAL = { width: 1200, height: 628 } as const;

const MARGIN = 44;
const FOOT = SOCIAL.height - 78;
const GAP = 48;
/** A claim's words stand to the left, its chart to the right. */
const WORDS = 470;
/** Letters of a drawing need not be larger than these. */
const LARGEST = 24;

type Box = { x: number; y: number; width: number; height: number };

/** The drawing that fills most of the box with the largest letters. */
function drawn(chart: ChartInput, box: Box, sizes: Size[]): PictureDrawing {
  const all = sizes.map((size) => {
    const spec = chartSpec(chart, size);
    const { width, height } = spec.size;
    const scale = Math.min(box.width / width, box.height / height, LARGEST / spec.font);
    return { spec, scale, worth: scale * scale * width * height * scale * spec.font };
  });
  const best = all.reduce((one, other) => (other.worth > one.worth ? other : one));
  return { ...placed(best.spec, box, best.scale), suffix: chart.axis.suffix };
}

function placed(spec: ChartSpec, box: Box, scale: number): PictureDrawing {
  const spare = box.height - spec.size.height * scale;
  return { spec, x: box.x, y: box.y + spare / 2, scale };
}

type Written = { role: PictureText['role']; size: number; weight?: Weight; most: number };

function written(words: string, box: Pick<Box, 'x' | 'y' | 'width'>, style: Written): PictureText {
  const { role, size, weight, most } = style;
  const lineHeight = Math.round(size * 1.3);
  const lines = fitText(words, { width: box.width, size, weight, most });
  return { role, lines, x: box.x, y: box.y + (lineHeight + 0.7 * size) / 2, size, lineHeight };
}

const below = ({ lines, y, size, lineHeight }: PictureText): number =>
  y - (lineHeight + 0.7 * size) / 2 + lines.length * lineHeight;

function foot({ sources, address, state }: PictureInput): PictureText[] {
  const width = SOCIAL.width - 2 * MARGIN;
  const style = { role: 'foot', size: 16, most: 1 } as const;
  const source = sources.find((text) => textWidth(text, 16) <= width) ?? sources.at(-1) ?? '';
  const right = written(state, { x: 0, y: FOOT + 40, width: width * 0.44 }, style);
  return [
    written(source, { x: MARGIN, y: FOOT + 14, width }, style),
    written(address, { x: MARGIN, y: FOOT + 40, width: width * 0.54 }, style),
    { ...right, x: SOCIAL.width - MARGIN, anchor: 'end' },
  ];
}

/** One drawing, or as many small ones side by side as there are. */
function panels(
  charts: ChartInput[],
  box: Box,
  sizes: Size[],
): { drawings: PictureDrawing[]; texts: PictureText[] } {
  const [only] = charts;
  if (!only) return { drawings: [], texts: [] };
  if (charts.length === 1) return { drawings: [drawn(only, box, sizes)], texts: [] };
  const columns = Math.ceil(Math.sqrt(charts.length * 1.5));
  const rows = Math.ceil(charts.length / columns);
  const width = (box.width - (columns - 1) * 24) / columns;
  const height = (box.height - (rows - 1) * 12) / rows;
  const cells = charts.map((chart, index) => {
    const x = box.x + (index % columns) * (width + 24);
    const y = box.y + Math.floor(index / columns) * (height + 12);
    const style = { role: 'panel', size: 15, weight: 600, most: 1 } as const;
    const title = written(chart.title, { x, y, width }, style);
    const rest = { x, y: y + 22, width, height: height - 22 };
    return { title, drawing: drawn(chart, rest, ['card', 'narrow']) };
  });
  return {
    drawings: cells.map(({ drawing }) => drawing),
    texts: cells.map(({ title }) => title),
  };
}

const base = (): PictureLayout => ({
  ...SOCIAL,
  texts: [],
  drawings: [],
  dots: [],
  rules: [{ y: FOOT, from: MARGIN, to: SOCIAL.width - MARGIN }],
});

/** What a drawing leaves out, and why, where it is not that a source has no figure. */
function leftOut(charts: ChartInput[]): string[] {
  return charts.flatMap((chart) => {
    const gaps = chartSpec(chart, 'wide').gaps.filter(({ why }) => why !== 'none');
    return [
      ...(chart.notes ?? []),
      ...gapNotes(gaps).map(({ label, text }) => `${label}, ${text}`),
    ];
  });
}

const subtitleOf = ({ subtitle, notes, charts }: PictureInput): string =>
  [subtitle, ...notes, ...new Set(leftOut(charts))].join(' · ');

/** The words above, the drawing across. */
function across(input: PictureInput): PictureLayout {
  const width = SOCIAL.width - 2 * MARGIN;
  const most = 2;
  const size = fittingSize(input.title, { width, weight: 600, most }, [38, 34, 30]);
  const at = { x: MARGIN, width };
  const title = written(input.title, { ...at, y: 34 }, { role: 'title', size, weight: 600, most });
  const subtitle = written(
    subtitleOf(input),
    { ...at, y: below(title) + 4 },
    { role: 'subtitle', size: 20, most: 3 },
  );
  const top = below(subtitle) + 14;
  const box = { x: MARGIN, y: top, width, height: FOOT - 12 - top };
  const { drawings, texts } = panels(input.charts, box, ['full', 'wide']);
  const notice = written(input.notice, box, { role: 'notice', size: 24, most: 10 });
  const words = drawings.length === 0 ? [notice] : texts;
  return { ...base(), drawings, texts: [title, subtitle, ...words, ...foot(input)] };
}

function quoteOf(quote: string): PictureText {
  const room = { width: WORDS, weight: 400, most: 8 } as const;
  const size = fittingSize(quote, room, [40, 36, 32, 28]);
  return written(quote, { x: MARGIN, y: 40, width: WORDS }, { ...room, role: 'quote', size });
}

/** The claim and what came of it to the left, its chart to the right. */
function beside(input: PictureInput, claim: NonNullable<PictureInput['claim']>): PictureLayout {
  const quote = quoteOf(`“${claim.quote}”`);
  const at = { x: MARGIN, width: WORDS };
  const verdict = written(
    claim.verdict,
    { ...at, y: below(quote) + 28 },
    { role: 'verdict', size: 28, weight: 600, most: 2 },
  );
  const dotsAt = below(verdict) + 26;
  const held = written(
    claim.held,
    { x: MARGIN + claim.results.length * 26 + 12, y: dotsAt - 16, width: WORDS },
    { role: 'subtitle', size: 22, most: 1 },
  );
  const said = dotsAt + 32;
  const answer = written(
    claim.answer,
    { ...at, y: said },
    { role: 'subtitle', size: 20, most: Math.max(0, Math.floor((FOOT - 12 - said) / 26)) },
  );
  const dots = claim.results.map((result, index) => ({
    result,
    x: MARGIN + 10 + index * 26,
    y: dotsAt,
    radius: 9,
  }));
  const x = MARGIN + WORDS + GAP;
  const width = SOCIAL.width - MARGIN - x;
  const title = written(
    input.title,
    { x, y: 40, width },
    { role: 'title', size: 22, weight: 600, most: 3 },
  );
  const subtitle = written(
    subtitleOf(input),
    { x, y: below(title) + 2, width },
    { role: 'subtitle', size: 16, most: 4 },
  );
  const top = below(subtitle) + 12;
  const box = { x, y: top, width, height: FOOT - 16 - top };
  const { drawings, texts } = panels(input.charts, box, ['half', 'narrow', 'wide']);
  const words = [quote, verdict, held, answer, title, subtitle, ...texts, ...foot(input)];
  return { ...base(), drawings, dots, texts: words };
}

export function socialPicture(input: PictureInput): PictureLayout {
  return input.claim && input.charts.length > 0 ? beside(input, input.claim) : across(input);
}
