# docker build -t claimline . && docker run --read-only -p 3000:3000 claimline

FROM node:24-slim AS build
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
# The site that citations, feeds and previews lead to is written into the pages.
ARG CLAIMLINE_ORIGIN=http://localhost:3000
ENV CLAIMLINE_ORIGIN=$CLAIMLINE_ORIGIN NEXT_TELEMETRY_DISABLED=1
RUN npm run build

FROM node:24-slim
WORKDIR /site
COPY --from=build /site/.next/standalone ./
ARG CLAIMLINE_ORIGIN=http://localhost:3000
ENV CLAIMLINE_ORIGIN=$CLAIMLINE_ORIGIN NODE_ENV=production PORT=3000
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# Without a shell between them the server gets the signal to end. It reads this folder and writes nothing.
CMD ["node", "--permission", "--allow-fs-read=/site/*", "server.js"]
