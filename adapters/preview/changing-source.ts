import { setTimeout as sleep } from 'node:timers/promises'
import type { Source, SourceDocument } from '../../src/source/source.ts'

/** Slow enough that progress can be watched. */
const PACE_MS = 50

const CHANGED = 'tidewright-staff-machine-learning-platform-engineer.md'
const [MOST_BEFORE, MOST_AFTER] = ['$290,000', '$305,000']
const GONE = 'gridwell-technical-recruiter.txt'
const ADDED: SourceDocument = {
  path: 'tidewright-site-reliability-engineer.md',
  content:
    new TextEncoder().encode(`# [Site Reliability Engineer](https://example.com/jobs/site-reliability-engineer)
### Tidewright
#### \`💰 USD $180,000~$210,000\` \`🌎 Remote, United States\`

## What you will do

* Keep forecasts for forty harbours on time, by night as by day
* Find out why a queue grew before anybody else asks

## What you bring

* 4+ years of running services on Kubernetes
* Go or Python, and Terraform
`),
}

/**
 * The samples as a source in which something happens: every second time that it is read, one posting has come, one
 * pays more and one is gone.
 */
export function createChangingSource({ collectChanged, ...source }: Source): Source {
  let readings = 0
  return {
    ...source,
    async *collect() {
      const hasChanged = readings % 2 === 1
      const isFirst = readings === 0
      readings += 1
      for await (const document of source.collect()) {
        // Nobody watches the page before it is there.
        if (!isFirst) await sleep(PACE_MS)
        if (!hasChanged || !('content' in document)) yield document
        else if (document.path !== GONE) yield changePay(document)
      }
      if (hasChanged) yield ADDED
    },
  }
}

function changePay(document: SourceDocument): SourceDocument {
  if (document.path !== CHANGED) return document
  const text = new TextDecoder().decode(document.content).replaceAll(MOST_BEFORE, MOST_AFTER)
  return { ...document, content: new TextEncoder().encode(text) }
}
