import words from '@/data/words/en.json';
import { message } from '@/lib/message';
import { rowAt } from '@/lib/table/row-index';
import { parseRowName } from '@/lib/table/row-name';
import type { Tables } from '@/lib/table/select';
import { type Source, sourcesNamed } from '@/lib/table/source';
import { type ChartInput, figuresOf } from './input';

/** Whose figures a chart shows, in the order of its marks. */
export function chartSources(chart: ChartInput, tables: Tables): Source[] {
  const names = [...new Set(figuresOf(chart).flatMap(({ rows }) => rows))];
  const rows = names.map((name) => rowAt(tables, parseRowName(name)));
  return sourcesNamed(rows, tables).map(({ source }) => source);
}

/** A source in short: who, and when. */
export function sourceText({ publisher, published }: Source): string {
  return published === 'undated' || published === '' ? publisher : `${publisher}, ${published}`;
}

/** More than these are counted. */
export const NAMED = 3;

/** "Sources: Bureau of Statistics, 2025; The Herald, 2024 and 2 more." */
export function sourceSentence(sources: Source[], named = NAMED): string {
  if (sources.length === 0) return '';
  const names = sources.slice(0, named).map(sourceText).join('; ');
  const more = Math.max(0, sources.length - named);
  return message(words.picture.source, { count: sources.length, names, more });
}
