import { z } from 'zod';
import type { Quantity } from './claim';

const tone = z.enum(['main', 'other', 'text', 'ink', 'grey']);

const axis = (text: z.ZodString) =>
  z.strictObject({
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

/** What the schema of a claim calls these: a chart is made of the same. */
type Parts<W extends z.ZodType> = {
  text: z.ZodString;
  id: z.ZodString;
  rows: { table: z.ZodString; where: W };
  quantity: z.ZodType<Quantity>;
};

/** A series is a quantity over periods, or rows as they stand: scattered figures, as points or steps. */
function seriesSchema<W extends z.ZodType>({ text, id, rows, quantity }: Parts<W>) {
  const periods = z.union([z.array(text).min(1), z.strictObject({ from: text, to: text })]);
  const look = {
    id,
    label: text,
    tone,
    dash: z.enum(['dashed', 'dotted']).optional(),
    shape: z.enum(['disc', 'ring', 'square', 'diamond', 'cross']).optional(),
  };
  return z.union([
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
}

/**
 * A line at a number that decides: a quantity, or what the nth reading's first test was judged by, its limit or one of
 * its inputs (from 1). The label may name the number as `{value}`, and a reader's own limit by `{own, select, yes …}`.
 */
const referenceSchema = ({ text, quantity }: Pick<Parts<z.ZodType>, 'text' | 'quantity'>) =>
  z.union([
    z.strictObject({ quantity, label: text, tone: tone.optional() }),
    z.strictObject({
      reading: z.number().int().positive(),
      input: z.number().int().positive().optional(),
      label: text,
      tone: tone.optional(),
    }),
  ]);

/** The schema of a chart. */
export function chartSchema<W extends z.ZodType>(parts: Parts<W>) {
  const { text, id, rows, quantity } = parts;
  const drawn = {
    id,
    title: text,
    subtitle: text,
    /**
     * What is measured and on what basis, in words that name no finding, no unit and no year: any view but the claim's own
     * is titled with them. Without `measure` it is the title, which then may not follow results.
     */
    measure: text.optional(),
    basis: text.optional(),
    references: z.array(referenceSchema(parts)),
    axis: axis(text),
    /** What the drawing does not show: an ICU message like the title, in words below it. */
    note: text.optional(),
  };
  const chart = z.discriminatedUnion('layout', [
    z.strictObject({
      layout: z.literal('over-time'),
      ...drawn,
      series: z.array(seriesSchema(parts)).min(1),
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
      /**
       * A reader may put an amount, a day and further steps in the place of the rows: to the amount are added the
       * rates in force on the day, in per cent of it. `continues`: the first rate was in force before its row too.
       */
      form: z
        .strictObject({
          label: text,
          amount: quantity,
          day: z.iso.date(),
          rates: z
            .array(
              z.strictObject({
                ...rows,
                label: text,
                measure: text,
                continues: z.boolean().optional(),
              }),
            )
            .min(1),
        })
        .optional(),
    }),
  ]);
  return chart.superRefine(({ title, measure }, context) => {
    if (title.includes('{') && measure === undefined)
      context.addIssue({
        code: 'custom',
        path: ['measure'],
        message: 'its title follows results: say what it measures',
      });
  });
}
