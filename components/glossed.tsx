import { type GlossaryEntry, glossed } from '@/lib/site-facts';

export const glossaryHref = ({ id }: GlossaryEntry): string => `/about#${id}`;

/** A text whose words of the glossary lead to what they mean. */
export function Glossed({ text, glossary }: { text: string; glossary: readonly GlossaryEntry[] }) {
  return glossed(text, glossary).map(({ text: piece, entry }) =>
    entry ? (
      <a key={entry.id} className="term" href={glossaryHref(entry)} title={entry.means}>
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}
