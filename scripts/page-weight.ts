import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export interface Weight {
  page: string;
  html: { brotli: number; gzip: number };
  scripts: number;
  styles: number;
  fonts: number;
}

export interface Limit {
  pages: RegExp;
  part: 'html' | 'scripts';
  bytes: number;
}

export const LIMITS: Limit[] = [
  { pages: /^\/$/, part: 'html', bytes: 100_000 },
  { pages: /^\/claims\/[^/]+$/, part: 'html', bytes: 60_000 },
  { pages: /^\/claims\/[^/]+$/, part: 'scripts', bytes: 150_000 },
];

/** What a page asks for before anyone touches it; `read` gives a file of `/_next/static`. */
export function weigh(page: string, html: Buffer, read: (path: string) => Buffer): Weight {
  const text = html.toString();
  const styles = styleFiles(text);
  const css = styles.map((file) => read(file).toString()).join('\n');
  const fonts = new Set([...preloadedFonts(text), ...fontsFor(css, text)]);
  return {
    page,
    html: { brotli: brotli(html), gzip: gzipSync(html).length },
    scripts: total(scriptFiles(text), (file) => brotli(read(file))),
    styles: total(styles, (file) => brotli(read(file))),
    fonts: total([...fonts], (file) => read(file).length),
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

/** One line for each limit that a page breaks, and for each limit that met no page. */
export function violations(weights: Weight[], limits: Limit[] = LIMITS): string[] {
  const lines = limits.flatMap(({ pages, part, bytes }) => {
    const met = weights.filter(({ page }) => pages.test(page));
    if (met.length === 0) return [`no prerendered page matches ${pages}: nothing to measure`];
    return met
      .map((weight) => ({ page: weight.page, size: sizeOf(weight, part) }))
      .filter(({ size }) => size > bytes)
      .map(({ page, size }) => `${page}: ${part} ${kB(size)}, limit ${kB(bytes)}`);
  });
  return [...new Set(lines)];
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

// `next start` answers with gzip, a server in front of it perhaps with brotli: both must hold.
function sizeOf(weight: Weight, part: Limit['part']): number {
  return part === 'html' ? Math.max(weight.html.brotli, weight.html.gzip) : weight.scripts;
}

// Quality 11 makes files about 3 % smaller and takes twenty times as long.
function brotli(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
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

function total(files: string[], size: (file: string) => number): number {
  return files.reduce((sum, file) => sum + size(file), 0);
}
