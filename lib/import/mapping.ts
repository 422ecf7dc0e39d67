import { z } from 'zod';
import { dateReadings } from './period-text';

// A schema that is compiled needs eval, which the policy of the pages forbids.
z.config({ jitless: true });

export const formatIds = [
  'statcan',
  'comtrade',
  'faostat',
  'fred',
  'valet',
  'owid',
  'tidy',
  'generic',
] as const;

const name = z.string().min(1);
const texts = z.record(z.string(), z.string());

/** A cell that holds no figure: the codes are kept as status. */
const marks = {
  decimal: z.enum(['.', ',']).optional(),
  /** The sign between thousands. Without it, `1,234` is refused. */
  group: z.enum([',', '.', ' ', "'", '’', '\u00a0', '\u202f']).optional(),
};

/** How a table of no known publisher is read. Columns are named as its header names them. */
const read = z.strictObject({
  /** The header's record number, where it is not the first record that looks like one. */
  header: z.int().min(1).optional(),
  /** One column, or several that belong together: year and month. Left out where the years stand across. */
  period: z.union([name, z.array(name).min(1)]).optional(),
  /**
   * What a date alone does not tell: the order in 03/04/2024, whether 2024/06 is a month, whether 2019-2020 is one
   * crop year or two years, whether 2024-01-01 stands for its month, quarter or year, and that two columns are the
   * first and the last day.
   */
  dates: z.enum(dateReadings).optional(),
  /** Our name for each: left out, every column with no other part to play, under its own name. */
  dimensions: z.union([z.array(name), texts]).optional(),
  /** Long: the columns with figures, each with its measure's name. Left out with years across. */
  values: z.union([z.array(name).min(1), texts]).optional(),
  /** Years across: every column whose heading is a period, after this start is taken off (`Y` of `Y2019`). */
  across: z.strictObject({ prefix: z.string().optional(), measure: name.optional() }).optional(),
  unit: z.union([z.strictObject({ column: name }), z.strictObject({ is: name })]).optional(),
  factor: z
    .union([z.strictObject({ column: name }), z.strictObject({ is: z.number() })])
    .optional(),
  status: name.optional(),
  missing: z.array(z.string()).optional(),
  ...marks,
});

/** Where a column of our table takes its cells from. */
const source = z.union([
  z.strictObject({ is: z.string() }),
  /** A column of the file; `values` translates its cells, and one that it does not name is refused. */
  z.strictObject({ from: name, values: texts.optional() }),
  z.strictObject({ period: z.literal(true) }),
  /** Of the period: `month`, `calendar_year` … */
  z.strictObject({ kind: z.literal(true) }),
  z.strictObject({ status: z.literal(true), values: texts.optional() }),
  z.strictObject({ unit: z.literal(true), values: texts.optional() }),
  /**
   * The figure. `measure` picks one of several value columns. `units` says which of ours the file's unit is
   * (`{ "Dollars": "CAD" }`); the scale is brought to the table's by moving the decimal point. `inverse` turns the
   * figure over and rounds it to so many decimals: dollars per euro are printed, euros per dollar wanted.
   */
  z.strictObject({
    value: z.literal(true),
    measure: name.optional(),
    units: texts.optional(),
    inverse: z.int().min(0).max(15).optional(),
  }),
]);

/**
 * What a keeper settles once about a publisher's file, so that its next release takes one command. Kept in
 * `data/imports/<name>.json`.
 */
export const mapping = z.strictObject({
  title: z.string().optional(),
  /** Files whose names begin so are read by this mapping unasked. */
  file: name.optional(),
  /** Where the publisher offers the newest release. */
  update: z
    .strictObject({
      url: z.url(),
      /** What it must be served as. */
      types: z.array(name).min(1),
      /** In megabytes; 512 where it is not said. */
      largest: z.number().positive().optional(),
      /** Seconds that the server may be silent; 30 where it is not said. */
      patience: z.number().positive().optional(),
      /** Seconds before each further try; 1, 4 and 16 where it is not said. */
      retries: z.array(z.number().nonnegative()).optional(),
    })
    .optional(),
  as: z.enum(formatIds).optional(),
  read: read.optional(),
  /** Only records whose cells in these columns are among the texts. */
  where: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  /**
   * Texts of such columns that are known and passed over. A column that stands here has every text of it settled: one
   * that is neither here nor under `where` is refused.
   */
  leave: z.record(z.string(), z.array(z.string())).optional(),
  table: z.string().optional(),
  /** By the columns of our table. */
  columns: z.record(z.string(), source).optional(),
});

export type FormatId = (typeof formatIds)[number];
export type Mapping = z.infer<typeof mapping>;
export type ReadMapping = z.infer<typeof read>;
export type ColumnSource = z.infer<typeof source>;
