import words from '@/data/words/en.json';
import { movedReadings } from '@/lib/claim/judged';
import type { Verdict } from '@/lib/claim/verdict';
import { formatNumber } from '@/lib/format';
import type { Refusal } from '@/lib/import/merge';
import type { FileReport, Reason, RevisedFigure, TableReport } from '@/lib/import/report';
import type { Values } from '@/lib/message';
import type { ChangedClaim } from './judged';
import { type Name, say } from './say';

const counted = (name: Name, n: number): string[] =>
  n === 0 ? [] : [say(name, { n: formatNumber(n), raw: n })];

const head = (name: Name, all: number, told: number): string =>
  say(name, { n: formatNumber(all), raw: all, more: all > told ? 'yes' : 'no', told });

function fileLines(file: FileReport, complete: boolean): string[] {
  const { name, form, series, first, last, notes, read } = file;
  const scope = {
    series: formatNumber(series),
    seriesRaw: series,
    span: first === null ? 'no' : 'yes',
    first: first ?? '',
    last: last ?? '',
  };
  return [
    say('file', { name, form }),
    ...notes.map((text) => say('note', { text })),
    ...(complete ? [] : [say('scope', scope)]),
    say('read', { n: formatNumber(read) }),
    say('added', { n: formatNumber(file.added) }),
    say('unchanged', { n: formatNumber(file.unchanged) }),
    say('revised', { n: formatNumber(file.revised) }),
    ...counted('repeated', file.repeated),
    ...counted('refused', file.refused),
  ];
}

const percent = (by: number): string =>
  Number.isFinite(by)
    ? formatNumber(by, { style: 'percent', maximumSignificantDigits: 3 })
    : 'none';

const cell = (text: string): string => (text === '' ? words.noFigure : text);

const figureLine = ({ key, column, before, after, by }: RevisedFigure): string =>
  say('revisedFigure', { key, column, before: cell(before), after: cell(after), by: percent(by) });

/** What an import would do to one table. */
export function tableLines(report: TableReport): string[] {
  const { table, rowsBefore, largest, figures, goneKeys } = report;
  return [
    say('tableHead', { table, rows: formatNumber(rowsBefore), rowsRaw: rowsBefore }),
    ...report.files.flatMap((file) => fileLines(file, report.complete)),
    ...(report.complete ? [say('complete')] : []),
    ...counted('goneCount', report.gone),
    ...counted('apart', report.apart),
    ...(figures > 0 ? [head('revisedHead', figures, largest.length)] : []),
    ...largest.map(figureLine),
    ...counted('otherCells', report.otherCells),
    ...(goneKeys.length > 0 ? [head('goneHead', report.gone, goneKeys.length)] : []),
    ...goneKeys.map((key) => say('goneKey', { key })),
    ...refusedLines(report),
  ];
}

/** By reason, and of each the first rows: what is not told here is in a file. */
function refusedLines({ refusals, reasons, refused, refusedFile }: TableReport): string[] {
  const isMany = refusedFile !== null;
  const unnamed = refusals.filter(({ named }) => !named).map(refusalLine);
  const first =
    unnamed.length > 0 ? [say(isMany ? 'refusedFirst' : 'refusedHead'), ...unnamed] : [];
  if (isMany) {
    const all = say('refusedAll', { n: formatNumber(refused), file: refusedFile });
    return [say('refusedReasons'), ...reasons.map(reasonLine), ...first, all];
  }
  const named = refusals.filter((one) => one.named).map(refusalLine);
  return [...first, ...(named.length > 0 ? [say('leftOutHead'), ...named] : [])];
}

const refusalLine = ({ file, row, column, message }: Refusal): string =>
  say('refusal', { file, row, column: column ?? 'none', reason: message });

function reasonLine({ columns, reason, named, n }: Reason): string {
  const [column = ''] = columns;
  const told = reason === '' ? 'no' : 'yes';
  const count = { n: formatNumber(n), columns: columns.size };
  return say('refusedReason', { ...count, column, told, reason, named: String(named) });
}

/** Why nothing may be written yet. */
export function stoppedLines({
  goneUnnamed,
  refusedUnnamed,
  goneKeys,
  refusals,
  reasons,
}: TableReport): string[] {
  const stopped = (name: 'stoppedGone' | 'stoppedRefused', n: number, how: Values) =>
    n === 0 ? [] : [say(name, { n: formatNumber(n), raw: n, ...how })];
  const refusal = refusals.find(({ named }) => !named);
  const commonest = reasons.find(({ named, reason }) => !named && reason !== '');
  const reason = commonest?.reason.replaceAll('…', '*') ?? '';
  return [
    ...stopped('stoppedGone', goneUnnamed, { example: goneKeys[0] ?? '' }),
    ...stopped('stoppedRefused', refusedUnnamed, {
      example: `${refusal?.file}:${refusal?.row}`,
      reason,
    }),
  ];
}

const verdict = (name: Verdict): string => words.verdicts[name];

export function claimLines(changed: ChangedClaim[]): string[] {
  if (changed.length === 0) return [say('claimsSame')];
  return [say('claimsHead'), ...changed.flatMap(claimLine)];
}

function claimLine({ id, before, after }: ChangedClaim): string[] {
  const line = say('claim', {
    ...{ id, before: before.held, after: after.held, total: after.count },
    moved: before.verdict === after.verdict ? 'no' : 'yes',
    verdictBefore: verdict(before.verdict),
    verdictAfter: verdict(after.verdict),
  });
  const readings = movedReadings(before, after).map(({ number, ...moved }) =>
    say('claimReading', {
      ...{ n: number, before: words.results[moved.before], after: words.results[moved.after] },
    }),
  );
  return [line, ...readings];
}
