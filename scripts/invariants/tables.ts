import type { Catalog } from '@/lib/catalog';
import { checkFolder } from '@/lib/check/folder';
import { pieces } from '@/lib/import/fixture';
import { readRows } from '@/lib/import/to-rows';
import { isPaged, pageOf, pagesOf, rowHref } from '@/lib/table/pages';
import { seriesById, seriesOf } from '@/lib/table/series';
import { type Table, toCsv } from '@/lib/table/table';

/** What is true of the tables whatever is imported. Each gives a line for every fault. */

export type Data = { folder: string; catalog: Catalog };
export type Invariant = (data: Data) => string[] | Promise<string[]>;

const tablesIn = ({ catalog }: Data): Table[] => [...catalog.tables.values()];

function repeated(all: string[]): string[] {
  const met = new Set<string>();
  return all.filter((one) => met.size === met.add(one).size);
}

/** What `npm run data` says, of all that a page, a picture or a file shows in whatever outcome. */
const checks = async ({ folder }: Data): Promise<string[]> => (await checkFolder(folder)).problems;

function addresses(data: Data): string[] {
  const all = tablesIn(data).flatMap((table) => {
    const pages = new Set(pagesOf(table));
    return table.rows.map((row) => ({
      href: rowHref(table, row),
      lost: isPaged(table) && !pages.has(pageOf(table, row)),
    }));
  });
  const hrefs = all.map(({ href }) => href);
  const changed = hrefs.filter((href) => {
    const { pathname, hash } = new URL(href, 'https://claimline.test');
    return pathname + hash !== href;
  });
  return [...changed, ...repeated(hrefs), ...all.flatMap(({ href, lost }) => (lost ? href : []))];
}

function series(data: Data): string[] {
  const { tables } = data.catalog;
  const all = tablesIn(data).flatMap(seriesOf);
  return [
    ...repeated(all.map(({ id }) => id)),
    ...all.filter((one) => seriesById(tables, one.id) !== one).map(({ id }) => id),
    ...all.filter(({ id }) => id.includes('~')).map(({ id }) => id),
    ...all.filter(({ label }) => /_| · $|^ · | · {2}· /.test(label)).map(({ label }) => label),
  ];
}

/** A table taken away and brought back is the same, line by line. */
async function ownForm(data: Data): Promise<string[]> {
  const faults = tablesIn(data).map(async ({ resource, rows }) => {
    const found: string[] = [];
    const bytes = new TextEncoder().encode(toCsv(resource, rows));
    await readRows(pieces(bytes, 65_536), resource, {
      onRows: ({ rows: read, lines }) =>
        void found.push(...read.map((cells, at) => `${lines[at]}: ${cells.join()}`)),
      onProblem: ({ message }) => void found.push(message),
    });
    const wanted = rows.map(({ line, raw }) => `${line}: ${raw.join()}`);
    return found.join('\n') === wanted.join('\n') ? [] : [`${resource.path}: comes back otherwise`];
  });
  return (await Promise.all(faults)).flat();
}

export const tableInvariants: Record<string, Invariant> = {
  'npm run data finds nothing wrong': checks,
  'every row has an address of its own, on a page that there is': addresses,
  'every series has an id of its own, and a name in words': series,
  'every table comes back unchanged from its own form': ownForm,
};
