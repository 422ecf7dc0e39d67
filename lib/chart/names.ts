import { frame, type Theme, widest } from './frame';
import type { ChartSeries, OverTime } from './input';
import { MIDDLE, stackApart } from './labels';
import type { Axis, ChartSpec, Label, Size } from './spec';
import { wrapText } from './text-width';
import { placeOf } from './time-place';

/** The widest that a name at a line's end may be before it breaks. */
const NAME_WIDTH = { wide: 150, narrow: 88, card: 88, half: 130, full: 230 };

export type Name = {
  series: ChartSeries;
  lines: string[];
  x: number;
  y: number;
  /** Down from the plot's top, in pixels: where the line ends and where its name stands. */
  end: number;
  at: number;
};

/** Where a series ends: its last value, or the middle of an area's last edge. */
function lastOf(series: ChartSeries): { x: number; y: number } | undefined {
  const point = series.points.findLast(({ value }) => value !== null);
  if (!point || point.value === null) return undefined;
  const { value, low, high, end } = point;
  const x = series.mark === 'step' ? end : placeOf(point, series.mark);
  return { x, y: low !== undefined && high !== undefined ? (low + high) / 2 : value };
}

/** Names of lines, stacked apart beside the plot; the greys give way when there is no room. */
export function lineNames(input: OverTime, y: Axis, theme: Theme, size: Size): Name[] {
  const flat = frame({
    size: { width: theme.width, height: theme.plot },
    margin: { top: 0, right: 0, bottom: 0, left: 0 },
    x: { ...y, size: 0 },
    y,
  });
  const found = input.series.flatMap((series) => {
    const last = series.mark === 'points' || series.mark === 'bar' ? undefined : lastOf(series);
    if (!last) return [];
    const lines = wrapText(series.label, NAME_WIDTH[size], theme.font, 600);
    return [{ series, lines, ...last, end: flat.y(last.y), at: 0 }];
  });
  const names = fitting(found, theme);
  const boxes = names.map(({ end, lines }) => ({ at: end, size: lines.length * theme.lineHeight }));
  const centres = stackApart(boxes, -theme.lineHeight / 2, theme.plot + theme.lineHeight / 2);
  return names.map((name, index) => ({ ...name, at: centres[index] ?? 0 }));
}

function fitting(names: Name[], theme: Theme): Name[] {
  let room = theme.plot;
  const byWeight = names.toSorted((a, b) => grey(a) - grey(b));
  const kept = byWeight.filter(({ lines }) => {
    room -= lines.length * theme.lineHeight;
    return room >= 0;
  });
  return names.filter((name) => kept.includes(name));
}

const grey = ({ series }: Name) => (series.tone === 'grey' ? 1 : 0);

const MOVED = 10;

export function nameRoom(names: Name[], domain: [number, number], theme: Theme) {
  const early = domain[1] - 0.025 * (domain[1] - domain[0]);
  const leads = names.map(({ at, end, x }) => Math.abs(at - end) > MOVED || x < early);
  const gap = leads.some(Boolean) ? 18 : 8;
  const width = widest(
    names.flatMap(({ lines }) => lines),
    theme.font,
    600,
  );
  return { leads, gap, right: names.length > 0 ? Math.ceil(width) + gap + 2 : 0 };
}

export function nameLabel(name: Name, lead: boolean, gap: number, spec: ChartSpec): Label {
  const { series, lines, x, y, at, end } = name;
  const area = frame(spec);
  const dx = area.right + gap - area.x(x);
  const first = at - end - ((lines.length - 1) * spec.lineHeight) / 2;
  return {
    kind: 'name',
    lines,
    x,
    y,
    dx,
    dy: first + MIDDLE * spec.font,
    anchor: 'start',
    tone: series.tone === 'grey' ? 'secondary' : series.tone,
    weight: series.tone === 'grey' ? 400 : 600,
    ...(lead ? { leader: { x1: 5, y1: 0, x2: dx - 4, y2: at - end } } : {}),
  };
}
