import words from '@/data/words/import.json';
import { message } from '@/lib/message';
import { bareResource } from '@/lib/table/bare-resource';
import type { Field, Resource } from '@/lib/table/descriptor';
import { DAY, type Period, parsePeriod } from '@/lib/table/period';
import type { Observation, Series } from '@/lib/table/series';
import type { OwnFigure, OwnLine } from './own-figures';

/** A reader's own lines as series like any other: the same rules say what may share an axis with them. */

export type SeriesFacts = {
  id: string;
  label: string;
  unit: string;
  kind: Period['kind'];
  figures: number;
  from: string;
  to: string;
};

/** Weekends and holidays are no gap in daily figures. */
const WEEK = 7 * DAY;

const FACTORS = [1e3, 1e6, 1e9, 1e12];

/** The unit with the scale that the file states. Columns that state none have no unit in common. */
function unitText({ unit, factor, measure }: OwnLine): string {
  const plain = unit ?? message(words.noUnit, { measure: measure || words.value });
  if (factor === 1) return plain;
  const named = FACTORS.includes(factor) ? `f${Math.log10(factor)}` : 'other';
  return message(words.scaled, { named, factor, unit: plain });
}

type Tells = (line: OwnLine) => string;

/** What tells a line from the file's others: the names of what they all share go without saying. */
export function labeller(lines: OwnLine[], files: string[]): Tells {
  const parts: Record<string, Tells> = {
    file: ({ file }) => files[file] ?? '',
    measure: ({ measure }) => measure,
    // One that is not stated is named by the measure.
    unit: (line) => (line.unit === null && line.factor === 1 ? '' : unitText(line)),
  };
  for (const name of new Set(lines.flatMap(({ dimensions }) => Object.keys(dimensions))))
    parts[`dimension ${name}`] = ({ dimensions }) => dimensions[name] ?? '';
  const telling = Object.values(parts).filter((tell) => new Set(lines.map(tell)).size > 1);
  return (line) => {
    const told = telling.map((tell) => tell(line)).filter(Boolean);
    return told.join(' · ') || Object.values(line.dimensions).join(' · ') || line.measure;
  };
}

const kindOf = ({ figures }: OwnLine): Period['kind'] => figures[0]?.period.kind ?? 'span';

export function factsOf(line: OwnLine, label: string): SeriesFacts {
  const { id, figures } = line;
  return {
    id,
    label,
    unit: unitText(line),
    kind: kindOf(line),
    figures: figures.filter(({ value }) => value !== null).length,
    from: figures[0]?.period.text ?? '',
    to: figures.at(-1)?.period.text ?? '',
  };
}

const DIGITS: Partial<Record<Period['kind'], number>> = { day: 10, calendar_year: 4 };

/** What lies between two figures that do not touch, as one stretch without a value. */
function gapBetween(before: Period, after: Period): Observation[] {
  const room = before.kind === 'day' ? WEEK : 0;
  if (before.kind === 'span' || after.start - before.end <= room) return [];
  const [from, to] = [before.end, after.start - 1].map((time) =>
    new Date(time).toISOString().slice(0, DIGITS[before.kind] ?? 7),
  );
  const period = parsePeriod(from === to ? `${from}` : `${from}..${to}`);
  return [{ period, value: null, row: null }];
}

/** No line is drawn over periods that the file leaves out. */
function observations(figures: OwnFigure[]): Observation[] {
  return figures.flatMap(({ period, value }, index) => {
    const before = figures[index - 1]?.period;
    return [...(before ? gapBetween(before, period) : []), { period, value, row: null }];
  });
}

const field = (name: string, role: Field['role']): Field => ({
  name,
  title: name,
  type: role === 'measure' ? 'number' : 'string',
  role,
});

function resourceOf({ file, dimensions, measure }: OwnLine, title: string): Resource {
  const fields = [
    field('period', 'period'),
    ...Object.keys(dimensions).map((name) => field(name, 'dimension')),
    field(measure, 'measure'),
  ];
  return bareResource({ name: `own-${file}`, title, fields, primaryKey: [] });
}

/** Months of what these words name do not add up to a year. */
const AVERAGES =
  /%|\/|\b(?:per|percent|index|indice|rate|taux|ratio|price|prix|average|moyenne)\b/i;

const adds = ({ unit, measure, dimensions }: OwnLine): boolean =>
  ![unit ?? '', measure, ...Object.values(dimensions)].some((text) => AVERAGES.test(text));

export function ownSeries(line: OwnLine, label: string, file: string): Series {
  return {
    id: line.id,
    table: { resource: resourceOf(line, file), rows: [] },
    measure: {
      ...field(line.measure, 'measure'),
      kind: adds(line) ? 'amount' : 'rate',
      adds: adds(line),
    },
    unit: unitText(line),
    label,
    dimensions: { ...line.dimensions },
    kind: kindOf(line),
    scattered: kindOf(line) === 'span',
    observations: observations(line.figures),
  };
}
