import { stripVTControlCharacters } from 'node:util';

/** What a report of Playwright's says of the tests that failed. */

type Told = { message?: string };

type Suite = {
  file: string;
  suites?: Suite[];
  specs: { title: string; ok: boolean; tests: { results: { errors: Told[] }[] }[] }[];
};

export type Report = { suites: Suite[]; errors: Told[] };

/** A test that failed, and its reason in one line. */
export type Seen = { test: string; said: string };

/** Lines that say what is wrong where the first only says how it was asked. */
const VALUES = /^(Expected|Received|Counterexample|\[cause\]|[+-] )/;
/** Of a difference: what the signs mean, and brackets. */
const FRAME = /^[+-] +((Expected|Received) +[+-]|(Array |Object )?[[\]{}]+,?$)/;

/** The first line of a message, and of Playwright's and fast-check's own the values that they tell below it. */
export function firstLine(message: string): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim());
  const [first = '', ...others] = lines.filter((line) => line !== '');
  const values = others.filter((line) => VALUES.test(line) && !FRAME.test(line)).slice(0, 4);
  return [first.replace(/^Error: /, ''), ...values].join('  ');
}

const inSuite = ({ file, suites = [], specs }: Suite): Seen[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .flatMap(({ title, tests }) => {
      const [error] = tests.flatMap(({ results }) => results).flatMap(({ errors }) => errors);
      return error ? [{ test: `${file} › ${title}`, said: firstLine(error.message ?? '') }] : [];
    }),
  ...suites.flatMap(inSuite),
];

/** Every test that failed; and what went wrong outside of them. */
export const redTests = ({ suites, errors }: Report): Seen[] => [
  ...suites.flatMap(inSuite),
  ...errors
    .map(({ message = '' }) => ({ test: 'outside any test', said: firstLine(message) }))
    .filter(({ said }) => !said.startsWith('Testing stopped early')),
];
