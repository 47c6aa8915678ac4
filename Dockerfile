FROM node:24-slim AS modules
WORKDIR /app
COPY package.json package-lock.json ./
# The image's own node runs the bot, so that the npm package of that name need not fetch another (what its script is for); the local
# Slack of the tests stays out.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/local-slack-linux-x64 node_modules/node node_modules/.bin/node

FROM node:24-slim
ENV NODE_ENV=production HEALTH_PORT=8080 HEALTH_HOST=0.0.0.0
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY package.json ./
COPY migrations migrations
COPY seeds seeds
COPY data data
COPY scripts scripts
COPY commands commands
COPY src src
RUN mkdir var && chown node:node var
USER node
# Verifies the data, and keeps what was learnt from it: the first start takes no longer than any other.
RUN node src/main.ts ask "how many people did fiverr let go"
VOLUME /app/var
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "const port = process.env.HEALTH_PORT; if (!port) { console.log('no HEALTH_PORT: nothing to ask'); process.exit(0); } fetch(`http://127.0.0.1:${port}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1));"]
CMD ["node", "src/main.ts"]
