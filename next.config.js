const ID = ':id([a-z0-9-]+)';

/** Plain addresses for what Next keeps in folders of its own: files by their ending, views by their query. */
const files = [
  { source: `/claims/${ID}.csv`, destination: '/csv/claims/:id' },
  { source: `/tables/${ID}.csv`, destination: '/csv/tables/:id' },
];

const filters = ['topic', 'verdict'].map((key) => ({
  source: '/',
  has: [{ type: 'query', key, value: '(?<value>[a-z0-9-]+)' }],
  destination: `/by/${key}/:value`,
}));

// `r1` to `r9`: lib/limits.ts reads them.
const limits = Array.from({ length: 9 }, (_, index) => ({
  source: `/claims/${ID}`,
  has: [{ type: 'query', key: `r${index + 1}` }],
  destination: '/limits/:id',
}));

/** @type {import('next').NextConfig} */
module.exports = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Without it Next takes a folder above, if a lockfile is there, for the project's.
  turbopack: { root: __dirname },
  // `npm test` checks the types, of the tests too; a reader's start need not.
  typescript: { ignoreBuildErrors: true },
  // The data are read when a view is asked for.
  outputFileTracingIncludes: { '/*': ['./data/**/*'] },
  rewrites: async () => ({ beforeFiles: [...files, ...filters, ...limits] }),
};
