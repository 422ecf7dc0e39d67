export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface Report {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors?: unknown[];
}

export function tally(report: Report): Tally;
export function sum(tallies: Tally[]): Tally;
export function sentence(counts: { passed: number; failed: number; skipped?: number }): string;
