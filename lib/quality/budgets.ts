/** What is measured of the product, and the most that it may come to. Commands hold these, `/quality` shows them. */

export type Unit = 'bytes' | 'ms' | 'seconds' | 'times' | 'count' | 'score' | 'share';

export const GROUPS = ['tests', 'weight', 'phone', 'work', 'load'] as const;
export type Group = (typeof GROUPS)[number];

export type Budget = { group: Group; unit: Unit; most?: number };

export const BUDGETS = {
  'tests-passed': { group: 'tests', unit: 'count' },
  'tests-skipped': { group: 'tests', unit: 'count' },
  'tests-failed': { group: 'tests', unit: 'count', most: 0 },
  // Compressed as the server sends them to a browser.
  'html-dashboard': { group: 'weight', unit: 'bytes', most: 100_000 },
  html: { group: 'weight', unit: 'bytes', most: 60_000 },
  scripts: { group: 'weight', unit: 'bytes', most: 150_000 },
  styles: { group: 'weight', unit: 'bytes', most: 15_000 },
  fonts: { group: 'weight', unit: 'bytes', most: 80_000 },
  // Asked for when a reader comes near a chart.
  'live-script': { group: 'weight', unit: 'bytes', most: 112_000 },
  // The slowest of the pages that are tried, the median of five runs on a throttled phone.
  lcp: { group: 'phone', unit: 'ms', most: 1200 },
  'long-task': { group: 'phone', unit: 'ms', most: 100 },
  'layout-shift': { group: 'phone', unit: 'score', most: 0 },
  // From a pointer's move on 5,000 points to the tooltip, 95 of 100.
  pointer: { group: 'work', unit: 'ms', most: 16 },
  // The dearest view that parameters can make, against the plain one of its kind.
  'dearest-page': { group: 'work', unit: 'times', most: 50 },
  'dearest-picture': { group: 'work', unit: 'times', most: 50 },
  // The time of a check that reads every table and works out every claim.
  data: { group: 'work', unit: 'seconds' },
  'views-p95': { group: 'load', unit: 'ms', most: 100 },
  'views-errors': { group: 'load', unit: 'count', most: 0 },
  // Ten times as many: of a few hundred views that are asked for again and again none fails. As many views of which
  // each is another are more than two cores can draw: each reader gets theirs, or is told at once to come again.
  'rush-errors': { group: 'load', unit: 'count', most: 0 },
  'flood-errors': { group: 'load', unit: 'count', most: 0 },
  'memory-long': { group: 'load', unit: 'times', most: 1.1 },
  // Of the requests/s of prerendered pages.
  'policy-cost': { group: 'load', unit: 'share', most: 0.25 },
} as const satisfies Record<string, Budget>;

export type Measure = keyof typeof BUDGETS;

export const budgetOf = (measure: Measure): Budget => BUDGETS[measure];

export const isOver = (measure: Measure, value: number): boolean => {
  const { most } = budgetOf(measure);
  return most !== undefined && value > most;
};
