import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableRows } from './data';

/** Every kind of address, by the file in `app/` that answers it; and every address that was built beforehand. */

/** The last recorded state of the data. */
export const STATE = tableRows('revisions').at(-1)?.revision;

export const SERIES = 'trade-by-partner:China:exports:customs:value_cad_millions';

/** Those that are made when they are asked for: an address or more of each. */
export const asked: Record<string, string[]> = {
  '/embed/chart/route': [`/embed/chart?series=${SERIES}&time=2015..2024`],
  '/embed/claims/[id]/route': [
    '/embed/claims/share-stolen',
    '/embed/claims/share-stolen?time=2018..latest',
  ],
  '/embed/tables/[id]/route': ['/embed/tables/trade-by-partner'],
  '/health/route': ['/health'],
  '/oembed/route': ['/oembed?url=http://localhost:3000/claims/share-stolen'],
  '/pictures/chart/[format]/route': [
    `/chart.svg?series=${SERIES}`,
    `/chart.png?series=${SERIES}&size=narrow`,
  ],
  '/pictures/claims/[id]/[format]/route': [
    '/claims/share-stolen.svg?time=2018..latest',
    '/claims/share-stolen.png',
  ],
  '/pictures/dashboard/[format]/route': ['/claims.svg', '/claims.png?size=social'],
  '/pictures/tables/[id]/[format]/route': ['/tables/ev-prices.svg', '/tables/ev-prices.png'],
  '/views/as-of/claims/[id]/[format]/route': [`/claims/share-stolen.json?v=${STATE}`],
  '/views/as-of/tables/[id]/[format]/route': [`/tables/aluminium-exports.csv?v=${STATE}`],
  '/views/numbers/claims/[id]/[number]/route': [`/claims/share-stolen.chart-1.json?v=${STATE}`],
  '/views/numbers/tables/[id]/route': [`/tables/ev-prices.chart.json?v=${STATE}`],
  '/views/numbers/chart/[number]/route': [`/chart.chart-1.json?series=${SERIES}`],
  '/views/chart/page': [
    `/chart?series=${SERIES}&time=2015..2024&units=index`,
    `/chart?series=${SERIES}&form=multiples&freq=year`,
    '/chart?q=canola',
  ],
  '/views/claims/[id]/page': [
    '/claims/share-stolen?time=2018..latest&tab=table',
    '/claims/share-stolen?r2=15',
  ],
  '/views/tables/[id]/[page]/page': [`/tables/exchange-rates/2024?v=${STATE}`],
  '/views/tables/[id]/page': ['/tables/trade-by-partner?units=pch&scale=log'],
  '/views/files/chart/[format]/route': [
    `/chart.csv?series=${SERIES}&time=2015..2024`,
    `/chart.zip?series=${SERIES}`,
  ],
  '/views/files/claims/[id]/[format]/route': [
    '/claims/share-stolen.csv?csvType=filtered&time=2018..latest',
  ],
  '/views/files/tables/[id]/[format]/route': [
    '/tables/trade-by-partner.csv?csvType=filtered&time=2020..2024',
  ],
};

const built = <T>(file: string): T =>
  JSON.parse(readFileSync(join(process.cwd(), '.next', file), 'utf8')) as T;

/** Next's own, which are shown in the place of another page. */
const INTERNAL = /^\/_/;

type Manifest = {
  /** Pages have React's data too, files have not. */
  routes: Record<string, { srcRoute: string; dataRoute: string | null }>;
  dynamicRoutes: Record<string, unknown>;
};

const manifest = built<Manifest>('prerender-manifest.json');

const builtRoutes = Object.entries(manifest.routes).filter(([route]) => !INTERNAL.test(route));

/** What was built, by the addresses that Next keeps it under. */
export const prerendered = builtRoutes.map(([route]) => route);

/** Pages that were built, but for those of filters, which stand under other addresses and may be empty. */
export const builtPages = builtRoutes
  .filter(([route, { dataRoute }]) => dataRoute !== null && !route.startsWith('/by/'))
  .map(([route]) => route);

/** One of each kind that was built; of files one of each format. */
const prerenderedKinds = [
  ...new Map(
    builtRoutes.map(([route, { srcRoute }]) => [
      srcRoute.replace('[format]', route.split('/').at(-1) ?? ''),
      route,
    ]),
  ).values(),
];

/** Kinds that are made when asked for. */
export const askedRoutes = Object.keys(
  built<Record<string, string>>('server/app-paths-manifest.json'),
)
  .filter((route) => !INTERNAL.test(route))
  .filter((route) => {
    const address = route.replace(/\/(page|route)$/, '') || '/';
    return !manifest.routes[address] && !manifest.dynamicRoutes[address];
  });

/** An address of every kind that there is. */
export const everyKind = [...prerenderedKinds, ...Object.values(asked).flat()];
