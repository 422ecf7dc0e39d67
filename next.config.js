/** @type {import('next').NextConfig} */
module.exports = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Without it Next takes a folder above, if a lockfile is there, for the project's.
  turbopack: { root: __dirname },
  rewrites: async () => ({ beforeFiles: [] }),
};
