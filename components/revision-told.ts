import { claimHref, tableHref } from '@/components/links';
import words from '@/data/words/en.json';
import says from '@/data/words/revision.json';
import { withState } from '@/lib/address';
import type { Catalog } from '@/lib/catalog';
import { hasMoved, type Judged, movedReadings } from '@/lib/claim/judged';
import { formatDay, formatHeld } from '@/lib/format';
import { message } from '@/lib/message';
import { revisionsOf, stateBefore } from '@/lib/revision/revisions';
import { catalogAt } from '@/lib/revision/shown';
import { type ClaimSince, changesSince, type Since } from '@/lib/revision/since';
import { stateOf } from '@/lib/share/work';
import { type FiguresTold, type Line, toldFigures } from './revision-figures';

/** What the page is about that shows the note. */
export type About = {
  /** Whether there is such a page of a state; of any, where it is not said. */
  has?: (then: Catalog) => boolean;
  /** Whether a row is behind what the page shows. */
  bears: (table: string, key: string) => boolean;
  claim?: string;
  /** The reader has put limits of their own in place of ours. */
  ownLimits?: boolean;
};

type TableLine = { text: string; title: string; now: string | null; earlier: string | null };

/** The note in words and addresses alone, so that any page, drawn here or in the browser, can show it. */
export type Told = {
  lead: string;
  /** What the page shows: the data as they are, which are those asked for or not, or as they were. */
  shows: 'present' | 'now' | 'then';
  /** The page's own claim, or the claims that moved. */
  claim: string[];
  claims: { head: string; lines: Line[] };
  figures: FiguresTold | null;
  elsewhere: FiguresTold | null;
  tables: TableLine[];
  remarks: string[];
  /** Puts all of the data into a folder as they were; null where nothing has changed, or no such state is known. */
  command: string | null;
};

const day = (text: string): string => formatDay(Date.parse(text));

/** The state before the one shown, for a page to lead back to; null of the first. */
export function pastTold({ tables, revision }: Catalog): { revision: string; day: string } | null {
  const past = stateBefore(revisionsOf(tables), revision);
  return past ? { revision: past.id, day: day(past.day) } : null;
}

const bare = (lead: string, shows: Told['shows'] = 'now'): Told => ({
  ...{ lead, shows, claim: [], claims: { head: '', lines: [] }, figures: null, elsewhere: null },
  ...{ tables: [], remarks: [], command: null },
});

/** What a reader is told who asked for a revision; null where none was asked for. */
export async function revisionTold(
  catalog: Catalog,
  asked: string | undefined,
  about: () => About,
): Promise<Told | null> {
  if (asked === undefined) return null;
  const { revision, day: dataDay } = stateOf(catalog);
  if (asked === revision) return bare(message(says.asAsked, { revision }), 'present');
  const then = await catalogAt(catalog, asked);
  const now = { asked, revision, day: day(dataDay) };
  if (!then) return bare(message(says.unknown, now));
  const dated = { ...now, askedDay: day(stateOf(then).day) };
  const page = about();
  if (page.has?.(then) === false) return bare(message(says.notThere, dated));
  const lead = bare(message(says.moved, dated), 'then');
  return toldSince(catalog, asked, changesSince(then, catalog), page, lead);
}

function toldSince(catalog: Catalog, asked: string, since: Since, about: About, lead: Told): Told {
  const { figures, claims, tables, edited } = since;
  const behind = figures.filter(({ table, key }) => about.bears(table, key));
  const others = figures.filter((figure) => !behind.includes(figure));
  const own = claims.find(({ claim }) => claim.id === about.claim);
  return {
    ...lead,
    claim: own ? ownClaim(own, about.ownLimits === true) : [],
    claims: otherClaims(claims, own),
    figures: toldFigures(catalog, behind, 'behind'),
    elsewhere: others.length > 0 ? toldFigures(catalog, others, 'elsewhere') : null,
    tables: tables.map((table) => tableLine(asked, table)),
    remarks: edited ? [says.edited] : [],
    command: `npm run import -- --as-of ${asked} --out data-${asked}`,
  };
}

function tableLine(asked: string, since: Since['tables'][number]): TableLine {
  const { table, title, added, revised, gone, wasThere, isThere } = since;
  const file = `${tableHref(table)}.csv`;
  return {
    text: message(says.table, { title, added, revised, gone }),
    title,
    now: isThere ? file : null,
    earlier: wasThere ? withState(file, asked) : null,
  };
}

const sideOf = (name: 'Before' | 'After', { verdict, held, count }: Judged) => ({
  [name.toLowerCase()]: words.verdicts[verdict],
  [`held${name}`]: formatHeld(held, count),
});

function ownClaim({ before, after, edited }: ClaimSince, own: boolean): string[] {
  if (!before || !after) return [before ? says.claimGone : says.claimNew];
  const sides = { ...sideOf('Before', before), ...sideOf('After', after) };
  const sameVerdict = before.verdict === after.verdict ? 'yes' : 'no';
  const readings = movedReadings(before, after).map(({ number, name, ...results }) =>
    message(says.readingMoved, {
      ...{ number, name },
      before: words.results[results.before],
      after: words.results[results.after],
    }),
  );
  const said = hasMoved(before, after) ? says.claimMoved : says.claimSame;
  const answer = message(says.answerThen, { answer: before.answer });
  return [
    message(said, { ...sides, sameVerdict }),
    ...readings,
    ...(before.answer === after.answer ? [] : [answer]),
    ...(edited ? [says.claimEdited] : []),
    ...(own ? [says.ourLimits] : []),
  ];
}

function otherLine({ claim: { id, quote }, before, after }: ClaimSince): Line[] {
  const href = claimHref(id);
  if (!after) return [];
  if (!before) return [{ text: message(says.otherNew, { quote }), href }];
  if (!hasMoved(before, after)) return [];
  const sides = { ...sideOf('Before', before), ...sideOf('After', after) };
  return [{ text: message(says.otherClaim, { quote, ...sides }), href }];
}

function otherClaims(claims: ClaimSince[], own?: ClaimSince): Told['claims'] {
  const mine = { own: own ? 'yes' : 'no' };
  const lines = claims.filter((claim) => claim !== own).flatMap(otherLine);
  return { head: message(lines.length > 0 ? says.claimsMoved : says.claimsSame, mine), lines };
}
