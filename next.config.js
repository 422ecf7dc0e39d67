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
  rewrites: async () => ({ beforeFiles: [] }),
};
