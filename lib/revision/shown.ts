import type { Catalog } from '@/lib/catalog';
import { atState, type Chosen, parseChosen } from '@/lib/view/chosen';
import { parametersOf } from '@/lib/view/parameters';
import { catalogAt } from './since';

/** What is drawn: the data, and the reader's view of them, which names no other state than theirs. */
export type Shown = { catalog: Catalog; chosen: Chosen };

/** What an address asks for; of the data as they are where it names no state, or none that can be drawn. */
export async function shownAt(now: Catalog, asked: Chosen): Promise<Shown> {
  const catalog = await catalogAt(now, asked.view.v);
  return { catalog, chosen: catalog.revision === asked.view.v ? asked : atState(asked, undefined) };
}

export const shownTo = (request: Request, now: Catalog): Promise<Shown> =>
  shownAt(now, parseChosen(parametersOf(request)));

/** The data of the very state that an address names; null where they cannot be had. */
export async function shownAs(
  now: Catalog,
  asked: string | string[] | undefined,
): Promise<Catalog | null> {
  if (typeof asked !== 'string') return null;
  const catalog = await catalogAt(now, asked);
  return catalog.revision === asked ? catalog : null;
}
