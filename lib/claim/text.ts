import { z } from 'zod';
import { type Claim, claim, id, paragraph, text as words } from './claim';

/** The schema of `data/texts/<id>.json`: a text, and its claims. */

export const textFile = z.strictObject({
  $schema: words.optional(),
  /** What readers call it: "leaflet", "statement", "report". */
  kind: words,
  title: words,
  /** `null` where it is not known. */
  author: words.nullable(),
  publisher: words.nullable(),
  address: z.url().optional(),
  /** Where it is quoted from, if that is not the original. */
  relay: z.strictObject({ name: words, address: z.url(), note: words }).optional(),
  /** The day or month of publication; what comes after its end is later than the text. */
  day: z.string().regex(/^\d{4}-\d\d(-\d\d)?$/),
  language: words,
  /** Of a text that was seen whole. */
  paragraphs: paragraph.optional(),
  /** Of the text as seen, which is kept out of the project. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  about: words,
  unrated: z.array(z.strictObject({ paragraph: paragraph.optional(), what: words, why: words })),
  /** Each of the two texts leads to the other, named in either file. */
  related: z.array(z.strictObject({ text: id, why: words })),
  /** Its place on the front page. */
  order: z.number().int().positive(),
  topics: z.array(id).min(1),
  claims: z.array(claim),
});
export type TextFile = z.infer<typeof textFile>;

/** What is known of a text, its claims aside. */
export type Text = Omit<TextFile, 'claims' | '$schema'> & { id: string };

export const topicsFile = z.array(z.strictObject({ id, title: words })).min(1);
export type Topic = z.infer<typeof topicsFile>[number];

/** All texts in the order of the front page, and all claims, each of which knows its text. */
export type Claims = { texts: Text[]; topics: Topic[]; claims: Claim[] };

export const textPath = (text: string): string => `texts/${text}.json`;

const repeated = <T>(values: readonly T[]): T[] =>
  values.filter((value, index) => values.indexOf(value) < index);

/** What is wrong between the files of texts and topics, each of which is right by itself. */
function problemsBetween({ texts, topics, claims }: Claims): string[] {
  const known = new Set(topics.map((topic) => topic.id));
  const ids = claims.map((one) => one.id);
  const textIds = texts.map((text) => text.id);
  return [
    ...claims.flatMap(({ id: name, topic, text }) =>
      text.topics.includes(topic) ? [] : `${textPath(text.id)}: ${name}: no topic "${topic}"`,
    ),
    ...texts.flatMap((text) => [
      ...text.topics
        .filter((topic) => !known.has(topic))
        .map((topic) => `${textPath(text.id)}: topics: no topic "${topic}" in topics.json`),
      ...text.related
        .filter((one) => one.text === text.id || !textIds.includes(one.text))
        .map((one) => `${textPath(text.id)}: related: no other text "${one.text}"`),
    ]),
    ...repeated(texts.map((text) => text.order)).map((n) => `texts: two with the order ${n}`),
    ...repeated(ids).map((name) => {
      const files = claims.filter((one) => one.id === name).map(({ text }) => textPath(text.id));
      return `${[...new Set(files)].join(', ')}: a second claim "${name}"`;
    }),
  ];
}

/** Throws one error with all that is wrong between the files. */
export function claimsOf(files: ReadonlyMap<string, TextFile>, topics: Topic[]): Claims {
  const sorted = [...files].sort(([, a], [, b]) => a.order - b.order);
  const read = sorted.map(([name, { $schema: _, claims, ...facts }]) => {
    const text: Text = { id: name, ...facts };
    return { text, claims: claims.map((one): Claim => ({ ...one, text })) };
  });
  const all = {
    texts: read.map(({ text }) => text),
    topics,
    claims: read.flatMap(({ claims }) => claims),
  };
  const problems = problemsBetween(all);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return all;
}

/** The texts that are to be read beside one, whichever of the two names the other. */
export function relatedTo({ texts }: Pick<Claims, 'texts'>, text: Text) {
  return texts.flatMap((other) => {
    const why =
      text.related.find((one) => one.text === other.id)?.why ??
      other.related.find((one) => one.text === text.id)?.why;
    return why === undefined ? [] : [{ text: other, why }];
  });
}

/** The text that the front page begins with. */
export function firstText({ texts }: Pick<Claims, 'texts'>): Text {
  const [first] = texts;
  if (!first) throw new Error('no text in texts/');
  return first;
}
