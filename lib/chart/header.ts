import { type Flag, type Numbered, type Placed, placeFlags, placeNumbers } from './events';
import type { Theme } from './frame';
import type { ChartEvent, ChartSeries, Tone } from './input';
import { keySign } from './key-sign';
import type { Fill, Label, RuleMark, Shape } from './spec';
import { DESCENT, textWidth, wrapText } from './text-width';

/** What stands above the plot, from the plot upwards: flags or numbers, the unit, the key of signs. */
export type Header = {
  height: number;
  labels: Label[];
  rules: RuleMark[];
  eventKey: ChartEvent[];
};

export type Sky = {
  /** The plot's edges and the picture's width, in pixels. */
  left: number;
  right: number;
  width: number;
  /** Where a value of the x axis stands, and the value of the y axis at the plot's top. */
  x: (value: number) => number;
  invert: (pixel: number) => number;
  top: number;
  theme: Theme;
};

/** A name above the plot, with a line down into it. */
export type Post = {
  kind: 'event' | 'text' | 'reference';
  id: string;
  at: number;
  label: string;
  tone: Tone;
};

const MOST_NAMED = 5;
const MOST_ROWS = 4;
const GAP = 9;

/** The baseline of a row of text, counted up from the plot's top. */
const baseline = (row: number, theme: Theme) =>
  -(GAP + row * theme.lineHeight) - DESCENT * theme.font;

const weight = ({ kind }: Post) => (kind === 'event' ? 400 : 600);

function rule(post: Post, row: number, theme: Theme): RuleMark {
  const { kind, id, at, label, tone } = post;
  const rise = GAP + (row + 0.85) * theme.lineHeight;
  return { kind: 'rule', id, axis: 'x', at, role: kind, tone, label, rise };
}

function flagLabel(post: Post, { row, anchor }: Placed, sky: Sky): Label {
  return {
    kind: post.kind,
    lines: [post.label],
    x: post.at,
    y: sky.top,
    dx: anchor === 'start' ? 5 : -5,
    dy: baseline(row, sky.theme),
    anchor,
    tone: post.tone === 'grey' ? 'secondary' : post.tone,
    weight: weight(post),
  };
}

function flag(post: Post, sky: Sky): Flag {
  const width = textWidth(post.label, sky.theme.font, weight(post));
  return { x: sky.x(post.at), width };
}

type Rows = { rows: number; labels: Label[]; rules: RuleMark[]; eventKey: ChartEvent[] };

function flagRows(posts: Post[], sky: Sky, above: number): Rows | undefined {
  const bounds = { left: 0, right: sky.width };
  const flags = posts.map((post) => flag(post, sky));
  const placed = placeFlags(flags, MOST_ROWS, bounds)?.map((place) => ({
    ...place,
    row: place.row + above,
  }));
  if (!placed) return undefined;
  const both = posts.flatMap((post, index) => {
    const place = placed[index];
    return place ? [{ post, place }] : [];
  });
  return {
    rows: Math.max(above, ...placed.map(({ row }) => row + 1)),
    labels: both.map(({ post, place }) => flagLabel(post, place, sky)),
    rules: both.map(({ post, place }) => rule(post, place.row, sky.theme)),
    eventKey: [],
  };
}

function numberLabel({ event, x, row }: Numbered, index: number, sky: Sky): Label {
  const { theme, top } = sky;
  const dx = x - sky.x(event.at);
  const dy = baseline(row, theme);
  return {
    kind: 'number',
    lines: [String(index + 1)],
    x: event.at,
    y: top,
    dx,
    dy,
    anchor: 'middle',
    tone: 'secondary',
    weight: 600,
    leader: { x1: 0, y1: 0, x2: dx, y2: dy + 0.6 * theme.font },
  };
}

function numberRows(events: ChartEvent[], sky: Sky): Rows {
  const numbers = placeNumbers(events, ({ at }) => sky.x(at), { left: sky.left, right: sky.width });
  const rows = Math.max(0, ...numbers.map(({ row }) => row + 1));
  return {
    rows,
    labels: numbers.map((number, index) => numberLabel(number, index, sky)),
    rules: events.map((event, index) => ({
      ...rule(eventPost(event, index), 0, sky.theme),
      rise: 0,
    })),
    eventKey: events,
  };
}

function eventPost({ at, label }: ChartEvent, index: number): Post {
  return { kind: 'event', id: `event:${index}`, at, label, tone: 'grey' };
}

/** All names when they are few and fit; otherwise numbers for the events, names for the rest. */
function postRows(events: ChartEvent[], posts: Post[], sky: Sky): Rows {
  const named = [...events.map(eventPost), ...posts].sort((a, b) => a.at - b.at);
  const flags = events.length <= MOST_NAMED ? flagRows(named, sky, 0) : undefined;
  if (flags) return flags;
  const numbers = numberRows(events, sky);
  const others = flagRows(posts, sky, numbers.rows);
  return {
    rows: others?.rows ?? numbers.rows,
    labels: [...numbers.labels, ...(others?.labels ?? [])],
    rules: [...numbers.rules, ...(others?.rules ?? [])],
    eventKey: numbers.eventKey,
  };
}

function unitLines(title: string, up: number, sky: Sky): { labels: Label[]; height: number } {
  const { theme, left, top } = sky;
  if (title === '') return { labels: [], height: 0 };
  const lines = wrapText(title, sky.width, theme.font);
  const height = lines.length * theme.lineHeight;
  const dy = -up - DESCENT * theme.font - (lines.length - 1) * theme.lineHeight;
  const label = { kind: 'unit', lines, y: top, dy, anchor: 'start', tone: 'secondary' } as const;
  const x = sky.invert(left);
  return { labels: [{ ...label, x, dx: -left, weight: 400 }], height };
}

const SIGN = 14;
const KEY_GAP = 18;

/** Series without a line of their own to end in their name, side by side. */
function keyLines(
  series: ChartSeries[],
  up: number,
  sky: Sky,
): { labels: Label[]; height: number } {
  const { theme, left, top } = sky;
  const placed: { text: string; tone: Tone; shape: Shape | Fill; x: number; row: number }[] = [];
  for (const one of series) {
    const { label, tone } = one;
    const shape = keySign(one);
    const last = placed.at(-1);
    const next = last ? last.x + SIGN + textWidth(last.text, theme.font) + KEY_GAP : 0;
    const fits = next + SIGN + textWidth(label, theme.font) <= sky.width;
    const row = last ? last.row + (fits ? 0 : 1) : 0;
    placed.push({ text: label, tone, shape, x: fits ? next : 0, row });
  }
  const rows = (placed.at(-1)?.row ?? -1) + 1;
  const labels = placed.map(({ text, tone, shape, x, row }) => ({
    kind: 'name' as const,
    lines: [text],
    x: sky.invert(left),
    y: top,
    dx: x + SIGN - left,
    dy: -up - DESCENT * theme.font - (rows - 1 - row) * theme.lineHeight,
    anchor: 'start' as const,
    tone: tone === 'grey' ? ('secondary' as const) : tone,
    weight: 400 as const,
    sign: { shape, dx: 5 - SIGN, dy: -0.35 * theme.font },
  }));
  return { labels, height: rows * theme.lineHeight + (rows > 0 ? 6 : 0) };
}

export type Heading = { events: ChartEvent[]; posts: Post[]; unit: string; key: ChartSeries[] };

export function header({ events, posts, unit, key }: Heading, sky: Sky): Header {
  const rows = postRows(events, posts, sky);
  const above = rows.rows > 0 ? 4 : unit === '' ? 0 : 3;
  const flags = rows.rows * sky.theme.lineHeight + GAP + above;
  const title = unitLines(unit, flags, sky);
  const signs = keyLines(key, flags + title.height + 6, sky);
  const height = flags + title.height + signs.height;
  const labels = [...signs.labels, ...title.labels, ...rows.labels];
  return { height, labels, rules: rows.rules, eventKey: rows.eventKey };
}
