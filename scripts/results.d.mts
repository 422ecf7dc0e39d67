export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** Of those that passed, how many did so only when tried again. */
  retried: number;
}

interface Report {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors?: unknown[];
}

export function tally(report: Report): Tally;
export function sum(tallies: Tally[]): Tally;
export function sentence(counts: Partial<Tally> & Pick<Tally, 'passed' | 'failed'>): string;
