import { type Format, findHeader, type Start, sampleUnder } from '../format';
import { layoutOf, valueAt } from '../layout';
import { datesOf } from './dates';

/** `observation_date` (`DATE` until 2024) and a column for each series, named by its id. */
function find({ records }: Start) {
  const header = findHeader(records, ([first, ...others]) => {
    if (others.length === 0) return false;
    return first === 'observation_date' || first === 'date';
  });
  const columns = records[header];
  const ids = columns?.slice(1) ?? [];
  if (!columns || !ids.every((id) => /^[A-Z0-9_]+$/.test(id))) return null;
  const { dates, notes } = datesOf(sampleUnder(records, header).map(([date = '']) => date));
  const values = ids.map((id, place) => valueAt(place + 1, id));
  const layout = layoutOf(columns, { period: [0], dates, values });
  return { header, layout, language: 'en' as const, notes: [...notes, unitNote] };
}

const unitNote = 'the file names no units: they stand on the page of each series';

export const fred: Format = { id: 'fred', title: 'FRED series', find };
