import { withState } from '@/lib/address';
import type { Catalog } from '@/lib/catalog';
import { claimUrl } from '@/lib/origin';
import { DAY, isoDay } from '@/lib/table/period';
import { rowAt } from '@/lib/table/row-index';
import type { RowRef } from '@/lib/table/row-name';
import { type Tables, tableNamed } from '@/lib/table/select';
import type { Evaluated } from './evaluated';
import type { Evidence } from './evidence';
import type { ReadingResult } from './result';
import type { Limit, TestOutcome } from './test-outcome';
import type { Text } from './text';

/** A value with its unit; a date, which is counted in days inside, as ISO 8601 text. */
const figure = (value: number, unit: string): number | string =>
  unit === 'date' ? isoDay(value * DAY) : value;

const measured = (value: number | null, unit: string) => ({
  value: value === null ? null : figure(value, unit),
  unit,
});

/** The row with its figures and its source. */
function rowOf(ref: RowRef, tables: Tables) {
  const { schema } = tableNamed(tables, ref.table).resource;
  const { cells, period } = rowAt(tables, ref);
  const measures = schema.fields.filter(({ role }) => role === 'measure');
  return {
    table: ref.table,
    key: ref.key,
    period: period?.text ?? null,
    values: Object.fromEntries(measures.map(({ name }) => [name, cells[name] ?? null])),
    source_id: cells.source_id ?? null,
  };
}

/**
 * What a value is made from stands in its parts, and only there. A ranking gives its list and not the rows behind
 * it, thousands at times: they are in the claim's CSV.
 */
function inputOf(input: Evaluated, tables: Tables): object {
  const { kind, label, value, unit, time, rows, parts, places } = input;
  return {
    label,
    kind,
    ...measured(value, unit),
    period: time?.text ?? null,
    rows: parts.length + places.length > 0 ? [] : rows.map((ref) => rowOf(ref, tables)),
    parts: parts.map((part) => inputOf(part, tables)),
    ...(places.length > 0 && {
      places: places.map(({ name, place, value: of }) => ({
        name,
        place,
        ...measured(of.value, of.unit),
      })),
    }),
  };
}

const limitOf = ({ relation, low, high, unit }: Limit) => ({ relation, low, high, unit });

function testOf(outcome: TestOutcome, tables: Tables) {
  const { test, result, inputs, limit, threshold, byPeriod } = outcome;
  return {
    kind: test.kind,
    result,
    measured: outcome.measured && {
      ...measured(outcome.measured.value, outcome.measured.unit),
      // What rounding of the inputs leaves open, on either side.
      ...(outcome.measured.margin && { margin: outcome.measured.margin }),
    },
    limit: limit && limitOf(limit),
    reason: threshold?.reason ?? null,
    inputs: inputs.map((input) => inputOf(input, tables)),
    ...(byPeriod.length > 0 && { byPeriod }),
    ...(test.kind === 'missing' && { wanted: test.wanted, would_settle: test.would_settle }),
  };
}

const readingOf = (one: ReadingResult, tables: Tables) => ({
  number: one.number,
  role: one.reading.role,
  name: one.reading.name,
  question: one.reading.question,
  result: one.result,
  usesFiguresLaterThanArticle: one.later,
  would_settle: one.reading.would_settle ?? null,
  note: one.reading.note ?? null,
  tests: one.outcomes.map((outcome) => testOf(outcome, tables)),
});

/** The text that the claim is taken from. */
const textOf = ({ id, kind, title, author, publisher, day, language, ...rest }: Text) => ({
  ...{ id, kind, title, author, publisher, published: day, lang: language },
  address: rest.address ?? null,
  relay: rest.relay ?? null,
  sha256: rest.sha256 ?? null,
});

/** A claim as data: its words, its verdict and every reading with its working. The keys are a promise. */
export function claimJson(catalog: Catalog, { result, line, answer, conflicts }: Evidence) {
  const { claim, verdict, held, words, readings } = result;
  const { descriptor, revision, tables } = catalog;
  return {
    id: claim.id,
    address: withState(claimUrl(claim.id), catalog.asOf),
    csv: withState(`${claimUrl(claim.id)}.csv`, catalog.asOf),
    revision,
    lastUpdated: descriptor.created.slice(0, 10),
    article: textOf(claim.text),
    quote: {
      exact: claim.quote,
      prefix: claim.prefix,
      suffix: claim.suffix,
      paragraph: claim.paragraph ?? null,
    },
    restatement: claim.restatement,
    topic: claim.topic,
    verdict,
    line,
    readingsHeld: held,
    readingsCounted: words.length,
    answer,
    readings: readings.map((one) => readingOf(one, tables)),
    conflicts: conflicts.map(({ conflict, sides }) => ({
      about: conflict.about,
      note: conflict.note ?? null,
      sides: sides.map((side) => inputOf(side, tables)),
    })),
  };
}
