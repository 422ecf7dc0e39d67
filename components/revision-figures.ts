import words from '@/data/words/en.json';
import says from '@/data/words/revision.json';
import type { Catalog } from '@/lib/catalog';
import { formatExact, formatNumber, formatPeriod } from '@/lib/format';
import { message } from '@/lib/message';
import type { NetFigure } from '@/lib/revision/net';
import { rowHref } from '@/lib/table/pages';
import { rowAt } from '@/lib/table/row-index';
import { tableNamed, unitOf } from '@/lib/table/select';
import { dimensionsIn, labelOf } from '@/lib/table/series';

export type Line = { text: string; href: string };

export type FiguresTold = { head: string; lines: Line[] };

const percent = new Set(['%', 'percentage points']);

/** By what part of the old figure; a share is read in points, which the two figures show. */
function movedBy({ before, after, by }: NetFigure, unit: string): string {
  if (!Number.isFinite(by) || percent.has(unit)) return 'none';
  const share = (Number(after) - Number(before)) / Math.abs(Number(before));
  return formatNumber(share, {
    ...{ style: 'percent', maximumSignificantDigits: 3, signDisplay: 'exceptZero' },
  });
}

function lineOf({ tables }: Catalog, figure: NetFigure, titled: boolean): Line {
  const table = tableNamed(tables, figure.table);
  const row = rowAt(tables, figure);
  const unit = unitOf(table, figure.column, row);
  const measure = table.resource.schema.fields.find(({ name }) => name === figure.column);
  const figureText = (text: string) =>
    text === '' ? words.noFigure : formatExact(Number(text), unit);
  const text = message(says.figure, {
    title: titled ? table.resource.title : 'none',
    label: measure ? labelOf(table, dimensionsIn(table, row), measure) : '',
    period: row.period ? formatPeriod(row.period) : 'none',
    before: figureText(figure.before),
    after: figureText(figure.after),
    by: movedBy(figure, unit),
  });
  return { text, href: rowHref(table, row) };
}

/** So many figures are told, the rest counted. */
const MOST = { behind: 5, elsewhere: 3 };

/** How many figures were revised, and the largest of them, which come first. */
export function toldFigures(
  catalog: Catalog,
  figures: NetFigure[],
  where: 'behind' | 'elsewhere',
): FiguresTold {
  const most = MOST[where];
  const shown = figures.slice(0, most);
  const more = figures.length > most ? 'yes' : 'no';
  const titled = new Set(figures.map(({ table }) => table)).size > 1;
  return {
    head: message(says.figures[where], { count: figures.length, more }),
    lines: shown.map((figure) => lineOf(catalog, figure, titled || where === 'elsewhere')),
  };
}
