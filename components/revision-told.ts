import { claimHref, tableHref } from '@/components/links';
import words from '@/data/words/en.json';
import says from '@/data/words/revision.json';
import type { Catalog } from '@/lib/catalog';
import { hasMoved, type Judged } from '@/lib/claim/judged';
import { formatDay, formatHeld } from '@/lib/format';
import { message } from '@/lib/message';
import { revisionsOf, standing, stateBefore } from '@/lib/revision/revisions';
import { type ClaimSince, changesSince, type Since } from '@/lib/revision/since';
import { stateOf } from '@/lib/share/work';
import { type FiguresTold, type Line, toldFigures } from './revision-figures';

/** What the page is about that shows the note. */
export type About = {
  /** Whether a row is behind what the page shows. */
  bears: (table: string, key: string) => boolean;
  claim?: string;
  /** The reader has put limits of their own in place of ours. */
  ownLimits?: boolean;
};

type TableLine = { text: string; title: string; href: string; now: string; earlier: string };

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
  /** Rebuilds all of the data; null where nothing has changed, or the log does not lead back. */
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
  const stands = standing(revisionsOf(catalog.tables), asked, revision);
  const now = { asked, revision, day: day(dataDay) };
  if (stands.kind === 'present') return bare(message(says.asAsked, { revision }), 'present');
  if (stands.kind === 'unknown') return bare(message(says.unknown, now));
  const { state } = stands;
  const dated = { ...now, askedDay: day(state.day) };
  if (stands.kind === 'ahead') return bare(message(says.ahead, dated));
  const since = await changesSince(catalog, state);
  const shows = since.earlier ? 'then' : 'now';
  return toldSince(catalog, asked, since, about(), bare(message(says.moved[shows], dated), shows));
}

function toldSince(catalog: Catalog, asked: string, since: Since, about: About, lead: Told): Told {
  const { figures, lost, exact } = since;
  const behind = figures.filter(({ table, key }) => about.bears(table, key));
  const others = figures.filter((figure) => !behind.includes(figure));
  const own = since.claims.find(({ id }) => id === about.claim);
  const lostLines = lost.map((table) => message(says.lost, { title: titleOf(catalog, table) }));
  return {
    ...lead,
    claim: own ? ownClaim(catalog, own, about.ownLimits === true) : [],
    claims: otherClaims(catalog, since.claims, own),
    figures: toldFigures(catalog, behind, 'behind'),
    elsewhere: others.length > 0 ? toldFigures(catalog, others, 'elsewhere') : null,
    tables: since.tables.map((counts) => tableLine(catalog, asked, counts)),
    remarks: [...lostLines, ...(exact ? [] : [says.byHand])],
    command: lost.length > 0 ? null : `npm run import -- --as-of ${asked} --out data-${asked}`,
  };
}

const titleOf = ({ tables }: Catalog, name: string): string =>
  tables.get(name)?.resource.title ?? name;

function tableLine(
  catalog: Catalog,
  asked: string,
  { table, ...counts }: Since['tables'][number],
): TableLine {
  const title = titleOf(catalog, table);
  const href = tableHref(table);
  const text = message(says.table, { title, ...counts });
  return { text, title, href, now: `${href}.csv`, earlier: `${href}.csv?v=${asked}` };
}

const sideOf = (name: 'Before' | 'After', { verdict, held, count }: Judged) => ({
  [name.toLowerCase()]: words.verdicts[verdict],
  [`held${name}`]: formatHeld(held, count),
});

function ownClaim(catalog: Catalog, { id, before, after }: ClaimSince, own: boolean): string[] {
  if (!before) return [says.claimUnjudged];
  const sides = { ...sideOf('Before', before), ...sideOf('After', after) };
  const sameVerdict = before.verdict === after.verdict ? 'yes' : 'no';
  const claim = catalog.claims.claims.find((one) => one.id === id);
  const readings = after.readings.flatMap((result, index) => {
    const was = before.readings[index];
    if (was === undefined || was === result) return [];
    const name = claim?.readings[index]?.name ?? '';
    const results = { before: words.results[was], after: words.results[result] };
    return message(says.readingMoved, { name, ...results });
  });
  const said = hasMoved(before, after) ? says.claimMoved : says.claimSame;
  return [
    message(said, { ...sides, sameVerdict }),
    ...readings,
    ...(before.answer === after.answer
      ? []
      : [message(says.answerThen, { answer: before.answer })]),
    ...(own ? [says.ourLimits] : []),
  ];
}

function otherClaims(catalog: Catalog, claims: ClaimSince[], own?: ClaimSince): Told['claims'] {
  const mine = { own: own ? 'yes' : 'no' };
  const lines = claims.flatMap((claim) => {
    const { id, before, after } = claim;
    if (claim === own || !before || !hasMoved(before, after)) return [];
    const quote = catalog.claims.claims.find((one) => one.id === id)?.quote ?? '';
    const sides = { ...sideOf('Before', before), ...sideOf('After', after) };
    return { text: message(says.otherClaim, { quote, ...sides }), href: claimHref(id) };
  });
  return { head: message(lines.length > 0 ? says.claimsMoved : says.claimsSame, mine), lines };
}
