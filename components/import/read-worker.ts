import words from '@/data/words/import.json';
import { type FileHead, ImportError, type ImportProblem } from '@/lib/import/figure';
import { isStatcanMetadata } from '@/lib/import/formats/statcan';
import { carriedHash, LONGEST } from '@/lib/import/link';
import { OwnFigures, type OwnLine } from '@/lib/import/own-figures';
import { csvBytes, ownPackage } from '@/lib/import/own-package';
import { factsOf, labeller, ownSeries, type SeriesFacts } from '@/lib/import/own-series';
import { readImport } from '@/lib/import/read';
import { recordsAt } from '@/lib/import/records-at';
import { startOf } from '@/lib/import/start-of';
import { meter, type Source, sourcesOf } from './file-sources';
import type { ReadAs } from './import-state';
import type { Answer, Calls, Found, FoundFile, PreviewRow, Question } from './reading';

/** Reads files apart from the page, and keeps the figures: the page asks for those that it draws. */

const TOLD = 50;
const SHOWN_COLUMNS = 40;
const SHOWN_TEXT = 200;
/** Drawn before the reader chooses. */
const FIRST = 4;

let lines = new Map<string, OwnLine>();
let facts: SeriesFacts[] = [];
let names: string[] = [];

const post = (answer: Answer) => self.postMessage(answer);

const shown = (line: number, cells: string[]): PreviewRow => ({
  line,
  cells: cells.slice(0, SHOWN_COLUMNS).map((cell) => cell.slice(0, SHOWN_TEXT)),
  wider: Math.max(0, cells.length - SHOWN_COLUMNS),
});

/** The page has its columns and rows beside it, the first of them. */
const bare = (head: FileHead): FileHead => ({ ...head, read: [], sample: [] });

/** The first rows, then those further down that have a problem. */
async function preview(source: Source, head: FileHead, problems: ImportProblem[]) {
  const rows = head.sample.map((cells, index) => shown(head.header + 1 + index, cells));
  const last = head.header + head.sample.length;
  const further = problems.flatMap(({ row }) => (row !== null && row > last ? [row] : []));
  if (further.length === 0) return rows;
  const found = await recordsAt(source.again(), head, further);
  return [...rows, ...[...found].map(([line, cells]) => shown(line, cells))];
}

async function readSource(
  source: Source,
  number: number,
  readAs: ReadAs,
  kept: OwnFigures,
): Promise<FoundFile> {
  const { read, ...options } = readAs;
  const problems: ImportProblem[] = [];
  const summary = await readImport(source.chunks, {
    ...options,
    ...(read && { mapping: { read } }),
    onFigures: (figures) => kept.take(number, figures),
    onProblem: (problem) => {
      if (problems.length < TOLD) problems.push(problem);
    },
  });
  const { head } = summary;
  return {
    name: source.name,
    bytes: source.bytes,
    fault: null,
    summary: { ...summary, head: bare(head) },
    columns: head.read.slice(0, SHOWN_COLUMNS),
    rows: await preview(source, head, problems),
    problems,
  };
}

/** The top of a file that could not be read, for the reader to say what its columns are. */
async function unreadSource(
  source: Source,
  readAs: ReadAs,
  fault: string,
): Promise<FoundFile | null> {
  const { read, as: _, ...written } = readAs;
  const mapping = read ? { read } : {};
  const head = await startOf(source.again(), { ...written, mapping });
  if (!head || isStatcanMetadata([head.columns])) return null;
  return {
    name: source.name,
    bytes: source.bytes,
    fault,
    summary: { head: bare(head), ...NOTHING_READ },
    columns: head.read.slice(0, SHOWN_COLUMNS),
    rows: await preview(source, head, []),
    problems: [],
  };
}

const NOTHING_READ = {
  records: 0,
  figures: 0,
  left: 0,
  leftBy: [],
  refused: 0,
  flagged: 0,
  notes: [],
};

/** A file that cannot be read is told with its reason, and does not keep the others from being read. */
async function readAll(
  { files, readAs }: Calls['read']['ask'],
  kept: OwnFigures,
): Promise<Pick<Found, 'files' | 'unread' | 'passed'>> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const count = meter(bytes, (progress) => post({ kind: 'progress', progress }));
  const found: FoundFile[] = [];
  const unread: FoundFile[] = [];
  const passed: Found['passed'] = [];
  for await (const source of sourcesOf(files, count, passed)) {
    const { name } = source;
    const as = readAs[name] ?? {};
    try {
      const file = await readSource(source, found.length, as, kept);
      if (file.summary.figures > 0) found.push(file);
      else unread.push({ ...file, fault: words.found.noFigures });
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      const start = await unreadSource(source, as, error.message);
      if (start) unread.push(start);
      else passed.push({ name, message: error.message });
    }
  }
  if (found.length + unread.length === 0) throw new ImportError(passed.map(faultLine).join('\n'));
  return { files: found, unread, passed };
}

const faultLine = ({ name, message }: Found['passed'][number]) => `${name}: ${message}`;

/** The first few that may stand on one axis: two files may count on different bases. */
function firstFew(all: SeriesFacts[]): string[] {
  const drawn = all.filter(({ figures }) => figures > 0);
  const [first] = drawn;
  const file = lines.get(first?.id ?? '')?.file;
  const alike = drawn.filter(
    ({ id, unit, kind }) =>
      unit === first?.unit && kind === first.kind && lines.get(id)?.file === file,
  );
  return alike.slice(0, FIRST).map(({ id }) => id);
}

async function read(ask: Calls['read']['ask']): Promise<Found> {
  const kept = new OwnFigures();
  const { files, unread, passed } = await readAll(ask, kept);
  const all = kept.end();
  names = files.map(({ name }) => name);
  const label = labeller(all, names);
  lines = new Map(all.map((line) => [line.id, line]));
  facts = all.map((line) => factsOf(line, label(line)));
  const own = (ask.own ?? []).filter((id) => lines.has(id));
  return {
    files,
    unread,
    passed,
    series: facts.length,
    figures: facts.reduce((sum, { figures }) => sum + figures, 0),
    left: kept.left,
    own: own.length > 0 ? own : firstFew(facts),
  };
}

function find({ words, limit }: Calls['find']['ask']): Calls['find']['answer'] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = facts.filter(({ label, unit }) => {
    const text = `${label} ${unit}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  return { found: found.slice(0, limit), count: found.length };
}

const linesOf = (ids: string[] | null): OwnLine[] =>
  ids === null ? [...lines.values()] : ids.flatMap((id) => lines.get(id) ?? []);

function series(ids: string[]): Calls['series']['answer'] {
  const labels = new Map(facts.map(({ id, label }) => [id, label]));
  return linesOf(ids).map((line) =>
    ownSeries(line, labels.get(line.id) ?? '', names[line.file] ?? ''),
  );
}

function link({ ids, name, view }: Calls['link']['ask']): Calls['link']['answer'] {
  const chosen = linesOf(ids);
  const hash = carriedHash({ name, csv: new TextDecoder().decode(csvBytes(chosen)), view });
  const figures = chosen.reduce((sum, { figures }) => sum + figures.length, 0);
  return { hash: hash.length > LONGEST ? null : hash, length: hash.length, figures };
}

function answer({ call, ask }: Question) {
  switch (call) {
    case 'read':
      return read(ask);
    case 'find':
      return find(ask);
    case 'series':
      return series(ask);
    case 'link':
      return link(ask);
    case 'csv':
      return csvBytes(linesOf(ask.ids));
    case 'package':
      return ownPackage(ask.name, linesOf(ask.ids));
  }
}

self.onmessage = async ({ data }: MessageEvent<Question>) => {
  const { id } = data;
  try {
    post({ kind: 'answer', id, answer: await answer(data) });
  } catch (error) {
    post({ kind: 'fault', id, message: (error as Error).message });
  }
};
