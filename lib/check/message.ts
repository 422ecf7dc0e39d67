import {
  isLiteralElement,
  isSelectElement,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { readingValues, UNKNOWN } from '@/lib/claim/answer';
import type { ReadingResult } from '@/lib/claim/result';
import type { Result } from '@/lib/claim/verdict';
import { compiledMessage, message, type Values } from '@/lib/message';
import { didYouMean } from '@/lib/nearest';
import { faultsIn, made, type Report } from './report';
import { textFault } from './text';

/** Checks a claim's messages for every outcome of its readings, not only for today's. */

/** All parts of a message, with those of its branches. */
const elementsIn = (elements: MessageFormatElement[]): MessageFormatElement[] =>
  elements.flatMap((element) => [
    element,
    ...('options' in element
      ? Object.values(element.options).flatMap(({ value }) => elementsIn(value))
      : []),
    ...('children' in element ? elementsIn(element.children) : []),
  ]);

const RESULTS: readonly Result[] = ['holds', 'fails', 'unsettled'];
const SIGNS = ['plus', 'minus', 'zero', 'unknown'];
const ORDERS = ['above', 'below', 'equal', 'unknown'];

/** The outcomes that a message can choose by; undefined for a figure. */
function outcomesOf(name: string): readonly string[] | undefined {
  if (/^r\d+$/.test(name)) return RESULTS;
  if (/^r\d+_sign$/.test(name)) return SIGNS;
  return /^r\d+_order$/.test(name) ? ORDERS : undefined;
}

/** What a claim's messages can say. */
export type Said = {
  /** All values with today's data. */
  today: Values;
  /** The readings that can be evaluated, and how many readings the claim has. */
  readings: ReadingResult[];
  count: number;
};

/** Readings that cannot be evaluated: their values are unknown. */
function openReadings({ readings, count }: Said): Set<string> {
  const names = Array.from({ length: count }, (_, index) => `r${index + 1}`);
  const known = readings.map(({ number }) => `r${number}`);
  return new Set(names.filter((name) => !known.includes(name)));
}

const readingOf = (name: string): string => /^r\d+/.exec(name)?.[0] ?? '';

function checkNames(all: MessageFormatElement[], said: Said, report: Report): void {
  const open = openReadings(said);
  const names = new Set(
    all.flatMap((one) => ('value' in one && !isLiteralElement(one) ? [one.value] : [])),
  );
  for (const name of names)
    if (!(name in said.today) && !open.has(readingOf(name)))
      report('', `no value {${name}}${didYouMean(name, Object.keys(said.today))}`);
}

function checkBranches(all: MessageFormatElement[], report: Report): void {
  for (const element of all) {
    const outcomes = isSelectElement(element) && outcomesOf(element.value);
    if (!outcomes) continue;
    const known = [...outcomes, 'other'];
    for (const option of Object.keys(element.options))
      if (!known.includes(option))
        report(
          '',
          `${element.value} is never ${JSON.stringify(option)}${didYouMean(option, known)}`,
        );
  }
}

/** A reading's values with another result; those of an unsettled reading are unknown. */
function forced(reading: ReadingResult, result: Result): Values {
  const name = `r${reading.number}`;
  const values = readingValues(reading);
  if (result !== 'unsettled') return { ...values, [name]: result };
  const unknown = Object.keys(values).map((key) => [key, outcomesOf(key) ? 'unknown' : UNKNOWN]);
  return { ...Object.fromEntries(unknown), [name]: result, [`${name}_list`]: 0 };
}

/** A reading's values for each outcome that a message chooses by. */
function outcomes(reading: ReadingResult, chosen: ReadonlySet<string>): Values[] {
  const name = `r${reading.number}`;
  if (![...chosen].some((one) => readingOf(one) === name)) return [readingValues(reading)];
  const settled = RESULTS.slice(0, 2).map((result) => forced(reading, result));
  const other = [`${name}_sign`, `${name}_order`].filter((one) => chosen.has(one));
  const all = other.reduce(
    (some, one) =>
      some.flatMap((values) =>
        (outcomesOf(one) ?? []).map((outcome) => ({ ...values, [one]: outcome })),
      ),
    settled,
  );
  return [...all, forced(reading, 'unsettled')];
}

/** A message with more sentences than these is checked with one reading varied at a time. */
const MOST = 5_000;

function combinations({ today, readings }: Said, chosen: ReadonlySet<string>): Values[] {
  const each = readings.map((reading) => outcomes(reading, chosen));
  const count = each.reduce((product, all) => product * all.length, 1);
  if (count > MOST) return each.flat().map((own) => ({ ...today, ...own }));
  return each.reduce(
    (some, all) => some.flatMap((values) => all.map((own) => ({ ...values, ...own }))),
    [today],
  );
}

/** What a branch without text leaves behind. */
const gap = /^ | {2}| [,.;:]|[, ]$/;

function faultOf(sentence: string): string | undefined {
  if (sentence.trim() === '') return 'becomes an empty text';
  if (gap.test(sentence)) return `has a gap in ${JSON.stringify(sentence)}`;
  return textFault(sentence);
}

/** A text that a message can become, and the values it was made with. */
export type Sentence = { text: string; values: Values; chosen: ReadonlySet<string> };

/** The elements of a message with those of its branches; throws where it is no message. */
export const elementsOf = (text: string): MessageFormatElement[] =>
  elementsIn(compiledMessage(text).getAst());

/** Every text that the message can become, whatever its readings give. */
export function sentencesOf(text: string, said: Said): Sentence[] {
  const chosen = new Set(
    elementsOf(text).flatMap((one) => (isSelectElement(one) ? [one.value] : [])),
  );
  return combinations(said, chosen).map((values) => ({
    text: message(text, values),
    values,
    chosen,
  }));
}

const whenOf = ({ values, chosen }: Sentence): string => {
  const when = [...chosen].map((name) => `${name} is ${values[name]}`).join(', ');
  return when === '' ? '' : ` (where ${when})`;
};

/** The first fault in any text that the message can become. */
export function firstFault(
  text: string,
  said: Said,
  faultOf: (sentence: Sentence) => string | undefined,
): string | undefined {
  for (const sentence of sentencesOf(text, said)) {
    const fault = faultOf(sentence);
    if (fault) return `${fault}${whenOf(sentence)}`;
  }
  return undefined;
}

export function checkMessage(text: string, said: Said, report: Report): void {
  const all = made(() => elementsOf(text), report, '');
  if (!all) return;
  const faults = faultsIn(report, (counted) => {
    checkNames(all, said, counted);
    checkBranches(all, counted);
  });
  if (faults > 0 || said.readings.length < said.count) return;
  const fault = firstFault(text, said, (sentence) => faultOf(sentence.text));
  if (fault) report('', fault);
}
