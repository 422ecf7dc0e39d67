import { type Format, findHeader, type Start } from '../format';
import { layoutOf, valueAt } from '../layout';

/** What a chart of ours shows, taken away as CSV: each figure from its first day until its last. */
const columns = ['chart', 'series', 'from', 'until', 'value', 'unit', 'row'];

function find({ records }: Start) {
  const header = findHeader(records, (names) => names.join() === columns.join());
  if (header === -1) return null;
  const at = (name: string) => columns.indexOf(name);
  const layout = layoutOf(columns, {
    period: [at('from'), at('until')],
    dates: 'first-and-last-day',
    dimensions: ['chart', 'series'].map((name) => ({ name, place: at(name) })),
    values: [valueAt(at('value'), 'value')],
    unit: at('unit'),
  });
  return { header, layout, language: null, notes: [] };
}

export const drawn: Format = { id: 'tidy', title: 'Claimline’s own form, of a chart', find };
