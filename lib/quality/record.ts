import { z } from 'zod';
import { BUDGETS, type Measure } from './budgets';

/** What a command measured, as it stands in `quality/`: written by the commands alone. */

/** Each file with the command whose figures it has. */
export const RECORDS = {
  tests: 'npm test',
  bench: 'npm run bench',
  memory: 'npm run bench:memory',
  policy: 'npm run bench:policy',
} as const;
export type RecordName = keyof typeof RECORDS;
export const RECORD_NAMES = Object.keys(RECORDS) as RecordName[];

const measures = Object.keys(BUDGETS) as [Measure, ...Measure[]];

const figure = z.strictObject({
  measure: z.enum(measures),
  /** The address that it was measured at. */
  at: z.string().startsWith('/').optional(),
  value: z.number().nonnegative(),
  /** Whether the run would have failed over the budget: times are not held on a busy machine. */
  held: z.boolean(),
});
export type Figure = z.infer<typeof figure>;

const load = z.strictObject({
  /** What was asked for; its words stand in data/words/quality.json. */
  name: z.string(),
  /** One of the addresses. */
  address: z.string().startsWith('/'),
  addresses: z.number().int().positive(),
  /** Requests per second that were asked for; without it as many as were answered. */
  rate: z.number().positive().optional(),
  perSecond: z.number().nonnegative(),
  p50: z.number().nonnegative(),
  p95: z.number().nonnegative(),
  p99: z.number().nonnegative(),
  /** Told at once, as the server was busy, to come again. */
  refused: z.number().int().nonnegative(),
  /** Answered with a failure, or not answered. */
  errors: z.number().int().nonnegative(),
});
export type Load = z.infer<typeof load>;

const machine = z.strictObject({
  cpu: z.string(),
  cores: z.number().int().positive(),
  node: z.string(),
});

export const qualityRecord = z.strictObject({
  measured: z.iso.datetime(),
  machine,
  /** The very command, where several measure the same. */
  command: z.string().optional(),
  /** How the server compressed what was weighed. */
  encoding: z.string().optional(),
  figures: z.array(figure),
  loads: z.array(load).optional(),
});
export type QualityRecord = z.infer<typeof qualityRecord>;

/** A record from the text of its file; none where there is no file. */
export function parseRecord(name: string, text: string | undefined): QualityRecord | undefined {
  if (text === undefined) return undefined;
  try {
    return qualityRecord.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`);
  }
}
