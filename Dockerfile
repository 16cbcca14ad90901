# Node 24 runs the TypeScript as it is: there is nothing to build. The Node package that developers get through npm
# is a development dependency, so here the image's own Node runs everything.
FROM node:24-slim

ENV NODE_ENV=production \
    ROLECALL_STATE=/state

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
# The option bounds the memory for young objects (MB), as in npm start.
CMD ["node", "--max-semi-space-size=4", "src/main.ts"]
