import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.mjs';

/** Addresses of views, each given once, so that no server can have kept its answer. */

const read = (file: string) => JSON.parse(readFileSync(join(root, 'data', file), 'utf8'));

type Chart = { layout: string };

/** Of a claim or table without time, a file of some years is refused. */
const isOverTime = ({ layout }: Chart): boolean => layout === 'over-time';

const claimIds = readdirSync(join(root, 'data/texts')).flatMap((name) => {
  const { claims } = read(`texts/${name}`) as { claims: { id: string; charts: Chart[] }[] };
  return claims.flatMap(({ id, charts }) => (charts.every(isOverTime) ? [`/claims/${id}`] : []));
});
const charts: Record<string, Chart> = read('table-charts.json');
const tables = Object.keys(charts).flatMap((id) =>
  isOverTime(charts[id] as Chart) ? [`/tables/${id}`] : [],
);

/** A month from 1900 on: views from before the data are as much work as any. */
const month = (index: number) =>
  `${1900 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

const MONTHS = 1200;

/** Views of every claim and of every table with a chart, in turn. */
export function eachOnce(ending = '', query = ''): () => string {
  const subjects = [...claimIds, ...tables];
  let given = 0;
  return () => {
    const subject = subjects[given % subjects.length];
    const time = `${month(Math.floor(given / subjects.length) % MONTHS)}..2025`;
    given += 1;
    return `${subject}${ending}?${query}time=${time}`;
  };
}

/** So many views of those, again and again, as links that are shared: also each of them, to be asked once before. */
export function shared(count: number): { addresses: string[]; next: () => string } {
  const addresses = Array.from({ length: count }, eachOnce('', 'units=pch&'));
  let given = 0;
  const next = () => {
    given += 1;
    return addresses[given % count] as string;
  };
  return { addresses, next };
}

const PARTNERS = ['United States', 'China', 'Japan', 'Mexico', 'Germany', 'South Korea'];
const series = [...PARTNERS, 'United Kingdom', 'All countries'].flatMap((partner) =>
  ['exports', 'imports'].map(
    (flow) => `trade-by-partner:${partner}:${flow}:customs:value_cad_millions`,
  ),
);
const MOST = 12;
const unknown = Array.from({ length: 150 }, (_, index) => `trade-by-partner:${index}`);
const all = series.slice(0, MOST);

const query = (ids: string[], more = '') => `series=${encodeURIComponent(ids.join('~'))}${more}`;

/** The plain view, and what parameters can make of it: all series that one chart takes, over all their months. */
export const PLAIN = query(series.slice(0, 1));
export const DEAR = [
  query(all),
  query(all, '&units=index&form=multiples&scale=log'),
  query(all, '&units=pc1&currency=CNY&form=multiples'),
  query(all, '&form=bars&currency=USD'),
  query(all, '&units=share&tab=table'),
  query([...all, ...unknown]),
];
