import { type Format, fold, type Start, sampleUnder } from '../format';
import { layoutOf, valueAt } from '../layout';
import { datesOf } from './dates';

/** One file, several tables, each under a line with its name: TERMS AND CONDITIONS, SERIES, OBSERVATIONS. */
function find({ records }: Start) {
  const named = (name: string) =>
    records.findIndex((cells) => cells[0] === name && cells.slice(1).every((cell) => cell === ''));
  const place = named('OBSERVATIONS');
  if (place === -1) return null;
  const header = records.findIndex((cells, at) => at > place && fold(cells[0] ?? '') === 'date');
  const columns = records[header];
  if (!columns) return null;
  const { dates, notes } = datesOf(sampleUnder(records, header).map(([date = '']) => date));
  const labels = seriesLabels(records.slice(named('SERIES') + 1, place));
  const values = columns.flatMap((id, at) => (at === 0 || id === '' ? [] : [valueAt(at, id)]));
  const layout = layoutOf(columns, { period: [0], dates, values });
  const told = values.map(
    ({ measure }) => `${measure}: ${labels.get(measure) ?? 'no description'}`,
  );
  return { header, layout, language: null, notes: [...notes, ...told] };
}

/** By id, from `"id","label","description"` and what stands under it. */
function seriesLabels(records: string[][]): Map<string, string> {
  return new Map(
    records.map(([id = '', label = '', description = '']) => [id, description || label]),
  );
}

export const valet: Format = { id: 'valet', title: 'Bank of Canada Valet', find };
