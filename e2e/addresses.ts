import { claims, resources, texts } from './data';

/** Every page, by address, with the words that its title begins with. */

export type Page = { address: string; status: number; title: string };

const ok = (address: string, title: string): Page => ({ address, status: 200, title });

const dashboard = 'Claimline: claims beside their data';

export const claimPages = claims.map(({ id, quote }) => ok(`/claims/${id}`, `“${quote}”: `));

export const tablePages = resources.map(({ name, title }) => ok(`/tables/${name}`, title));

const trade = resources.find(({ name }) => name === 'trade-by-partner');

export const pages: Page[] = [
  ok('/', dashboard),
  ok('/?topic=canola', dashboard),
  ok('/?verdict=mostly-holds', dashboard),
  ...texts.map(({ id, title }) => ok(`/texts/${id}`, title)),
  ...claimPages,
  ok('/claims/share-stolen?r3=4', '“Canadian farmers watched as market share was stolen'),
  ok('/claims/share-stolen?r2=abc', '“Canadian farmers watched as market share was stolen'),
  ok('/tables', 'Data'),
  ...tablePages,
  ok('/tables/trade-by-partner/2024', `${trade?.title}, 2024`),
  ok('/method', 'Method'),
  ok('/quality', 'Quality'),
  { address: '/no-such-page', status: 404, title: 'Not found' },
  { address: '/texts/no-such-text', status: 404, title: 'Not found' },
  { address: '/claims/no-such-claim', status: 404, title: 'Not found' },
  { address: '/tables/no-such-table', status: 404, title: 'Not found' },
];
