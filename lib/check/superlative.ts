import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import words from '@/data/words/check.json';
import type { Claim } from '@/lib/claim/claim';
import { compiledMessage } from '@/lib/message';
import { placeOf } from '@/lib/place';
import type { Tables } from '@/lib/table/select';
import type { Report } from './report';

/** A superlative must rest on a quantity that compares: a ranking, a lowest, or a table of such. */

/** A stretch of a message between two marks of punctuation: its words, and the values that it uses. */
type Clause = { text: string; names: Set<string> };

const END = /[.;:](?:\s|$)/;

/** Adds what the elements say to the last clause, branch after branch. */
function addTo(clauses: Clause[], elements: MessageFormatElement[], within: string[]): void {
  for (const element of elements) {
    if (isPoundElement(element)) continue;
    const last = clauses.at(-1);
    if (isLiteralElement(element)) {
      element.value.split(END).forEach((text, index) => {
        if (index > 0) clauses.push({ text: '', names: new Set() });
        const own = clauses.at(-1);
        if (!own) return;
        own.text += text;
        if (text.trim() !== '') for (const name of within) own.names.add(name);
      });
    } else if (isSelectElement(element) || isPluralElement(element)) {
      for (const { value } of Object.values(element.options)) {
        addTo(clauses, value, [...within, element.value]);
        const own = clauses.at(-1);
        if (own) own.text += ' ';
      }
    } else if ('value' in element) last?.names.add(element.value);
  }
}

function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [{ text: '', names: new Set() }];
  addTo(clauses, compiledMessage(text).getAst(), []);
  return clauses;
}

const spoken = (all: string[]) => new RegExp(`(?<![\\w-])(?:${all.join('|')})(?![\\w-])`, 'gi');
const superlative = spoken(words.superlatives);
const plain = spoken(words['not-superlatives']);

const superlativesIn = (text: string): string[] => [
  ...new Set(
    text
      .replace(plain, '')
      .match(superlative)
      ?.map((word) => word.toLowerCase()),
  ),
];

const fault = (word: string, text: string): string =>
  `"${word}" rests on no ranking and no lowest: ${JSON.stringify(text)}`;

const COMPARING = new Set(['lowest', 'least', 'rank']);

/** Whether a quantity compares, or takes from a table whose title says the word. */
function restsOn(value: unknown, word: string, tables: Tables): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('kind' in value && COMPARING.has(String(value.kind))) return true;
  const title = 'table' in value ? tables.get(String(value.table))?.resource.title : undefined;
  if (title?.toLowerCase().includes(word)) return true;
  return Object.values(value).some((inner) => restsOn(inner, word, tables));
}

/** The quantities by the name that a message uses: `r2_abs` is of the second reading, `share_n` of `share`. */
function quantityOf(name: string, claim: Claim): unknown {
  const number = /^r(\d+)/.exec(name)?.[1];
  if (number) return claim.readings[Number(number) - 1]?.tests;
  return claim.quantities[name] ?? claim.quantities[name.replace(/_(?:abs|n)$/, '')];
}

/** `drawn` is the chart that the message stands over. */
export function checkSuperlatives(
  text: string,
  claim: Claim,
  tables: Tables,
  report: Report,
  drawn?: Claim['charts'][number],
): void {
  for (const clause of clausesOf(text))
    for (const word of superlativesIn(clause.text)) {
      const behind = [...[...clause.names].map((name) => quantityOf(name, claim)), drawn];
      if (!behind.some((one) => restsOn(one, word, tables)))
        report('', fault(word, clause.text.trim()));
    }
}

/** Labels of quantities stand beside figures on pages: each rests on its own quantity. */
export function checkLabels(
  value: unknown,
  tables: Tables,
  report: Report,
  root = value,
  path: PropertyKey[] = [],
): void {
  if (typeof value !== 'object' || value === null) return;
  if ('kind' in value && 'label' in value)
    for (const word of superlativesIn(String(value.label)))
      if (!restsOn(value, word, tables))
        report(placeOf([...path, 'label'], root), fault(word, String(value.label)));
  for (const [key, one] of Object.entries(value))
    checkLabels(one, tables, report, root, [...path, Array.isArray(value) ? Number(key) : key]);
}
