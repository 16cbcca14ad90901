import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderReply } from '../../../adapters/discord/render.ts'
import type { Match } from '../../../src/answer/answer.ts'
import { answerQuery } from '../../../src/answer/answer-query.ts'
import { createCatalog } from '../../../src/catalog/catalog.ts'
import { parsePosting } from '../../../src/posting/parse-posting.ts'
import { readQuery } from '../../../src/query/read-query.ts'
import { makeAnswerReply } from '../../../src/reply/answer-reply.ts'
import { makeDetailReply } from '../../../src/reply/detail-reply.ts'
import { applyKeys, type BlockDraft, listActions } from '../../../src/reply/draft.ts'
import { computeButtonKey } from '../../../src/store/button-key.ts'
import { NOW } from './open-rolecall.ts'

const SEEDS = [
  ['clarifai', 'clarifai-backend-engineering-manager.md'],
  ['netflix', 'netflix-senior-engineering-manager-model-development-infrastructure.md'],
  ['salesforce', 'salesforce-machine-learning-engineer.md'],
  ['scale', 'scale-staff-ai-infrastructure-engineer.txt'],
  ['snap', 'snap-ml-infrastructure.txt'],
] as const

function readSeed(file: string) {
  const content = readFileSync(new URL(`../../../data/postings/${file}`, import.meta.url))
  const posting = parsePosting({ path: file, content }, { sourceName: 'sample data', isSample: true })
  if ('reason' in posting) throw new Error(posting.reason)
  return posting
}

function render(blocks: readonly BlockDraft[]): string {
  const reply = { blocks: applyKeys(blocks, listActions(blocks).map(computeButtonKey)) }
  return `${JSON.stringify(renderReply(reply), null, 2)}\n`
}

/** The only answer of a catalog that holds one posting. */
function listSeed(file: string): readonly BlockDraft[] {
  const catalog = createCatalog([readSeed(file)])
  const options = { now: NOW, defaultCurrency: 'USD' }
  const answer = answerQuery(catalog, readQuery('all jobs', { ...options, catalog }), options)
  expect(answer.matches.map((match: Match) => match.posting.path)).toEqual([file])
  return makeAnswerReply(answer, {
    page: { offset: 0, size: 4 },
    now: NOW,
    revision: 'golden',
    asker: 'discord:1',
    isRich: true,
    canShare: true,
  })
}

// After a change that is meant, look at the difference and write them anew with `npx vitest run -u`.
describe('the card of', () => {
  it.each(SEEDS)('%s is as kept, in the list', async (name, file) => {
    await expect(render(listSeed(file))).toMatchFileSnapshot(`../../fixtures/discord/${name}-list.json`)
  })

  it.each(SEEDS)('%s is as kept, in detail', async (name, file) => {
    const detail = makeDetailReply(readSeed(file), {
      now: NOW,
      reasons: [],
      currency: 'USD',
      marks: { isSaved: false },
    })
    await expect(render(detail)).toMatchFileSnapshot(`../../fixtures/discord/${name}-detail.json`)
  })
})
