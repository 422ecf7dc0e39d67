export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface Spec {
  title: string;
  tests: { status: string; annotations: { type: string; description?: string }[] }[];
}

interface Suite {
  suites?: Suite[];
  specs?: Spec[];
}

interface Report extends Suite {
  stats: { expected: number; unexpected: number; skipped: number };
  errors?: unknown[];
}

export function tally(report: Report): Tally;
export function sum(tallies: Tally[]): Tally;
export function sentence(counts: Partial<Tally> & Pick<Tally, 'passed' | 'failed'>): string;
export function skipped(report: Suite): string[];
