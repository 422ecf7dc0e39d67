import { keptWithin } from '@/lib/kept';

/** A page or two at once are in the making, each of less than a megabyte. */
const LIMIT = 16_000_000;

const NAME = Symbol.for('claimline.markup');
const inProcess = globalThis as { [NAME]?: ReturnType<typeof keptWithin<string>> };

/**
 * Markup by its name, on the way from where a page's data are made to where its HTML is: Next bundles them apart, as
 * two programs in one process.
 */
export const markupWay = () => {
  inProcess[NAME] ??= keptWithin<string>(LIMIT, ({ length }) => 2 * length);
  return inProcess[NAME];
};
