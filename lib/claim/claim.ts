import { z } from 'zod';

/** The schema of `data/claims.json`: what an article says, how each claim is read, what is drawn. */

const text = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
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

type Labelled = { label: string };
type Selected = { table: string; where: Where };

/**
 * How to get one number. `row` takes exactly one row, `sum` adds months, `latest` takes the last row that
 * begins by a day, `lowest` the smallest within a period. The rest combine quantities.
 * `$period` and `$each` stand for what a chart or a ranking goes through.
 */
export type Quantity = Labelled &
  (
    | ({ kind: 'row'; measure: string; period: string } & Selected)
    | ({ kind: 'sum'; measure: string; period: string } & Selected)
    | ({ kind: 'latest'; measure: string; until: string } & Selected)
    | ({ kind: 'lowest'; measure: string; period: string } & Selected)
    | ({ kind: 'date' } & Selected)
    | { kind: 'stated'; value: number; unit: string }
    | { kind: 'day'; day: string }
    | { kind: 'share'; part: Quantity; whole: Quantity }
    | { kind: 'difference'; from: Quantity; less: Quantity }
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

const quantity: z.ZodType<Quantity> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('row'), label: text, ...rows, measure: text, period: text }),
    z.strictObject({ kind: z.literal('sum'), label: text, ...rows, measure: text, period: text }),
    z.strictObject({ kind: z.literal('latest'), label: text, ...rows, measure: text, until: text }),
    z.strictObject({
      kind: z.literal('lowest'),
      label: text,
      ...rows,
      measure: text,
      period: text,
    }),
    z.strictObject({ kind: z.literal('date'), label: text, ...rows }),
    z.strictObject({ kind: z.literal('stated'), label: text, value: z.number(), unit: text }),
    z.strictObject({ kind: z.literal('day'), label: text, day: z.iso.date() }),
    z.strictObject({ kind: z.literal('share'), label: text, part: quantity, whole: quantity }),
    z.strictObject({ kind: z.literal('difference'), label: text, from: quantity, less: quantity }),
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

const relation = z.enum(['above', 'at-least', 'below', 'at-most', 'equal', 'not-equal', 'within']);
export type Relation = z.infer<typeof relation>;

/** A limit of our own choosing, with its reason; a reader may put another in its place. */
const threshold = z.strictObject({ value: z.number(), unit: text, reason: text });
export type Threshold = z.infer<typeof threshold>;

/**
 * `compare`: a value against another (the threshold is then a tolerance in per cent of the other) or against
 * the threshold itself. `change`: from one value to another, in per cent or in the values' own units.
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
  }),
  z.strictObject({
    kind: z.literal('change'),
    from: quantity,
    to: quantity,
    as: z.enum(['percent', 'difference']),
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
  name: text,
  question: text,
  tests: z.array(test).min(1),
  note: text.optional(),
});
export type Reading = z.infer<typeof reading>;

const periods = z.union([z.array(text).min(1), z.strictObject({ from: text, to: text })]);
const tone = z.enum(['china', 'partner', 'article', 'ink', 'grey']);
const look = {
  id,
  label: text,
  tone,
  dash: z.enum(['dashed', 'dotted']).optional(),
  shape: z.enum(['disc', 'ring', 'square', 'diamond', 'cross']).optional(),
};

/** A series is a quantity over periods, or rows as they stand: scattered figures, as points or steps. */
const series = z.union([
  z.strictObject({
    ...look,
    mark: z.enum(['line', 'step', 'points', 'area']),
    quantity,
    base: quantity.optional(),
    periods,
  }),
  z.strictObject({
    ...look,
    mark: z.enum(['points', 'step']),
    rows: z.strictObject({
      ...rows,
      measure: text,
      point_label: z.string().optional(),
      to: z.string().optional(),
      from: text.optional(),
      until: text.optional(),
    }),
  }),
]);
export type SeriesDefinition = z.infer<typeof series>;

const reference = z.strictObject({ quantity, label: text, tone: tone.optional() });
const axis = z.strictObject({
  title: text,
  /** What the drawn number is divided by, named in the axis title; the data keep their own unit. */
  divide: z.number().positive().optional(),
  direction: z.enum(['up', 'down']).optional(),
  whole: z.boolean().optional(),
  zero: z.boolean().optional(),
  suffix: z.string().optional(),
  max: z.number().optional(),
  time: z.boolean().optional(),
});
const drawn = {
  id,
  title: text,
  subtitle: text,
  references: z.array(reference),
  axis,
  note: text.optional(),
};

const chart = z.discriminatedUnion('layout', [
  z.strictObject({
    layout: z.literal('over-time'),
    ...drawn,
    series: z.array(series).min(1),
    events: z.array(z.strictObject({ ...rows, label: text })),
  }),
  z.strictObject({
    layout: z.literal('by-row'),
    ...drawn,
    mark: z.enum(['bar', 'dot', 'range']),
    ranking: quantity.optional(),
    tones: z.record(z.string(), tone).optional(),
    rows: z
      .array(z.strictObject({ id, label: text, tone, quantity, high: quantity.optional() }))
      .optional(),
  }),
]);
export type ChartDefinition = z.infer<typeof chart>;

/** Figures for one thing that do not agree, shown beside each other. */
const conflict = z.strictObject({
  about: text,
  sides: z.array(quantity).min(2),
  note: text.optional(),
});
export type Conflict = z.infer<typeof conflict>;

const claim = z.strictObject({
  id,
  quote: text,
  prefix: z.string(),
  suffix: z.string(),
  paragraph: z.number().int().positive(),
  topic: id,
  restatement: text,
  /** ICU messages over the readings' results and values, so that they follow the data. */
  answer: text,
  readings: z.array(reading).min(1),
  charts: z.array(chart).min(1),
  conflicts: z.array(conflict),
});
export type Claim = z.infer<typeof claim>;

const article = z.strictObject({
  title: text,
  /** The month of publication; what comes after its end is later than the article. */
  published: text,
  lang: text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  paragraphs: z.number().int().positive(),
  about: text,
  unrated: z.array(
    z.strictObject({ paragraph: z.number().int().positive(), what: text, why: text }),
  ),
});

export const claimsFile = z
  .strictObject({
    article,
    topics: z.array(z.strictObject({ id, title: text })),
    claims: z.array(claim),
  })
  .superRefine(({ topics, claims }, context) => {
    claims.forEach((one, index) => {
      const problem = (message: string) =>
        context.addIssue({ code: 'custom', path: ['claims', index], message });
      if (claims.findIndex((other) => other.id === one.id) < index)
        problem(`a second claim "${one.id}"`);
      if (!topics.some((topic) => topic.id === one.topic)) problem(`no topic "${one.topic}"`);
    });
  });
export type ClaimsFile = z.infer<typeof claimsFile>;

/** `data/table-charts.json`: the chart that each table is shown with. */
export const tableChartsFile = z.record(id, chart);
export type TableCharts = z.infer<typeof tableChartsFile>;
