import { BUDGETS, type Measure } from '@/lib/quality/budgets';

/** A file as the server sent it: its text, and the bytes that crossed the wire. */
export type Sent = { text: string; bytes: number };

export interface Weight {
  page: string;
  html: number;
  scripts: number;
  styles: number;
  fonts: number;
}

export const PARTS = ['html', 'scripts', 'styles', 'fonts'] as const;
export type Part = (typeof PARTS)[number];

/** What a page asks for before anyone touches it; `ask` gives a file of `/_next`. */
export async function weigh(
  page: string,
  html: Sent,
  ask: (path: string) => Promise<Sent>,
): Promise<Weight> {
  const { text, bytes } = html;
  const askAll = (files: string[]) => Promise.all(files.map(ask));
  const styles = await askAll(styleFiles(text));
  const css = styles.map((file) => file.text).join('\n');
  const fonts = new Set([...preloadedFonts(text), ...fontsFor(css, text)]);
  return {
    page,
    html: bytes,
    scripts: total(await askAll(scriptFiles(text))),
    styles: total(styles),
    fonts: total(await askAll([...fonts])),
  };
}

/**
 * The chunks that a page names anywhere: in `<script src>`, in preloads, and in the inline data
 * from which React loads client components. Chunks behind `import()` are not named in a page.
 */
export function scriptFiles(html: string): string[] {
  // Browsers with modules skip these.
  const seen = html.replace(/<script[^>]*\bnomodule\b[^>]*>/gi, '');
  return unique(seen.matchAll(/static\/[^"'\\\s?]+\.js\b/g));
}

export function styleFiles(html: string): string[] {
  return links(html, /\brel="stylesheet"/);
}

export function preloadedFonts(html: string): string[] {
  return links(html, /\bas="font"/);
}

/** The font files of a stylesheet with letters that occur in the text. */
export function fontsFor(css: string, text: string): string[] {
  const letters = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0);
  const faces = [...css.matchAll(/@font-face\s*{([^}]*)}/g)].map((face) => face[1] ?? '');
  const used = faces.filter((face) => {
    const ranges = unicodeRanges(face);
    return letters.some((letter) => ranges.some(([from, to]) => from <= letter && letter <= to));
  });
  return unique(used.join('\n').matchAll(/(?:static|\.\.)\/[^"')\s?]+\.woff2/g)).map((file) =>
    file.replace(/^(\.\.\/)+/, 'static/'),
  );
}

/** The front page and the pages of texts, which show many claims. */
export const isDashboard = (page: string): boolean => page === '/' || page.startsWith('/texts/');

/** The budget that a part of a page is held to: a page of many claims may be larger. */
export const measureOf = (page: string, part: Part): Measure =>
  part === 'html' && isDashboard(page) ? 'html-dashboard' : part;

/** One line for each part of a page that is over its budget. */
export function violations(weights: Weight[]): string[] {
  if (weights.length === 0) return ['no prerendered page: nothing to measure'];
  return weights.flatMap((weight) =>
    PARTS.flatMap((part) => {
      const { most } = BUDGETS[measureOf(weight.page, part)] as { most: number };
      const size = weight[part];
      return size > most ? [`${weight.page}: ${part} ${kB(size)}, limit ${kB(most)}`] : [];
    }),
  );
}

export function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** Columns of text: the first to the left, the others to the right. */
export function columns(rows: string[][]): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  const pad = (cell: string, i: number) =>
    i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
  return rows.map((row) => row.map(pad).join('  ')).join('\n');
}

function links(html: string, kind: RegExp): string[] {
  const tags = [...html.matchAll(/<link\b[^>]*>/g)].map(([tag]) => tag);
  const matching = tags.filter((tag) => kind.test(tag)).join('\n');
  return unique(matching.matchAll(/static\/[^"'?\s]+/g));
}

function unicodeRanges(face: string): [number, number][] {
  const text = /unicode-range:\s*([^;]+)/i.exec(face)?.[1];
  if (!text) return [[0, 0x10ffff]];
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^u\+/i, '').split('-');
    return [parseInt(from.replaceAll('?', '0'), 16), parseInt(to.replaceAll('?', 'F'), 16)];
  });
}

function unique(matches: Iterable<RegExpMatchArray>): string[] {
  return [...new Set([...matches].map(([text]) => text))];
}

const total = (files: Sent[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);
