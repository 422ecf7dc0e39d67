import words from '@/data/words/declined.json';
import { filled } from '@/lib/plain-format';
import type { Viewed } from './apply-view';
import type { Chosen } from './chosen';
import { type Declined, declinedByAll } from './declined';
import { declinedSentence } from './sentences';
import { UNITS } from './units';

/** Why a file cannot be what its address asks for: a page says what it left out, a file has nowhere to say it. */
export type Problem = { status: 400 | 404; reason: string };

type Asked = {
  chosen: Chosen;
  viewed: Viewed[];
  /** What was asked of series before they were on a chart, and cannot be done. */
  declined?: Declined[];
  /** Series that are not there. */
  unknown: string[];
  /** A state of the data that is not there. */
  missing?: string | undefined;
};

const expected = new Map(Object.entries(words.expects));

/** What cannot be read, and what could be. */
function unread(name: string): string {
  const lists = { units: UNITS.join(', ') };
  return filled(words.unread, { name, expects: filled(expected.get(name) ?? '', lists) });
}

/** Why a file cannot be what was asked; null where it can. */
export function problemOf(asked: Asked): Problem | null {
  const { chosen, viewed, declined = [], unknown, missing } = asked;
  if (missing !== undefined) return { status: 404, reason: filled(words.state, { v: missing }) };
  if (unknown.length > 0)
    return { status: 404, reason: filled(words.unknown, { ids: unknown.join(', ') }) };
  if (chosen.ignored.length > 0)
    return { status: 400, reason: chosen.ignored.map(unread).join(' ') };
  const all = [...declined, ...declinedByAll(viewed.map((one) => one.declined))];
  if (all.length > 0) return { status: 400, reason: all.map(declinedSentence).join(' ') };
  return null;
}

const isBaseless = ({ input, base }: Viewed): boolean => input.layout === 'by-row' || base === null;

/** The same of a file of figures, which would be empty where a picture tells why. */
export function figuresProblem(asked: Asked): Problem | null {
  const { chosen, viewed } = asked;
  const baseless = chosen.view.units === 'index' && viewed.length > 0 && viewed.every(isBaseless);
  return problemOf(asked) ?? (baseless ? { status: 400, reason: words.base } : null);
}
