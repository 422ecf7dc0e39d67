import { frame, THEMES, type Theme } from './frame';
import { type Header, type Heading, header } from './header';
import { type ChartSeries, hasPlace, type OverTime } from './input';
import { labelBox } from './labels';
import { lineNames, nameLabel, nameRoom } from './names';
import { markPoints, placePoints, placeReferences, type Worded } from './place';
import type { Axis, BandMark, ChartSpec, Mark, Size } from './spec';
import { timeAxis, timeDomain, valueAxis } from './time-axes';
import { gaps, referenceRules, seriesMarks } from './time-marks';

function after(input: OverTime, [low, high]: [number, number]): BandMark[] {
  const { at } = input.text;
  return at > low && at < high ? [{ kind: 'band', id: 'after', from: at, to: high }] : [];
}

/** A small chart has no room above for the text's name, only for its line. */
function textRule(input: OverTime, [low, high]: [number, number]): Mark[] {
  const { at, label } = input.text;
  const rule = {
    kind: 'rule',
    id: 'text',
    axis: 'x',
    role: 'text',
    tone: 'text',
  } as const;
  return at >= low && at <= high ? [{ ...rule, at, label, rise: 0 }] : [];
}

function marksOf(
  input: OverTime,
  top: Header,
  theme: Theme,
  size: Size,
  domain: [number, number],
): Mark[] {
  return [
    ...after(input, domain),
    ...top.rules,
    ...(size === 'card' ? textRule(input, domain) : []),
    ...referenceRules(input),
    ...seriesMarks(input, theme.dot, size === 'card'),
  ];
}

/** The words at dots, those of the series that the chart is about first; a small chart names the last. */
function worded(input: OverTime, marks: Mark[], size: Size): Worded[] {
  const dots = new Map(marks.flatMap((mark) => (mark.kind === 'dot' ? [[mark.id, mark]] : [])));
  const series = input.series.toSorted(
    (a, b) => Number(a.tone === 'grey') - Number(b.tone === 'grey'),
  );
  return series.flatMap(({ id, points }) => {
    const named = points.filter(({ label, value }) => label && value !== null);
    return (size === 'card' ? named.slice(-1) : named).flatMap(({ start, label = '' }) => {
      const dot = dots.get(`${id}:${start}`);
      return dot ? [{ dot, text: label, weight: 400 as const }] : [];
    });
  });
}

function addInside(spec: ChartSpec, input: OverTime, theme: Theme): ChartSpec {
  const area = frame(spec);
  const bounds = {
    ...area,
    left: area.left + 2,
    right: spec.size.width,
    top: Math.max(0, area.top - theme.lineHeight),
  };
  const texts = spec.labels.map((label) => labelBox(label, area, theme.font, theme.lineHeight));
  const marks = spec.marks.flatMap((mark) => markPoints(mark, area));
  const ground = { frame: area, theme, bounds, texts, marks };
  const unlabelled: string[] = [];
  const references = placeReferences(input, ground, unlabelled);
  const points = placePoints(worded(input, spec.marks, spec.name), ground, unlabelled);
  return { ...spec, labels: [...spec.labels, ...references, ...points], unlabelled };
}

const isDrawn = ({ points }: ChartSeries) => points.some(({ value }) => value !== null);

function heading(input: OverTime, [low, high]: [number, number], size: Size): Heading {
  const { at, label } = input.text;
  const inside = (at: number) => at >= low && at <= high;
  const text = { kind: 'text', id: 'text', at, label, tone: 'text' } as const;
  const signed = input.series.filter(
    (one) => (one.mark === 'points' || one.mark === 'bar') && isDrawn(one),
  );
  return {
    events: size === 'card' ? [] : input.events.filter(({ at }) => inside(at)),
    posts: inside(at) && size !== 'card' ? [text] : [],
    unit: size === 'card' ? '' : input.axis.title,
    key: size !== 'card' && input.series.length > 1 ? signed : [],
  };
}

/** As its axis can draw it: the figures stay what they are in the chart itself. */
function placed(chart: OverTime): OverTime {
  if (chart.axis.scale !== 'log') return chart;
  const series = chart.series.map((one) => ({
    ...one,
    points: one.points.map((point) =>
      hasPlace(chart.axis, point.value) ? point : { ...point, value: null },
    ),
  }));
  return { ...chart, series };
}

export function overTimeSpec(chart: OverTime, size: Size): ChartSpec {
  const input = placed(chart);
  const theme = THEMES[size];
  const y = valueAxis(input, theme);
  const domain = timeDomain(input);
  const names = lineNames(input, y, theme, size);
  const room = nameRoom(names, domain, theme);
  const right = Math.max(room.right, 14);
  const x = timeAxis(input, domain, y.size, theme.width - right, theme, size);
  const flat = { size: { width: theme.width, height: 0 }, margin: { ...NONE, right }, x, y };
  const top = header(heading(input, domain, size), { ...frame(flat), ...sky(theme, y) });
  const spec: ChartSpec = {
    id: input.id,
    title: input.title,
    subtitle: input.subtitle,
    name: size,
    size: { width: theme.width, height: Math.ceil(top.height) + theme.plot + x.size },
    margin: { ...NONE, right, top: Math.ceil(top.height) },
    font: theme.font,
    lineHeight: theme.lineHeight,
    x,
    y,
    marks: marksOf(input, top, theme, size, domain),
    labels: top.labels,
    gaps: gaps(chart),
    eventKey: top.eventKey,
    unlabelled: [],
  };
  const named = names.map((name, index) =>
    nameLabel(name, room.leads[index] ?? false, room.gap, spec),
  );
  return addInside({ ...spec, labels: [...spec.labels, ...named] }, input, theme);
}

const NONE = { top: 0, right: 0, bottom: 0, left: 0 };

function sky(theme: Theme, y: Axis) {
  return { width: theme.width, top: y.reversed ? y.domain[0] : y.domain[1], theme };
}
