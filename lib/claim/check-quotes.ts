import type { Claim, ClaimsFile } from './claim';

/** Paragraphs are lines with text, counted from 1. */
const paragraphsOf = (text: string): string[] =>
  text.split(/\r?\n/).filter((line) => line.trim() !== '');

function checkQuote(
  { id, quote, prefix, suffix, paragraph }: Claim,
  paragraphs: string[],
): string[] {
  const text = paragraphs[paragraph - 1];
  if (text === undefined) return [`${id}: no paragraph ${paragraph}`];
  if (!text.includes(quote)) return [`${id}: paragraph ${paragraph} has no "${quote}"`];
  const whole = prefix + quote + suffix;
  const times = text.split(whole).length - 1;
  if (times === 1) return [];
  return [`${id}: "${whole}" stands ${times} times in paragraph ${paragraph}`];
}

/** What in the quotes differs from the article: nothing, or a line for each difference. */
export function checkQuotes(
  { article, claims }: ClaimsFile,
  text: string,
  sha256: string,
): string[] {
  const paragraphs = paragraphsOf(text);
  const problems = claims.flatMap((claim) => checkQuote(claim, paragraphs));
  if (paragraphs.length !== article.paragraphs)
    problems.push(`${paragraphs.length} paragraphs, not ${article.paragraphs}`);
  if (sha256 !== article.sha256) problems.push(`SHA-256 ${sha256}, not ${article.sha256}`);
  return problems;
}
