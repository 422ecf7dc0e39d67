/** How much of a full matrix is tested: one of each kind, or with `TEST_ALL=1` all of it. */

const ALL = process.env.TEST_ALL === '1';

/** Addresses of pages that get the full matrix in any run, with commas between. */
const NAMED = new Set((process.env.TEST_PAGES ?? '').split(',').filter(Boolean));

export const isWhole = (address: string): boolean => ALL || NAMED.has(address);

/** How many samples to take of what has no end. */
export const samples = (few: number, many: number): number => (ALL ? many : few);

/** Of all cases those that stand for the rest, or all. */
export const cases = <T>(all: readonly T[], standsForOthers: (one: T) => boolean): T[] =>
  all.filter((one) => ALL || standsForOthers(one));

/** Of pages those that stand for their kind, and those that get the full matrix. */
export const pageCases = <T extends { address: string }>(
  all: readonly T[],
  kinds: readonly string[],
): T[] => all.filter(({ address }) => isWhole(address) || kinds.includes(address));

/** One of a list, another at each turn; or the whole list. */
export const rotated = <T>(list: readonly T[], turn: number, whole = ALL): readonly T[] =>
  whole ? list : list.slice(turn % list.length, (turn % list.length) + 1);
