# The production dependencies of what runs. better-sqlite3 is compiled here where no prebuilt binary is offered.
FROM node:20.20-bookworm-slim AS dependencies
RUN apt-get update \
 && apt-get install --yes --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
COPY proto/package.json proto/
COPY gateway/package.json gateway/
COPY device-sim/package.json device-sim/
COPY console/package.json console/
RUN npm ci --omit=dev --workspace=proto --workspace=gateway --workspace=device-sim

# The console, built as the browser gets it. Needs vite, which stays here; nothing has to be compiled.
FROM node:20.20-bookworm-slim AS console
WORKDIR /app
COPY package.json package-lock.json ./
COPY proto/package.json proto/
COPY gateway/package.json gateway/
COPY device-sim/package.json device-sim/
COPY console/package.json console/
RUN npm ci --ignore-scripts
COPY tsconfig.base.json tsconfig.json ./
COPY proto proto
COPY console console
RUN node --import tsx console/build.ts

# What runs: Node, the sources (run through tsx, see .github/decisions/0002), their dependencies and the built console.
FROM node:20.20-bookworm-slim
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn* /opt/yarn* \
 && install --directory --owner=node --group=node --mode=0700 /data
WORKDIR /app
COPY --from=dependencies /app/ ./
COPY --from=console /app/build/console build/console
COPY LICENSE ./
COPY .packaging/ready.mjs .packaging/
COPY proto proto
COPY gateway gateway
COPY device-sim device-sim

# Listens on every address of the container, and therefore wants a certificate: mount a folder with tls.crt and tls.key at
# /run/tls (the folder, not the files: a file that is replaced would not be seen), readable by user 1000.
# DIAG_PUBLIC_URL has to be given: only whoever runs it knows how browsers reach it.
ENV NODE_ENV=production \
    DIAG_DEMO=false \
    DIAG_DATA_FOLDER=/data \
    DIAG_HTTP_HOST=0.0.0.0 \
    DIAG_HTTP_PORT=8443 \
    DIAG_MQTTS_HOST=0.0.0.0 \
    DIAG_MQTTS_PORT=8883 \
    DIAG_TLS_CERT_FILE=/run/tls/tls.crt \
    DIAG_TLS_KEY_FILE=/run/tls/tls.key
USER 1000:1000
VOLUME /data
EXPOSE 8443 8883
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 CMD ["node", ".packaging/ready.mjs"]
CMD ["node", "--import", "tsx", "gateway/start.ts"]
