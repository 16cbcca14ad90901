import { describe, expect, it } from 'vitest'
import { renderReply } from '../../../adapters/discord/render.ts'
import type { Reply } from '../../../src/reply.ts'
import { detailSeed, listSeed, SEEDS } from '../../fakes/seed-replies.ts'

const FOLDER = '../../fixtures/discord'

function render(reply: Reply): string {
  return `${JSON.stringify(renderReply(reply), null, 2)}\n`
}

// After a change that is meant, look at the difference and write them anew with `npx vitest run -u`.
describe('the card of', () => {
  it.each(SEEDS)('%s is as kept, in the list', async (name, file) => {
    await expect(render(listSeed(file, 'discord:1'))).toMatchFileSnapshot(`${FOLDER}/${name}-list.json`)
  })

  it.each(SEEDS)('%s is as kept, in detail', async (name, file) => {
    await expect(render(detailSeed(file))).toMatchFileSnapshot(`${FOLDER}/${name}-detail.json`)
  })
})
