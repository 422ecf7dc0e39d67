import { z } from 'zod';
import { startsSchema } from '@/lib/view/starts';

/**
 * The schema of `data/site.json`: who runs this copy of the site, the views that `/chart` suggests, and what the words on
 * its pages mean.
 */

const given = z.string();

const entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  term: z.string().min(1),
  means: z.string().min(1),
});
export type GlossaryEntry = z.infer<typeof entry>;

/** An empty text is not known: the page then says that this copy names nobody. */
export const siteFile = z.strictObject({
  operator: given,
  contact: z.strictObject({ email: z.union([z.email(), z.literal('')]), address: given }),
  funding: given,
  reuse: z.string().min(1),
  starts: startsSchema,
  glossary: z.array(entry).superRefine((entries, context) => {
    for (const key of ['id', 'term'] as const) {
      const values = entries.map((one) => one[key].toLowerCase());
      values.forEach((value, index) => {
        if (values.indexOf(value) < index)
          context.addIssue({ code: 'custom', path: [index, key], message: `a second "${value}"` });
      });
    }
  }),
});
export type SiteFacts = z.infer<typeof siteFile>;

export type Piece = { text: string; entry?: GlossaryEntry };

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text cut at the first place of each term of the glossary: whole words, in any case, with a plural s. */
export function glossed(text: string, glossary: readonly GlossaryEntry[]): Piece[] {
  if (glossary.length === 0) return [{ text }];
  const byTerm = new Map(glossary.map((one) => [one.term.toLowerCase(), one]));
  // The longest first: "most-favoured-nation duty" holds two terms.
  const terms = [...byTerm.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`\\b(${terms.join('|')})(?:s\\b|\\b)`, 'gi');
  const pieces: Piece[] = [];
  const seen = new Set<GlossaryEntry>();
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const one = byTerm.get((match[1] ?? '').toLowerCase());
    if (!one || seen.has(one)) continue;
    seen.add(one);
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: match[0], entry: one });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
