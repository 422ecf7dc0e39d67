import type { Claim } from './claim';
import type { Text } from './text';

/** Paragraphs are lines with text, counted from 1. */
const paragraphsOf = (text: string): string[] =>
  text.split(/\r?\n/).filter((line) => line.trim() !== '');

function checkQuote(
  { id, quote, prefix, suffix, paragraph }: Claim,
  paragraphs: string[],
): string[] {
  const text = paragraph === undefined ? paragraphs.join('\n') : paragraphs[paragraph - 1];
  if (text === undefined) return [`${id}: no paragraph ${paragraph}`];
  if (!text.includes(quote)) return [`${id}: paragraph ${paragraph ?? 'any'} has no "${quote}"`];
  const whole = prefix + quote + suffix;
  const times = text.split(whole).length - 1;
  if (times === 1) return [];
  return [`${id}: "${whole}" stands ${times} times in paragraph ${paragraph ?? 'any'}`];
}

/** What in the quotes differs from a text: nothing, or a line for each difference. */
export function checkQuotes(
  { paragraphs: count, sha256: known }: Text,
  claims: Claim[],
  content: string,
  sha256: string,
): string[] {
  const paragraphs = paragraphsOf(content);
  const problems = claims.flatMap((claim) => checkQuote(claim, paragraphs));
  if (count !== undefined && paragraphs.length !== count)
    problems.push(`${paragraphs.length} paragraphs, not ${count}`);
  if (known && sha256 !== known) problems.push(`SHA-256 ${sha256}, not ${known}`);
  return problems;
}
