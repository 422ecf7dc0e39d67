import { type Catalog, readState } from '@/lib/catalog';
import { atState, type Chosen, parseChosen } from '@/lib/view/chosen';
import { parametersOf } from '@/lib/view/parameters';
import { revisionsOf } from './revisions';

/** What is drawn: the data, and the reader's view of them, which names no other state than theirs. */
export type Shown = {
  catalog: Catalog;
  chosen: Chosen;
  /** A state that was asked for and cannot be had. */
  missing?: string;
};

/** So many earlier states are held in memory, the least lately asked for going first. */
const MOST = 8;

const held = new WeakMap<Catalog, Map<string, Promise<Catalog>>>();

function earlier(now: Catalog, revision: string): Promise<Catalog> {
  const states = held.get(now) ?? new Map<string, Promise<Catalog>>();
  held.set(now, states);
  const found = states.get(revision) ?? readState(now, revision).then(({ catalog }) => catalog);
  states.delete(revision);
  states.set(revision, found);
  // The disk may answer the next time.
  found.catch(() => states.delete(revision));
  for (const oldest of states.keys()) {
    if (states.size <= MOST) break;
    states.delete(oldest);
  }
  return found;
}

/** The data at a revision; null where no such state is recorded. */
export async function catalogAt(now: Catalog, revision: string): Promise<Catalog | null> {
  if (revision === now.revision) return now;
  const isRecorded = revisionsOf(now.tables).some(({ id }) => id === revision);
  return isRecorded ? earlier(now, revision) : null;
}

/**
 * What an address asks for; of the data as they are where it names no state, an unknown one, or one that has not got
 * what the page is about.
 */
export async function shownAt(
  now: Catalog,
  asked: Chosen,
  has: (then: Catalog) => boolean = () => true,
): Promise<Shown> {
  const { v } = asked.view;
  const catalog = v === undefined ? null : await catalogAt(now, v);
  if (catalog && has(catalog)) return { catalog, chosen: asked };
  const chosen = atState(asked, undefined);
  return { catalog: now, chosen, ...(v === undefined ? {} : { missing: v }) };
}

export const shownTo = (request: Request, now: Catalog): Promise<Shown> =>
  shownAt(now, parseChosen(parametersOf(request)));

/** The data of the very state that an address names; null where they cannot be had. */
export const shownAs = async (
  now: Catalog,
  asked: string | string[] | undefined,
): Promise<Catalog | null> => (typeof asked === 'string' ? catalogAt(now, asked) : null);
