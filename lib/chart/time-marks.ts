import { DAY } from '@/lib/table/period';
import { type ChartPoint, type ChartSeries, hasPlace, type OverTime } from './input';
import type { AreaMark, DotMark, Gap, LineMark, Mark, RuleMark } from './spec';
import { columnMarks } from './time-columns';
import { placeOf } from './time-place';

/** More observations than this on a line are not dotted one by one. */
const MOST_DOTS = 16;

type Known = ChartPoint & { value: number };

const known = (point: ChartPoint): point is Known => point.value !== null;

/** Stretches of observations without a gap between them. */
function runs(points: ChartPoint[], joined: (before: Known, after: Known) => boolean): Known[][] {
  const found: Known[][] = [];
  let open = false;
  for (const point of points) {
    const run = found.at(-1);
    const before = run?.at(-1);
    if (!known(point)) open = false;
    else if (open && run && before && joined(before, point)) run.push(point);
    else {
      found.push([point]);
      open = true;
    }
  }
  return found;
}

const always = () => true;

/** A step covers its period, so periods that do not touch are not joined. */
const touching = (before: Known, after: Known) => after.start - before.end <= DAY;

const runsOf = (series: ChartSeries) =>
  runs(series.points, series.mark === 'step' ? touching : always);

const owner = ({ id, label, tone }: ChartSeries) => ({ series: id, label, tone });

function lineMark(series: ChartSeries): LineMark {
  const points = runsOf(series).flatMap((run, index) => {
    const drawn = run.map((point) => {
      const { value, when, rows } = point;
      return { x: placeOf(point, series.mark), y: value, when, rows };
    });
    const last = run.at(-1);
    const close = series.mark === 'step' && last ? [{ ...drawn.at(-1), x: last.end }] : [];
    const gap = index > 0 ? [{ x: drawn[0]?.x ?? 0, y: null, when: '', rows: [] }] : [];
    return [...gap, ...drawn, ...close] as LineMark['points'];
  });
  const curve = series.mark === 'step' ? 'step-after' : 'linear';
  const dash = series.dash ? { dash: series.dash } : {};
  return { kind: 'line', id: `${series.id}:line`, ...owner(series), curve, ...dash, points };
}

function areaMarks(series: ChartSeries): AreaMark[] {
  return runsOf(series).map((run, index) => ({
    kind: 'area',
    id: `${series.id}:area:${index}`,
    ...owner(series),
    points: run.map(({ start, end, value, low = 0, high = value, when, rows }) => ({
      x: placeOf({ start, end }, series.mark),
      low,
      high,
      when,
      rows,
    })),
  }));
}

function dotMark(series: ChartSeries, point: Known, radius: number): DotMark {
  const { start, value, when, rows, variant } = point;
  const shape = series.shape ?? 'disc';
  const id = `${series.id}:${start}`;
  const x = placeOf(point, series.mark);
  const label = [series.label, variant].flatMap((part) => part ?? []).join(', ');
  return { kind: 'dot', id, ...owner(series), label, shape, radius, x, y: value, when, rows };
}

/** The observations that are drawn as dots: all of few, else those that no line reaches. */
function dotted(series: ChartSeries, sparse: boolean): Known[] {
  if (series.mark === 'step' || series.mark === 'bar') return [];
  const all = series.points.filter(known);
  if (series.mark === 'points') return all;
  if (sparse) {
    const last = series.tone === 'grey' ? [] : all.slice(-1);
    return [
      ...new Set([
        ...runsOf(series)
          .filter((run) => run.length === 1)
          .flat(),
        ...last,
      ]),
    ];
  }
  if (all.length <= MOST_DOTS && series.tone !== 'grey') return all;
  return runsOf(series)
    .filter((run) => run.length === 1)
    .flat();
}

function dotMarks(series: ChartSeries, radius: number, sparse: boolean): DotMark[] {
  const size = series.mark === 'points' ? radius : radius * 0.7;
  return dotted(series, sparse).map((point) => dotMark(series, point, size));
}

function ranged(series: ChartSeries): Mark[] {
  return series.points
    .filter(({ low, high }) => series.mark === 'points' && low !== undefined && high !== undefined)
    .map(({ start, end, low = 0, high = 0, when, rows }) => ({
      kind: 'line',
      id: `${series.id}:${start}:range`,
      ...owner(series),
      curve: 'linear',
      points: [low, high].map((y) => ({ x: placeOf({ start, end }, series.mark), y, when, rows })),
    }));
}

const DEPTH = { grey: 0, ink: 1, other: 1, main: 2, text: 2 };

/** Grey series lie under the ones that the chart is about, areas under lines, lines under dots. */
export function seriesMarks(input: OverTime, radius: number, sparse: boolean): Mark[] {
  const series = input.series.toSorted((a, b) => DEPTH[a.tone] - DEPTH[b.tone]);
  const lines = series.filter(({ mark }) => mark !== 'points' && mark !== 'bar');
  return [
    ...series.filter(({ mark }) => mark === 'area').flatMap(areaMarks),
    ...columnMarks(input),
    ...lines.map(lineMark),
    ...series.flatMap(ranged),
    ...series.flatMap((each) => dotMarks(each, radius, sparse)),
  ];
}

export function referenceRules(input: OverTime): RuleMark[] {
  return input.references.map(({ value, label, tone = 'text' }, index) => ({
    kind: 'rule',
    id: `reference:${index}`,
    axis: 'y',
    at: value,
    role: 'reference',
    tone,
    label,
    rise: 0,
  }));
}

function whyNot({ axis }: OverTime, { value, why }: ChartPoint): Gap['why'] | null {
  if (value === null) return why ?? 'none';
  return hasPlace(axis, value) ? null : 'log';
}

/** Periods that were asked for and have no mark. */
export function gaps(input: OverTime): Gap[] {
  return input.series.flatMap(({ id, label, points }) => {
    const found: Gap[] = [];
    points.forEach((point, index) => {
      const why = whyNot(input, point);
      const [last, before] = [found.at(-1), points[index - 1]];
      if (why === null) return;
      if (last && before && whyNot(input, before) === why) {
        last.to = point.when;
        last.count += 1;
      } else found.push({ series: id, label, from: point.when, to: point.when, count: 1, why });
    });
    return found;
  });
}
