import { claims, resources } from './data';
import { SERIES, STATE } from './kinds';
import { pageCases } from './matrix';

/** Every page, by address, with the words that its title begins with. */

export type Page = { address: string; status: number; title: string };

const ok = (address: string, title: string): Page => ({ address, status: 200, title });

const dashboard = 'Claimline: claims beside their data';

export const claimPages = claims.map(({ id, quote }) => ok(`/claims/${id}`, `“${quote}”: `));

export const tablePages = resources.map(({ name, title }) => ok(`/tables/${name}`, title));

const trade = resources.find(({ name }) => name === 'trade-by-partner');
const stolen = claims.find(({ id }) => id === 'share-stolen');

export const pages: Page[] = [
  ok('/', dashboard),
  ok('/?topic=canola', dashboard),
  ok('/?verdict=mostly-holds', dashboard),
  ...claimPages,
  ok('/claims/share-stolen?r3=4', `“${stolen?.quote}”: `),
  ok('/claims/share-stolen?r2=abc', `“${stolen?.quote}”: `),
  ok('/tables', 'Data'),
  ...tablePages,
  ok('/tables/trade-by-partner/2024', `${trade?.title}, 2024`),
  ok('/method', 'Method'),
  ok('/quality', 'Quality'),
  { address: '/no-such-page', status: 404, title: 'Not found' },
  { address: '/claims/no-such-claim', status: 404, title: 'Not found' },
  { address: '/tables/no-such-table', status: 404, title: 'Not found' },
];

/** A claim with charts of both layouts and one with rows alone; a table with a chart, without, on several pages, long. */
export const KINDS = [
  '/',
  '/claims/share-stolen',
  '/claims/call-date',
  '/claims/share-stolen?r2=abc',
  '/tables',
  '/tables/ev-prices',
  '/tables/revisions',
  '/tables/trade-by-partner',
  '/tables/trade-by-partner/2024',
  '/tables/events',
  '/method',
  '/quality',
  '/no-such-page',
];

/** One of each kind by default. */
export const pagesInTurn = pageCases(pages, KINDS);

const JAPAN = SERIES.replace('China', 'Japan');
const EV = 'ev-share:calendar_year:China:EV+share+of+new+car+sales+(BEV%2BPHEV):share_pct';

/** Views that a reader makes, each laid out in a way of its own. */
export const views = [
  '/chart',
  '/chart?q=canola',
  '/import',
  `/chart?series=${SERIES}~${JAPAN}&freq=year`,
  `/chart?series=${SERIES}~${EV}&form=multiples&freq=year`,
  `/chart?series=${SERIES}&time=1950..1960`,
  '/claims/share-stolen?time=2018..latest&tab=table',
  '/tables/trade-by-partner?units=pch&scale=log',
  `/tables/exchange-rates/2024?v=${STATE}`,
];
