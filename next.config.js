// Plain addresses for what Next keeps in folders of its own: files by their ending, views by their query.

const ID = ':id([a-z0-9-]+)';

const shared = ['metadata\\.json', 'csl\\.json', 'zip', 'bib'].join('|');

const files = [
  { source: `/claims/${ID}.csv`, destination: '/csv/claims/:id' },
  { source: `/tables/${ID}.csv`, destination: '/csv/tables/:id' },
  { source: `/claims/${ID}.:format(json|${shared})`, destination: '/files/claims/:id/:format' },
  { source: `/tables/${ID}.:format(${shared})`, destination: '/files/tables/:id/:format' },
];

/** What is prerendered of the data as they are, of the data as they were at a revision. */
const earlier = [
  {
    source: `/claims/${ID}.:format(csv|json|${shared})`,
    destination: '/views/as-of/claims/:id/:format',
  },
  {
    source: `/tables/${ID}.:format(csv|${shared})`,
    destination: '/views/as-of/tables/:id/:format',
  },
  {
    source: `/claims/${ID}.chart-:number([1-9]).json`,
    destination: '/views/numbers/claims/:id/:number',
  },
  { source: `/tables/${ID}.chart.json`, destination: '/views/numbers/tables/:id' },
  { source: `/tables/${ID}/:page([a-z0-9-]+)`, destination: '/views/tables/:id/:page' },
].map((one) => ({ ...one, has: [{ type: 'query', key: 'v' }] }));

/** The numbers of a chart for the browser to draw: prerendered, as a view is chosen of them there. */
const charts = [
  {
    source: `/claims/${ID}.chart-:number([1-9]).json`,
    destination: '/charts/claims/:id/:number',
  },
  { source: `/tables/${ID}.chart.json`, destination: '/charts/tables/:id' },
];

/** Pictures, and the numbers of `/chart`, are of any view, so that the query goes along. */
const pictures = [
  { source: `/claims/${ID}.:format(svg|png)`, destination: '/pictures/claims/:id/:format' },
  { source: `/tables/${ID}.:format(svg|png)`, destination: '/pictures/tables/:id/:format' },
  { source: '/chart.chart-:number([1-9]\\d?).json', destination: '/views/numbers/chart/:number' },
  { source: '/chart.:format(svg|png)', destination: '/pictures/chart/:format' },
  { source: '/claims.:format(svg|png)', destination: '/pictures/dashboard/:format' },
];

/** What is done to figures: a file that is asked for it is the file of a view, or says why it cannot be. */
const STEPS = ['amount', 'day', 'step'];
const DONE = [
  ...['time', 'series', 'hide', 'units', 'base', 'scale', 'currency', 'freq', 'form'],
  ...STEPS,
];

const filtered = { type: 'query', key: 'csvType', value: 'filtered' };
const whole = { type: 'query', key: 'csvType', value: 'full' };
const ofView = `:format(csv|${shared})`;
const shown = [
  ...['claims', 'tables'].flatMap((kind) =>
    [filtered, ...DONE.map((key) => ({ type: 'query', key }))].map((one) => ({
      source: `/${kind}/${ID}.${ofView}`,
      has: [one],
      missing: [whole],
      destination: `/views/files/${kind}/:id/:format`,
    })),
  ),
  { source: `/chart.${ofView}`, destination: '/views/files/chart/:format' },
];

const filters = ['topic', 'verdict'].map((key) => ({
  source: '/',
  has: [{ type: 'query', key, value: '(?<value>[a-z0-9-]+)' }],
  destination: `/by/${key}/:value`,
}));

/** Addresses that have moved. */
const moved = [
  {
    source: '/',
    has: [{ type: 'query', key: 'verdict', value: 'holds-only-as-worded' }],
    destination: '/?verdict=holds-in-part',
    permanent: true,
  },
  {
    source: '/by/verdict/holds-only-as-worded',
    destination: '/?verdict=holds-in-part',
    permanent: true,
  },
];

/** What a reader may choose of a chart (lib/view/view.ts), and the two fields that only a form sends. */
const VIEW = [
  'time',
  'series',
  'hide',
  'units',
  'base',
  'scale',
  'currency',
  'freq',
  'form',
  ...STEPS,
  'tab',
  'v',
  'from',
  'to',
];

/** Limits of a reader's own, `r1` to `r9` (lib/claim/limits.ts). */
const LIMITS = Array.from({ length: 9 }, (_, index) => `r${index + 1}`);

const chosen = (source, destination, keys) =>
  keys.map((key) => ({ source, has: [{ type: 'query', key }], destination }));

const views = [
  ...chosen(`/claims/${ID}`, '/views/claims/:id', [...VIEW, ...LIMITS]),
  ...chosen(`/tables/${ID}`, '/views/tables/:id', VIEW),
  ...chosen('/chart', '/views/chart', [...VIEW, 'q', 'page']),
];

/** @type {import('next').NextConfig} */
module.exports = {
  // A folder that runs by itself, with a server of ours around Next (server/, scripts/assemble.mjs): it is there
  // that answers get their headers, tags and compression.
  output: 'standalone',
  compress: false,
  generateEtags: false,
  poweredByHeader: false,
  // There are no pictures for Next to make smaller.
  images: { unoptimized: true },
  experimental: {
    // Our server passes on none of the headers that Next would check an address of React's data against.
    validateRSCRequestHeaders: false,
    // What was built is served as it stands: a copy of each page, written when it is first asked for, serves nobody.
    isrFlushToDisk: false,
  },
  reactStrictMode: true,
  // Without it Next takes a folder above, if a lockfile is there, for the project's.
  turbopack: { root: __dirname },
  // `npm test` checks the types, of the tests too; a reader's start need not.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingExcludes: { 'next-server': ['**/node_modules/{sharp,@img}/**/*'] },
  // The data are read when a view is asked for.
  outputFileTracingIncludes: {
    '/*': ['./data/**/*'],
    '/embed/**/*': ['./app/colours.css', './app/fonts/*', './components/**/*.css'],
    '/pictures/**/*': [
      './node_modules/@fontsource/{inter,source-serif-4}/files/*-latin*-{400,600}-normal.woff2',
      './node_modules/@resvg/resvg-wasm/index_bg.wasm',
    ],
  },
  redirects: async () => moved,
  rewrites: async () => ({
    beforeFiles: [...shown, ...earlier, ...files, ...charts, ...pictures, ...filters, ...views],
  }),
};
