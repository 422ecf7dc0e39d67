import type { Catalog } from '@/lib/catalog';
import { didYouMean } from '@/lib/nearest';
import { seriesOf, tableOf } from '@/lib/table/series';
import { declinedOf, seriesChart } from '@/lib/view/chart';
import { parseChosen } from '@/lib/view/chosen';
import { refusalText } from '@/lib/view/refusal-text';
import { declinedSentence } from '@/lib/view/sentences';
import type { Start } from '@/lib/view/starts';
import { checkTable } from './quantity';
import { made, type Report, unreadIn, within } from './report';

/** Checks the views that `/chart` suggests: a reader who follows one gets all that it asks for. */

function checkStart({ view }: Start, catalog: Catalog, report: Report) {
  const { tables } = catalog;
  const unread = unreadIn(catalog);
  const chosen = parseChosen(view);
  for (const name of chosen.ignored)
    report(`view.${name}`, `cannot be read: ${JSON.stringify(view[name])}`);
  const ids = chosen.view.series ?? [];
  if (ids.length === 0) report('view.series', 'names no series');
  const series = ids.flatMap((id) => {
    const table = checkTable(tableOf(id), 'view.series', { tables, unread, report });
    const all = table ? seriesOf(table) : [];
    const found = all.find((one) => one.id === id);
    if (table && !found)
      report(
        'view.series',
        `no series "${id}"${didYouMean(
          id,
          all.map((one) => one.id),
        )}`,
      );
    return found ?? [];
  });
  for (const one of declinedOf(series, chosen.view, tables))
    report(`view.${one.name}`, declinedSentence(one));
  const { refusal } = seriesChart(series, chosen.view, tables);
  if (refusal) report('view', refusalText(refusal));
}

export function checkStarts(starts: Start[], catalog: Catalog, report: Report): void {
  starts.forEach((start, index) => {
    const inner = within(report, `view ${index + 1}`);
    made(() => checkStart(start, catalog, inner), inner, '');
  });
}
