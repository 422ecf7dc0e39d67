import type { Catalog } from '@/lib/catalog';
import { atState, type Chosen, parseChosen } from '@/lib/view/chosen';
import { parametersOf } from '@/lib/view/parameters';
import { catalogAt } from './since';

/** What is drawn: the data, and the reader's view of them, which names no other state than theirs. */
export type Shown = {
  catalog: Catalog;
  chosen: Chosen;
  /** A state that was asked for and cannot be had. */
  missing?: string;
};

/** What an address asks for; of the data as they are where it names no state, or none that can be drawn. */
export async function shownAt(now: Catalog, asked: Chosen): Promise<Shown> {
  const catalog = await catalogAt(now, asked.view.v);
  const { v } = asked.view;
  if (catalog.revision === v) return { catalog, chosen: asked };
  return { catalog, chosen: atState(asked, undefined), ...(v === undefined ? {} : { missing: v }) };
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
