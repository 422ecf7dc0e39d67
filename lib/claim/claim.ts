import { z } from 'zod';
import { chartSchema } from './chart-schema';
import { namesResolved, unresolvedNames } from './named';
import type { Text } from './text';

/** The schema of a claim: its quote, the ways to measure it, what is drawn. */

const TO_FILL = 'still to fill';
export const text = z.string().min(1, TO_FILL);
export const id = z
  .string()
  .min(1, { error: TO_FILL, abort: true })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'no id: letters a to z and digits, with hyphens between');
export const paragraph = z.number().int().positive(TO_FILL);
const where = z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]));
const rows = { table: id, where };

export type Where = z.infer<typeof where>;

/** Where a list of things to compare comes from: the values of one dimension, in file order. */
const each = z.strictObject({
  ...rows,
  dimension: z.string(),
  except: z.array(z.string()).optional(),
});
type Each = z.infer<typeof each>;

/** A change in per cent of the first value, or in the values' own units. */
export type ChangeAs = 'percent' | 'difference';

type Labelled = { label: string };
type Selected = { table: string; where: Where };

/**
 * How to get one number. `row` takes exactly one row, `sum` adds months, `latest` takes the last row that
 * begins by a day, `lowest` the smallest within a period, `date` a row's period or the day in another column,
 * `count` how many rows meet the conditions. The rest combine quantities.
 * `$period` and `$each` stand for what a chart or a ranking goes through.
 */
export type Quantity = Labelled &
  (
    | ({ kind: 'row'; measure: string; period: string } & Selected)
    | ({ kind: 'sum'; measure: string; period: string } & Selected)
    | ({ kind: 'latest'; measure: string; until: string } & Selected)
    | ({ kind: 'lowest'; measure: string; period: string; overlap?: boolean } & Selected)
    | ({ kind: 'date'; column?: string } & Selected)
    | ({ kind: 'count' } & Selected)
    | { kind: 'stated'; value: number; unit: string }
    | { kind: 'day'; day: string }
    | { kind: 'share'; part: Quantity; whole: Quantity }
    | { kind: 'difference'; from: Quantity; less: Quantity }
    | { kind: 'change'; from: Quantity; to: Quantity; as: ChangeAs }
    | { kind: 'product'; of: Quantity; by: Quantity; unit: string }
    | { kind: 'quotient'; of: Quantity; by: Quantity; unit: string }
    | { kind: 'least'; of: Quantity[] }
    | { kind: 'raised'; amount: Quantity; by: Quantity }
    | { kind: 'fraction'; of: Quantity; percent: Quantity }
    | { kind: 'scaled'; amount: Quantity; by: number; unit: string }
    | { kind: 'converted'; amount: Quantity; to: string; period: string }
    | {
        kind: 'rank';
        subject: string;
        each: Each;
        value: Quantity;
        order: 'highest-first' | 'lowest-first';
      }
  );

/** One of the claim's `quantities` in the place of a quantity. */
const named = z.strictObject({ kind: z.literal('named'), name: text, label: text.optional() });

const figure = { label: text, ...rows, measure: text };

const changeAs = z.enum(['percent', 'difference']);

const writtenQuantity = z.lazy(() =>
  z.discriminatedUnion('kind', [
    named,
    z.strictObject({ kind: z.literal('row'), ...figure, period: text }),
    z.strictObject({ kind: z.literal('sum'), ...figure, period: text }),
    z.strictObject({ kind: z.literal('latest'), ...figure, until: text }),
    z.strictObject({
      kind: z.literal('lowest'),
      ...figure,
      period: text,
      /** Rows of longer periods that only overlap it count too: a list price of a year. */
      overlap: z.boolean().optional(),
    }),
    z.strictObject({ kind: z.literal('date'), label: text, ...rows, column: text.optional() }),
    z.strictObject({ kind: z.literal('count'), label: text, ...rows }),
    z.strictObject({ kind: z.literal('stated'), label: text, value: z.number(), unit: text }),
    z.strictObject({ kind: z.literal('day'), label: text, day: z.iso.date() }),
    z.strictObject({ kind: z.literal('share'), label: text, part: quantity, whole: quantity }),
    z.strictObject({ kind: z.literal('difference'), label: text, from: quantity, less: quantity }),
    z.strictObject({
      kind: z.literal('change'),
      label: text,
      from: quantity,
      to: quantity,
      as: changeAs,
    }),
    z.strictObject({
      kind: z.literal('product'),
      label: text,
      of: quantity,
      by: quantity,
      unit: text,
    }),
    z.strictObject({
      kind: z.literal('quotient'),
      label: text,
      of: quantity,
      by: quantity,
      unit: text,
    }),
    z.strictObject({ kind: z.literal('least'), label: text, of: z.array(quantity).min(2) }),
    z.strictObject({ kind: z.literal('raised'), label: text, amount: quantity, by: quantity }),
    z.strictObject({ kind: z.literal('fraction'), label: text, of: quantity, percent: quantity }),
    z.strictObject({
      kind: z.literal('scaled'),
      label: text,
      amount: quantity,
      by: z.number().positive(),
      unit: text,
    }),
    z.strictObject({
      kind: z.literal('converted'),
      label: text,
      amount: quantity,
      to: z.string().regex(/^[A-Z]{3}$/),
      period: text,
    }),
    z.strictObject({
      kind: z.literal('rank'),
      label: text,
      subject: text,
      each,
      value: quantity,
      order: z.enum(['highest-first', 'lowest-first']),
    }),
  ]),
);

/** Typed as it is once `claim` has put quantities in the place of their names. */
const quantity = writtenQuantity as z.ZodType<unknown> as z.ZodType<Quantity>;

const relation = z.enum(['above', 'at-least', 'below', 'at-most', 'equal', 'not-equal', 'within']);
export type Relation = z.infer<typeof relation>;

/** A limit of our own choosing, with its reason; a reader may put another in its place. */
const threshold = z.strictObject({ value: z.number(), unit: text, reason: text });
export type Threshold = z.infer<typeof threshold>;

/**
 * `compare`: a value against another (the threshold is then a tolerance in per cent of the other) or against
 * the threshold itself; in every one of `periods`. `change`: from one value to another, in per cent or in the values' own units.
 * `rank`: the place in a list, or the place as a percentage of the list's length; in every one of `periods`.
 * `order-of-dates`: days from the first to the second. `in-force`: a rule begun and not ended by a day.
 */
const test = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('compare'),
    value: quantity,
    relation,
    than: quantity.optional(),
    threshold: threshold.optional(),
    periods: z.array(text).min(1).optional(),
  }),
  z.strictObject({
    kind: z.literal('change'),
    from: quantity,
    to: quantity,
    as: changeAs,
    relation,
    threshold,
  }),
  z.strictObject({
    kind: z.literal('rank'),
    rank: quantity,
    as: z.enum(['place', 'percent-of-list']),
    periods: z.array(text).optional(),
    relation,
    threshold,
  }),
  z.strictObject({
    kind: z.literal('order-of-dates'),
    first: quantity,
    second: quantity,
    relation,
    threshold,
  }),
  z.strictObject({
    kind: z.literal('in-force'),
    begins: quantity,
    ends: z.array(quantity),
    on: z.union([z.iso.date(), z.literal('data')]),
    label: text,
  }),
  z.strictObject({ kind: z.literal('missing'), wanted: text, would_settle: text }),
]);
export type Test = z.infer<typeof test>;

export const reading = z.strictObject({
  /** `words`: a fair way to measure the quoted words, with a vote; `context`: what else the data say, without one. */
  role: z.enum(['words', 'context']),
  name: text,
  question: text,
  tests: z.array(test).min(1, TO_FILL),
  /** Which data would settle it, should those that there are not. */
  would_settle: text.optional(),
  note: text.optional(),
});
export type Reading = z.infer<typeof reading>;
export type Role = Reading['role'];

const chart = chartSchema({ text, id, rows, quantity });
export type ChartDefinition = z.infer<typeof chart>;
type Drawn<L extends ChartDefinition['layout']> = Extract<ChartDefinition, { layout: L }>;
export type SeriesDefinition = Drawn<'over-time'>['series'][number];

/** Figures for one thing that do not agree, shown beside each other. */
const conflict = z.strictObject({
  about: text,
  sides: z.array(quantity).min(2),
  note: text.optional(),
});
export type Conflict = z.infer<typeof conflict>;

const quantityName = z
  .string()
  .regex(/^(?!r\d|held$|count$)[a-z][a-z0-9_]*(?<!_n|_abs)$/, 'not a name for a quantity');

/** Addresses have room for the limits of so many readings: `r1` to `r9`. */
const MOST_READINGS = 9;

export const claim = z
  .strictObject({
    id,
    quote: text,
    prefix: z.string(),
    suffix: z.string(),
    /** Not given for a text whose paragraphs are not known, as of one that a relay cuts short. */
    paragraph: paragraph.optional(),
    topic: id,
    restatement: text,
    /** ICU messages over the readings' results and values, so that they follow the data. */
    answer: text,
    /** The line beside the verdict, where the one that all claims share does not say it well. */
    verdict_line: text.optional(),
    quantities: z.record(quantityName, quantity).default({}),
    readings: z.array(reading).min(1, TO_FILL).max(MOST_READINGS),
    charts: z.array(chart).min(1, TO_FILL),
    conflicts: z.array(conflict),
  })
  .superRefine((written, context) => {
    const problem = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (!written.readings.some((one) => one.role === 'words'))
      problem(['readings'], 'no reading with the role "words"');
    for (const { path, message } of unresolvedNames(written)) problem(path, message);
  })
  .transform(namesResolved);

/** A claim as its text's file has it. */
export type WrittenClaim = z.infer<typeof claim>;
export type Claim = WrittenClaim & { text: Text };

/** `data/table-charts.json`: the chart that each table is shown with. */
export const tableChartsFile = z
  .record(
    id,
    chart.refine(({ references }) => references.every((one) => 'quantity' in one), {
      message: 'a table has no readings to draw a line from',
    }),
  )
  .superRefine((charts, context) => {
    for (const { path, message } of unresolvedNames({ quantities: {}, ...charts }))
      context.addIssue({ code: 'custom', path, message });
  });
export type TableCharts = z.infer<typeof tableChartsFile>;
