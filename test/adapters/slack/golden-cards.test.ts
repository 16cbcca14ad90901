import { describe, expect, it } from 'vitest'
import { renderReply } from '../../../adapters/slack/render.ts'
import { renderView } from '../../../adapters/slack/render-view.ts'
import { alertSeed, detailSeed, listSeed, SEEDS } from '../../fakes/seed-replies.ts'
import { checkBlocks } from '../../fakes/slack/validation/check-blocks.ts'

const FOLDER = '../../fixtures/slack'
const CLOSED = { type: 'closed', at: new Date('2026-06-01T09:00:00Z'), changes: [] } as const

function print(payload: unknown): string {
  return `${JSON.stringify(payload, null, 2)}\n`
}

// After a change that is meant, look at the difference and write them anew with `npx vitest run -u`.
describe('the card of', () => {
  it.each(SEEDS)('%s is as kept, in the list', async (name, file) => {
    const message = renderReply(listSeed(file, 'slack:U1'))
    await expect(print(message)).toMatchFileSnapshot(`${FOLDER}/${name}-list.json`)
  })

  it.each(SEEDS)('%s is as kept, in detail', async (name, file) => {
    const view = renderView(detailSeed(file), 'Details', '{}')
    await expect(print(view)).toMatchFileSnapshot(`${FOLDER}/${name}-detail.json`)
  })

  it.each(SEEDS)('%s is as kept, as an alert', async (name, file) => {
    const message = renderReply(alertSeed(file, 'slack'))
    expect(checkBlocks(JSON.parse(JSON.stringify(message.blocks)), 'message')).toEqual([])
    await expect(print(message)).toMatchFileSnapshot(`${FOLDER}/${name}-alert.json`)
  })

  it('netflix is as kept, for clients without cards', async () => {
    const message = renderReply(listSeed(SEEDS[1][1], 'slack:U1'), 'section')
    await expect(print(message)).toMatchFileSnapshot(`${FOLDER}/netflix-list-section.json`)
  })

  it('snap is struck in an alert once it is closed', () => {
    const message = JSON.stringify(renderReply(alertSeed(SEEDS[4][1], 'slack', CLOSED)).blocks)
    expect(message).toMatch(/\d\. ~[^~]+~/)
    expect(message).toContain('closed')
  })
})
