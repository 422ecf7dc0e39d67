import type { Column } from './column-roles';
import type { Encoding } from './decode';
import type { Delimiter } from './delimiter';
import type { FormatId } from './mapping';
import type { Marks } from './numeral';

/**
 * What stays the same along a line of figures. One object serves all figures of a series that stand near each
 * other in a file, so a caller may keep what it worked out for it in a WeakMap; equal content in two objects is
 * possible in files with very many series.
 */
export type Series = {
  /** By the publisher's column names, or the names that the mapping gives them. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** The value column, or the series id where each column is a series. */
  readonly measure: string;
  readonly unit: string | null;
  /** The scalar factor that the file states: value × factor is in `unit`. 1, 1000, 1000000 … */
  readonly factor: number;
};

/** One figure as its publisher gives it. */
export type Figure = {
  /** The record's number in the file, the first being 1: as a spreadsheet shows it. */
  line: number;
  /** As our tables write it: `2024`, `2024-06`, `2024-06-05`, `2024/25` … */
  period: string;
  series: Series;
  /** In the file's own scale, see `factor`; `null` where there is none. Never 0 for a missing code. */
  value: number | null;
  /** `..`, `x`, `F`, `E`, `p`, … as printed: why there is no value, or how good it is. */
  status: string | null;
  /** The value's cell as printed. */
  raw: string;
};

/** Not `refused`: the cell was read all the same, as text, and a reader should know. */
export type ImportProblem = {
  row: number | null;
  column: string | null;
  message: string;
  refused: boolean;
};

/** What the top of a file tells, before its figures are read. */
export type FileHead = {
  format: FormatId;
  formatTitle: string;
  /** Plain ASCII is told as UTF-8 until the first other letter: the Summary's head has the last word. */
  encoding: Encoding;
  bom: boolean;
  delimiter: Delimiter;
  /** Of the column names. */
  language: 'en' | 'fr' | null;
  columns: string[];
  /** What each is read as. */
  read: Column[];
  /** How its numbers are written. */
  marks: Marks;
  /** The header's record number. */
  header: number;
  /** The first records under the header, to show. */
  sample: string[][];
  notes: string[];
};

export type LeftOut = { column: string; text: string; records: number };

export type Summary = {
  head: FileHead;
  /** Records under the header, blank ones and footnotes left out. */
  records: number;
  figures: number;
  /** Records that the mapping's `where` left out. */
  left: number;
  /** By the text that left them out, the most first. */
  leftBy: LeftOut[];
  /** Problems that kept a cell or a record out, and those that did not. */
  refused: number;
  flagged: number;
  notes: string[];
};

/** The file as a whole can't be read. Its message is for the reader. */
export class ImportError extends Error {
  override name = 'ImportError';
}
