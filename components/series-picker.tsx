import { Still } from '#still';
import { tableHref } from '@/components/links';
import words from '@/data/words/en.json';
import { withState } from '@/lib/address';
import { message } from '@/lib/message';
import type { Tables } from '@/lib/table/select';
import { findSeries, type Series } from '@/lib/table/series';
import { type Chosen, chosenHref } from '@/lib/view/chosen';
import { viewHref } from '@/lib/view/view';

const withHidden = (chosen: Chosen, ids: string[]): Chosen => {
  const { hide: _, ...view } = chosen.view;
  return { ...chosen, view: ids.length > 0 ? { ...view, hide: ids } : view };
};

function withSeries(chosen: Chosen, series: string[]): string {
  const hidden = chosen.view.hide?.filter((id) => series.includes(id)) ?? [];
  const { view, ...rest } = withHidden(chosen, hidden);
  return chosenHref('/chart', { ...rest, view: { ...view, series } });
}

/** Turns a series off, or on again; what stays hidden stays in the order of the list. */
function toggled(chosen: Chosen, ids: string[], id: string): string {
  const { hide = [] } = chosen.view;
  const hidden = ids.filter((one) => hide.includes(one) !== (one === id));
  return chosenHref('/chart', withHidden(chosen, hidden));
}

/** What the chart shows, each with links that turn it off or take it away. */
export function ShownSeries({ all, chosen }: { all: Series[]; chosen: Chosen }) {
  if (all.length === 0) return null;
  const ids = all.map(({ id }) => id);
  return (
    <Still as="ul" className="shown-series" aria-label={words.chart.shown}>
      {all.map((series) => (
        <li key={series.id}>
          <a href={withState(tableHref(series.table.resource.name), series.table.asOf)}>
            {series.label}
          </a>{' '}
          <span className="origin">
            {series.table.resource.title}, {series.unit}
          </span>{' '}
          <span className="series-links">
            {ids.length > 1 && (
              <a className="turn" href={toggled(chosen, ids, series.id)}>
                {chosen.view.hide?.includes(series.id) ? words.chart.on : words.chart.off}
                <span className="visually-hidden"> {series.label}</span>
              </a>
            )}{' '}
            <a
              className="remove"
              href={withSeries(
                chosen,
                ids.filter((id) => id !== series.id),
              )}
            >
              {words.chart.remove}
              <span className="visually-hidden"> {series.label}</span>
            </a>
          </span>
        </li>
      ))}
    </Still>
  );
}

/** What the words find, as much of it as the picker says. */
export type Found = {
  series: { id: string; label: string; origin: string }[];
  count: number;
  page: number;
  pages: number;
};

export function foundIn(tables: Tables, chosen: Chosen): Found {
  const { found, ...rest } = findSeries(tables, chosen.words, chosen.page);
  const series = found.map(({ id, label, table, unit }) => {
    return { id, label, origin: `${table.resource.title}, ${unit}` };
  });
  return { series, ...rest };
}

/** Finds series by words; each result is a link that adds it. */
export function SeriesPicker({ found, chosen }: { found: Found; chosen: Chosen }) {
  const { count, page, pages } = found;
  const ids = chosen.view.series ?? [];
  return (
    <Still as="section" aria-labelledby="picker">
      <h2 id="picker">{words.chart.add}</h2>
      <search>
        <form className="search" action="/chart" method="get">
          {[...new URLSearchParams(viewHref('', chosen.view))].map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor="q">{words.chart.search}</label>
          <input id="q" name="q" type="search" defaultValue={chosen.words} maxLength={100} />
          <button type="submit">{words.chart.find}</button>
        </form>
      </search>
      <p className="note">{message(words.chart.found, { count, page, pages })}</p>
      <ul className="found-series">
        {found.series
          .filter(({ id }) => !ids.includes(id))
          .map((one) => (
            <li key={one.id}>
              <a href={withSeries(chosen, [...ids, one.id])}>{one.label}</a>{' '}
              <span className="origin">{one.origin}</span>
            </li>
          ))}
      </ul>
      <Pages chosen={chosen} page={page} pages={pages} />
    </Still>
  );
}

function Pages({ chosen, page, pages }: { chosen: Chosen; page: number; pages: number }) {
  if (pages === 1) return null;
  return (
    <nav aria-label={words.chart.pages}>
      <ol className="page-links">
        {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
          <li key={number}>
            {number === page ? (
              <span aria-current="page">{number}</span>
            ) : (
              <a href={`${chosenHref('/chart', { ...chosen, page: number })}#picker`}>{number}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
