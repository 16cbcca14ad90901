import { readFileSync } from 'node:fs'
import { makeDefaultOptions } from '../../src/alert/default-options.ts'
import type { Delivery, PostingOutcome } from '../../src/alert/delivery.ts'
import { placeKey, type Subscription } from '../../src/alert/subscription.ts'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { createCatalog } from '../../src/catalog/catalog.ts'
import { parsePosting } from '../../src/posting/parse-posting.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { makeAlertReply } from '../../src/reply/alert-reply.ts'
import { makeAnswerReply } from '../../src/reply/answer-reply.ts'
import { makeDetailReply } from '../../src/reply/detail-reply.ts'
import { applyKeys, type BlockDraft, listActions } from '../../src/reply/draft.ts'
import type { Reply } from '../../src/reply.ts'
import { computeButtonKey } from '../../src/store/button-key.ts'

/** The postings whose cards are kept as they look, by name and file. */
export const SEEDS = [
  ['clarifai', 'clarifai-backend-engineering-manager.md'],
  ['netflix', 'netflix-senior-engineering-manager-model-development-infrastructure.md'],
  ['salesforce', 'salesforce-machine-learning-engineer.md'],
  ['scale', 'scale-staff-ai-infrastructure-engineer.txt'],
  ['snap', 'snap-ml-infrastructure.txt'],
] as const

const NOW = new Date('2026-06-01T09:00:00Z')
const ALL = 'all jobs'

function readSeed(file: string): Posting {
  const content = readFileSync(new URL(`../../data/postings/${file}`, import.meta.url))
  const posting = parsePosting({ path: file, content }, { sourceName: 'sample data', isSample: true })
  if ('reason' in posting) throw new Error(posting.reason)
  return posting
}

function finish(blocks: readonly BlockDraft[]): Reply {
  return { blocks: applyKeys(blocks, listActions(blocks).map(computeButtonKey)) }
}

/** The answer of a catalog that holds one seed. */
export function listSeed(file: string, asker: string): Reply {
  const catalog = createCatalog([readSeed(file)])
  const options = { now: NOW, defaultCurrency: 'USD' }
  const answer = answerQuery(catalog, readQuery(ALL, { ...options, catalog }), options)
  const setting = { now: NOW, revision: 'golden', asker, isRich: true, canShare: true }
  return finish(makeAnswerReply(answer, { page: { offset: 0, size: 4 }, ...setting }))
}

/** A seed with all its facts. */
export function detailSeed(file: string): Reply {
  const setting = { now: NOW, reasons: [], currency: 'USD', marks: { isSaved: false } }
  return finish(makeDetailReply(readSeed(file), setting))
}

/**
 * A seed as a channel is told of it.
 * @param outcome what became of it since; null while it is as it was
 */
export function alertSeed(file: string, platform: string, outcome: PostingOutcome | null = null): Reply {
  const posting = readSeed(file)
  const [entry = null] = createCatalog([posting]).entries
  const subscription = makeSubscription(platform)
  const items = [{ delivery: makeDelivery(posting, subscription, outcome), entry }]
  return finish(
    makeAlertReply({ type: 'postings', key: 'golden', now: NOW, subscriptions: [subscription], items }),
  )
}

function makeSubscription(platform: string): Subscription {
  return {
    ...makeDefaultOptions('channel', 'UTC'),
    id: 'k7fqm',
    question: ALL,
    target: { type: 'channel', platform, serverId: 'S1', channelId: 'C1' },
    ownerId: `${platform}:U1`,
    paused: null,
    createdAt: NOW,
    since: NOW,
    heardAt: NOW,
  }
}

function makeDelivery(
  { id, title, company, url }: Posting,
  { target, id: reason }: Subscription,
  outcome: PostingOutcome | null,
): Delivery {
  return {
    target,
    place: placeKey(target),
    postingId: id,
    revision: '1',
    kind: 'posting',
    body: { reasons: [reason], title, company, url },
    rule: null,
    dueAt: NOW,
    id: 1,
    state: 'leased',
    plannedAt: NOW,
    messageKey: 'golden',
    leasedUntil: NOW,
    attempts: 1,
    unknowns: 0,
    problem: null,
    messageId: null,
    sentAt: null,
    outcome,
  }
}
