import viewColumns from '@/data/words/view-columns.json';
import { withQuery } from '@/lib/address';
import type { Catalog } from '@/lib/catalog';
import { type ChartInput, figuresOf } from '@/lib/chart/input';
import { origin } from '@/lib/origin';
import type { Field } from '@/lib/table/descriptor';
import { rowAt } from '@/lib/table/row-index';
import { parseRowName } from '@/lib/table/row-name';
import { tableNamed } from '@/lib/table/select';
import { timespan } from '@/lib/table/timespan';
import { type Chosen, chosenHref, viewAlone } from '@/lib/view/chosen';
import { viewCsv, viewRows } from '@/lib/view/csv';
import { viewStem } from './file-name';
import { licensesOf, limitsOf, sourcesUsed, stateOf, type Used, type Work } from './work';

/** The address of a view's file. Where `.csv` alone is the whole, `csvType` asks for what is shown. */
export function viewFileHref(path: string, ending: string, chosen: Chosen): string {
  const href = chosenHref(`${path}.${ending}`, viewAlone(chosen));
  return path === '/chart' ? href : withQuery(href, 'csvType=filtered');
}

/** Whether a reader chose to see anything otherwise: a link to a state of the data changes nothing of the view. */
export const isOwnView = ({ view }: Chosen): boolean =>
  Object.keys(view).some((key) => key !== 'v');

/** A chart of dates has a column of text: the days. */
const fieldsOf = (charts: ChartInput[]): Field[] => {
  const dates = charts.some((chart) => chart.layout === 'by-row' && chart.axis.time);
  return (viewColumns as Field[]).map((field) =>
    field.name === 'value' && !dates ? { ...field, type: 'number' } : field,
  );
};

function usedIn(charts: ChartInput[], { tables }: Catalog): Used[] {
  const shown = charts.flatMap(figuresOf).filter(({ value }) => value !== null);
  return [...new Set(shown.flatMap(({ rows }) => rows))].map((name) => {
    const at = parseRowName(name);
    return { table: tableNamed(tables, at.table), row: rowAt(tables, at) };
  });
}

type Shown = {
  path: string;
  chosen: Chosen;
  charts: ChartInput[];
  title: string;
  subtitle: string;
  from?: string;
  /** What the names of its files begin with. */
  subject: string[];
};

/** What the charts of a page show in a reader's view, as a file with all that belongs to it. */
export function viewWork(catalog: Catalog, shown: Shown): Work {
  const { path, chosen, charts, title, subtitle, from, subject } = shown;
  const used = usedIn(charts, catalog);
  const tables = [...new Set(used.map(({ table }) => table))];
  const stem = viewStem(subject, charts, chosen.view);
  return {
    kind: 'view',
    id: stem,
    stem,
    title,
    subtitle,
    from,
    basis: null,
    url: origin + chosenHref(path, viewAlone(chosen)),
    ...stateOf(catalog),
    timespan: timespan(used.map(({ row }) => row)),
    csv: {
      path: `${stem}.csv`,
      url: origin + viewFileHref(path, 'csv', chosen),
      // Pages name the file and do not hold it.
      get text() {
        return viewCsv(charts);
      },
      rows: viewRows(charts),
    },
    fields: fieldsOf(charts),
    primaryKey: [],
    limits: limitsOf(tables),
    licenses: licensesOf(tables),
    sources: sourcesUsed(used, catalog),
  };
}
