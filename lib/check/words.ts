import { z } from 'zod';
import type { Catalog } from '@/lib/catalog';
import { compiledMessage } from '@/lib/message';
import { didYouMean } from '@/lib/nearest';
import { placeOf } from '@/lib/place';
import { seriesOf, tableOf } from '@/lib/table/series';
import { seriesChart } from '@/lib/view/chart';
import { parseChosen } from '@/lib/view/chosen';
import { refusalText } from '@/lib/view/refusal-text';
import { checkTable } from './quantity';
import { made, type Report, unreadIn, within } from './report';
import { textFault } from './text';

/** Checks `data/words`: the site's messages, and the views that `/chart` suggests. */

export const startsFile = z.array(
  z.strictObject({ title: z.string().min(1), view: z.record(z.string(), z.string()) }),
);

/** Each text must be an ICU message. */
export function checkWords(words: unknown, report: Report, root = words, path: PropertyKey[] = []) {
  if (typeof words === 'string') made(() => compiledMessage(words), report, placeOf(path, root));
  else if (Array.isArray(words))
    words.forEach((one, index) => {
      checkWords(one, report, root, [...path, index]);
    });
  else if (typeof words === 'object' && words !== null)
    for (const [key, one] of Object.entries(words)) checkWords(one, report, root, [...path, key]);
}

function checkStart(
  { title, view }: z.infer<typeof startsFile>[number],
  catalog: Catalog,
  report: Report,
) {
  const { tables } = catalog;
  const unread = unreadIn(catalog);
  const fault = textFault(title);
  if (fault) report('title', fault);
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
  const { refusal } = seriesChart(series, chosen.view, tables);
  if (refusal) report('view', refusalText(refusal));
}

export function checkStarts(
  starts: z.infer<typeof startsFile>,
  catalog: Catalog,
  report: Report,
): void {
  starts.forEach((start, index) => {
    const inner = within(report, `view ${index + 1}`);
    made(() => checkStart(start, catalog, inner), inner, '');
  });
}
