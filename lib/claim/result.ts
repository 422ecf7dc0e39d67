import { parsePeriod } from '@/lib/table/period';
import { type Tables, tableNamed } from '@/lib/table/select';
import type { Claim, Reading, Role, Test } from './claim';
import type { Evaluated } from './evaluated';
import { evaluate } from './quantity';
import { runTest, type Setting, type TestOutcome } from './test-outcome';
import { allOf, heldOf, type Result, type Verdict, verdictOf } from './verdict';

export type ReadingResult = {
  reading: Reading;
  /** Its place among all readings of the claim, from 1. */
  number: number;
  result: Result;
  outcomes: TestOutcome[];
  /** Whether any figure is of a time after the text. */
  later: boolean;
  /** The limit that a reader may move, and whether this result uses a reader's own. */
  adjustable: number | null;
  adjusted: boolean;
};

export type ClaimResult = {
  claim: Claim;
  readings: ReadingResult[];
  /** Those that count, the claim as worded first; `held` of them hold. */
  words: ReadingResult[];
  held: number;
  /** Those without a vote. */
  context: ReadingResult[];
  /** The named quantities that the claim's messages use. */
  named: ReadonlyMap<string, Evaluated>;
  verdict: Verdict;
};

/** What would settle a reading that the data leave open: as it says itself, or else the figures that it lacks. */
export function openQuestion({ result, reading, outcomes }: ReadingResult) {
  if (result !== 'unsettled') return null;
  const said = reading.tests.flatMap((test) =>
    test.kind === 'missing' ? [test.would_settle] : [],
  );
  const settles = reading.would_settle ? [reading.would_settle] : said;
  const inputs = outcomes.flatMap((outcome) => outcome.inputs);
  const missing = [...new Set(inputs.flatMap((input) => input.missing))];
  return { settles, missing: settles.length > 0 ? [] : missing };
}

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
  setting: Setting,
  day: string,
): ReadingResult {
  const adjustable = sharedThreshold(reading);
  const own = adjustable === null || limit === adjustable ? undefined : limit;
  const outcomes = reading.tests.map((test) => runTest(withThreshold(test, own), setting));
  const end = parsePeriod(day).end;
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

const messagesOf = ({ answer, verdict_line = '', charts }: Claim): string =>
  [
    answer,
    verdict_line,
    ...charts.flatMap(({ title, subtitle, note = '' }) => [title, subtitle, note]),
  ].join(' ');

/** Those that no message uses may stand for one number in each of several periods, and so for none. */
function namedIn(claim: Claim, tables: Tables): ClaimResult['named'] {
  const messages = messagesOf(claim);
  const used = Object.entries(claim.quantities).filter(([name]) =>
    new RegExp(`\\b${name}(_abs|_n)?\\b`).test(messages),
  );
  return new Map(used.map(([name, quantity]) => [name, evaluate(quantity, tables)]));
}

/** Every reading of a claim put to the data, and what they add up to. Throws naming the claim. */
export function claimResult(claim: Claim, setting: Setting, limits: Limits = {}): ClaimResult {
  const readings = claim.readings.map((reading, index) => {
    try {
      return readingResult(reading, index + 1, limits[index + 1], setting, claim.text.day);
    } catch (error) {
      throw new Error(`claim ${claim.id}, reading ${index + 1}: ${(error as Error).message}`);
    }
  });
  const inRole = (role: Role) => readings.filter(({ reading }) => reading.role === role);
  const [words, context] = [inRole('words'), inRole('context')];
  const results = words.map((reading) => reading.result);
  return {
    ...{ claim, readings, words, context },
    named: namedIn(claim, setting.tables),
    held: heldOf(results),
    verdict: verdictOf(results),
  };
}
