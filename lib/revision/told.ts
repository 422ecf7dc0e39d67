import words from '@/data/words/revision.json';
import { formatDay } from '@/lib/format';
import { message } from '@/lib/message';
import { changesBetween, type Revision } from './revisions';

export type Told = { lead: string; tables: string[]; byHand: boolean };

type Present = { revision: string; day: string };

/** What a reader is told of the data's way from the revision in a link to the present one. */
export function revisionTold(
  revisions: Revision[],
  asked: string,
  { revision, day }: Present,
  title: (table: string) => string,
): Told {
  const between = changesBetween(revisions, asked, revision);
  const now = { asked, revision, day: formatDay(Date.parse(day)) };
  if (!between) return { lead: message(words.unknown, now), tables: [], byHand: false };
  const askedDay = formatDay(Date.parse(between.from.day));
  return {
    lead: message(words.moved, { ...now, askedDay }),
    tables: between.tables.map(({ table, ...rows }) =>
      message(words.table, { title: title(table), ...rows }),
    ),
    byHand: between.byHand,
  };
}
