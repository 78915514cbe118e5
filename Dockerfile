# The site in a container. Build: docker build -t hear-hear . — the README's "Growing" says how many of which to run.

FROM node:24-bookworm AS build
WORKDIR /site
# Installed before the rest is copied, so that a change of the site does not compile the native module again.
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
WORKDIR /site
# Owned by root: what serves the public cannot change its own program.
COPY --from=build /site .
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# The first start prepares 2.6 million postcodes; later ones take seconds. A worker answers here too.
HEALTHCHECK --interval=5s --timeout=3s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1, so that SIGTERM reaches it and requests are answered to the end.
CMD ["node", "build/program/start.js"]
