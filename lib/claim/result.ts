import { parsePeriod } from '@/lib/table/period';
import { type Tables, tableNamed } from '@/lib/table/select';
import type { Claim, Reading, Test } from './claim';
import type { Evaluated } from './evaluated';
import { runTest, type Setting, type TestOutcome } from './test-outcome';
import { allOf, heldOf, type Result, type Verdict, verdictOf } from './verdict';

export type ReadingResult = {
  reading: Reading;
  /** 1 is the claim as worded. */
  number: number;
  result: Result;
  outcomes: TestOutcome[];
  /** Whether any figure is from after the month of the article. */
  later: boolean;
  /** The limit that a reader may move, and whether this result uses a reader's own. */
  adjustable: number | null;
  adjusted: boolean;
};

export type ClaimResult = {
  claim: Claim;
  readings: ReadingResult[];
  held: number;
  verdict: Verdict;
};

/** Limits that a reader has put in place of ours, by the reading's number. */
export type Limits = Readonly<Record<number, number>>;

const thresholdOf = (test: Test) => ('threshold' in test ? test.threshold : undefined);

/** The one threshold that all tests of a reading share, if they do. */
function sharedThreshold(reading: Reading): number | null {
  const values = new Set(reading.tests.flatMap((test) => thresholdOf(test)?.value ?? []));
  const [only] = values;
  return values.size === 1 && only !== undefined ? only : null;
}

function withThreshold(test: Test, value: number | undefined): Test {
  const threshold = thresholdOf(test);
  if (value === undefined || !threshold) return test;
  return { ...test, threshold: { ...threshold, value } } as Test;
}

const stated = new Set<Evaluated['kind']>(['stated', 'day']);

/** Whether a figure is of a time that ends after `end`; a plan for years to come was known before them. */
function isLater(input: Evaluated, end: number, tables: Tables): boolean {
  const [row] = input.rows;
  const planned = row !== undefined && tableNamed(tables, row.table).resource.plan === true;
  const own = !stated.has(input.kind) && !planned && input.time !== null && input.time.end > end;
  return own || input.parts.some((part) => isLater(part, end, tables));
}

/** What a test rests on: for a rule in force on a day, what had happened by then. */
const groundsOf = ({ test, inputs, measured }: TestOutcome): Evaluated[] =>
  test.kind === 'in-force'
    ? inputs.filter((input) => (input.value ?? 0) <= (measured?.value ?? 0))
    : inputs;

export function readingResult(
  reading: Reading,
  number: number,
  limit: number | undefined,
  setting: Setting & { published: string },
): ReadingResult {
  const adjustable = sharedThreshold(reading);
  const own = adjustable === null || limit === adjustable ? undefined : limit;
  const outcomes = reading.tests.map((test) => runTest(withThreshold(test, own), setting));
  const end = parsePeriod(setting.published).end;
  return {
    reading,
    number,
    result: allOf(outcomes.map((outcome) => outcome.result)),
    outcomes,
    later: outcomes.some((outcome) =>
      groundsOf(outcome).some((input) => isLater(input, end, setting.tables)),
    ),
    adjustable,
    adjusted: own !== undefined,
  };
}

/** Every reading of a claim put to the data, and what they add up to. Throws naming the claim. */
export function claimResult(
  claim: Claim,
  setting: Setting & { published: string },
  limits: Limits = {},
): ClaimResult {
  const readings = claim.readings.map((reading, index) => {
    try {
      return readingResult(reading, index + 1, limits[index + 1], setting);
    } catch (error) {
      throw new Error(`claim ${claim.id}, reading ${index + 1}: ${(error as Error).message}`);
    }
  });
  const results = readings.map((reading) => reading.result);
  return { claim, readings, held: heldOf(results), verdict: verdictOf(results) };
}
