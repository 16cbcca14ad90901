import { afterEach, describe, expect, it } from 'vitest'
import type { Handle } from '../../../src/platform.ts'
import { type Reply, textBlock } from '../../../src/reply.ts'
import { type OpenedRolecall, textOf, trackRolecalls } from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

const say = (text: string): Reply => ({ blocks: [textBlock('body', text)] })
const EDITS = /^\/webhooks\/.*\/messages\//

/** Work that goes on under the test's hand. */
function makeWork() {
  const steps: { readonly value: Reply | Error | null; readonly gate: PromiseWithResolvers<void> }[] = []
  let wake = Promise.withResolvers<void>()
  async function* run(): AsyncGenerator<Reply> {
    for (let index = 0; ; index++) {
      while (steps[index] === undefined) await wake.promise
      const { value } = steps[index] ?? { value: null }
      if (value instanceof Error) throw value
      if (value === null) return
      yield value
    }
  }
  const push = (value: Reply | Error | null) => {
    steps.push({ value, gate: Promise.withResolvers<void>() })
    wake.resolve()
    wake = Promise.withResolvers<void>()
  }
  return { updates: run(), push }
}

async function open() {
  const rolecall = await rolecalls.open()
  const work = makeWork()
  rolecall.through((): Handle => async () => ({ ...say('reading 0'), updates: work.updates }))
  return { ...rolecall, ...work }
}

const countEdits = ({ discord }: OpenedRolecall) =>
  discord.requests.filter(({ method, path }) => method === 'PATCH' && EDITS.test(path)).length

describe('work that goes on', () => {
  it('is shown in the answer, at most once a second, and ends with the last word', async () => {
    const rolecall = await open()
    const { discord, user, push } = rolecall
    const asked = discord.slash(user, 'jobs stats')
    await asked.messageThat(message => textOf(message).includes('reading 0'))
    const before = countEdits(rolecall)
    for (let step = 1; step <= 20; step++) push(say(`reading ${step}`))
    push(say('all read'))
    push(null)
    await asked.messageThat(message => textOf(message).includes('all read'))
    expect(countEdits(rolecall) - before).toBeLessThanOrEqual(3)
  })

  it('is shown in the place of a mention’s answer, too', async () => {
    const { discord, channel, user, push } = await open()
    const asked = discord.say(channel, user, 'reload', { mentions: [discord.bot] })
    const answer = await discord.nextMessage(channel, asked)
    push(say('all read'))
    push(null)
    await discord.until(() => (textOf(discord.message(answer) ?? {}) === 'all read' ? true : null), 'the end')
  })

  it('ends in words when it fails', async () => {
    const { discord, user, push } = await open()
    const asked = discord.slash(user, 'jobs stats')
    push(new Error('the disk is on fire'))
    const answer = await asked.messageThat(message => textOf(message).includes('went wrong'))
    expect(textOf(answer)).toMatch(/Reference: [0-9a-f]{8}/)
    expect(textOf(answer)).not.toContain('fire')
  })

  it('goes on by direct message after a quarter of an hour', async () => {
    const { discord, user, push } = await open()
    const asked = discord.slash(user, 'jobs stats')
    await asked.messageThat(message => textOf(message).includes('reading 0'))
    discord.clock.advance(16 * 60_000)
    push(say('all read'))
    push(null)
    expect(textOf(await discord.nextMessage(discord.openDm(user), undefined, 10_000))).toBe('all read')
  })

  it('survives an edit that Discord does not take', async () => {
    const { discord, user, push } = await open()
    const asked = discord.slash(user, 'jobs stats')
    await asked.messageThat(message => textOf(message).includes('reading 0'))
    discord.faults.refuse(50035, { method: 'PATCH', path: EDITS })
    push(say('reading 1'))
    await discord.until(() => discord.requests.find(({ errorCode }) => errorCode === 50035), 'the refusal')
    push(say('all read'))
    push(null)
    await asked.messageThat(message => textOf(message).includes('all read'))
  })
})
