# Node 24 runs the TypeScript as it is: there is nothing to build. The Node package that developers get through npm
# is a development dependency, so here the image's own Node runs everything.
FROM node:24-slim

# jemalloc gives memory back to the system that a reload took and does not need any more; the C library keeps it.
RUN apt-get update && apt-get install -y --no-install-recommends libjemalloc2 && rm -rf /var/lib/apt/lists/*

ENV NODE_ENV=production \
    ROLECALL_STATE=/state \
    LD_PRELOAD=libjemalloc.so.2 \
    MALLOC_CONF=background_thread:true,narenas:2,dirty_decay_ms:1000,muzzy_decay_ms:0

WORKDIR /app

COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

COPY data ./data
COPY adapters ./adapters
COPY src ./src

RUN mkdir /state && chown node:node /state
USER node
VOLUME /state

# Started directly, not through npm, so that a signal to stop reaches it. For the command line:
#   docker run --rm -v ./postings:/postings:ro IMAGE node src/cli.ts ask --data /postings "remote go jobs"
# The options bound the memory for young objects (MB) and let it be given back after a reload on one core, as in npm start.
CMD ["node", "--max-semi-space-size=4", "--expose-gc", "src/main.ts"]
