import { z } from 'zod';
import { KINDS } from './kind';

const kind = z.enum(KINDS);

export const field = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: z.string(),
  description: z.string().optional(),
  type: z.enum(['string', 'number']),
  /** What the column does: `period` and `dimension` identify a row, `source` names where it comes from. */
  role: z.enum(['period', 'dimension', 'measure', 'attribute', 'source']),
  unit: z.string().optional(),
  /** What a measure counts, which decides what a view may do with it; by unit where its rows name their units. */
  kind: z.union([kind, z.record(z.string(), kind)]).optional(),
  /** How a reader reads a value that looks like a code; no text at all for what goes without saying. */
  labels: z.record(z.string(), z.string()).optional(),
  /** Of a dimension: the value that the texts are about, which a view of any series draws in its own colour. */
  main: z.string().optional(),
  /** Rows that differ here (basis, unit, kind of period) are never put in one sum, line or comparison. */
  apart: z.boolean().optional(),
  /** A measure whose months add up to a year: tonnes and values, not prices, rates or shares. */
  adds: z.boolean().optional(),
  /** A measure whose figures are printed rounded: what is worked out from them claims no more digits than they carry. */
  rounded: z.boolean().optional(),
  constraints: z
    .strictObject({ required: z.boolean().optional(), enum: z.array(z.string()).optional() })
    .optional(),
});

type Described = z.infer<typeof field>;

/** What is wrong with a measure's kind, as a sentence; null where nothing is. */
function kindFault({ name, kind, unit, adds }: Described, fields: Described[]): string | null {
  if (kind === undefined)
    return `the measure "${name}" needs a "kind": ${KINDS.join(', ')}, or one for each unit of its rows`;
  if (adds && kind !== 'amount') return `"${name}" adds up, so its kind must be "amount"`;
  if (typeof kind === 'string') return null;
  if (unit !== undefined) return `"${name}" has one unit, so it has one kind`;
  const units = fields.find((one) => one.name === 'unit' || one.name === 'currency');
  const missing = units?.constraints?.enum?.filter((one) => !Object.hasOwn(kind, one)) ?? [];
  return missing.length === 0
    ? null
    : `"${name}" needs a "kind" for the units ${missing.join(', ')}`;
}

const described = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string(),
  description: z.string(),
  path: z.string().regex(/^(tables\/)?[a-z0-9-]+\.csv$/),
  type: z.literal('table'),
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  /** What the values count, in words. */
  basis: z.string(),
  /** What a reader must know before using the figures, a sentence each. */
  limits: z.array(z.string()),
  /** `zero`: a combination without a row, within the table's months, stands for none at all. */
  absent: z.literal('zero').optional(),
  /**
   * How a long table's rows are parted into pages: by year, or by the topic before the first hyphen of their keys, all but
   * these topics together. Pages are part of the rows' addresses: once out, they stay.
   */
  pages: z.union([z.literal('year'), z.array(z.string().regex(/^[a-z0-9]+$/)).min(1)]).optional(),
  /** The periods lie ahead of the figures: a plan or a rule for years to come. */
  plan: z.boolean().optional(),
  /** About the other tables or the claims, kept by imports or by hand: may be empty, names no source, and is no part of the state that a revision names. */
  log: z.boolean().optional(),
  sources: z.array(z.strictObject({ title: z.string(), path: z.url().optional() })),
  licenses: z.array(
    z.strictObject({ name: z.string().optional(), title: z.string(), path: z.url().optional() }),
  ),
  schema: z.strictObject({
    fields: z.array(field),
    primaryKey: z.array(z.string()),
    missingValues: z.tuple([z.literal('')]),
    foreignKeys: z
      .array(
        z.strictObject({
          fields: z.array(z.string()),
          reference: z.strictObject({ resource: z.string(), fields: z.array(z.string()) }),
        }),
      )
      .optional(),
  }),
});

const resource = described.superRefine(({ name, schema: { fields } }, context) => {
  for (const field of fields) {
    const fault = field.role === 'measure' ? kindFault(field, fields) : null;
    if (fault) context.addIssue({ code: 'custom', path: [], message: `${name}: ${fault}` });
  }
});

export const datapackage = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string(),
  title: z.string(),
  description: z.string(),
  version: z.string(),
  created: z.iso.datetime(),
  licenses: described.shape.licenses,
  resources: z.array(resource),
});

export type Field = z.infer<typeof field>;
export type Resource = z.infer<typeof resource>;
export type DataPackage = z.infer<typeof datapackage>;
