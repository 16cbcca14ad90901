import type { App } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { FakeSlack } from './slack/fake-slack.ts'
import { trackOpened } from './slack/track-opened.ts'

const opened = trackOpened()
const { start, connect } = opened

afterEach(opened.closeAll)

/** Opens a socket without Bolt; what it hears first. */
async function openSocket(slack: FakeSlack): Promise<unknown> {
  const { url } = await new WebClient(slack.appToken, { slackApiUrl: slack.url }).apps.connections.open()
  return hearFirst(url)
}

function hearFirst(url: string | undefined): Promise<unknown> {
  const socket = new WebSocket(url ?? '')
  return new Promise((resolve, reject) => {
    socket.once('message', data => resolve(JSON.parse(String(data))))
    socket.once('error', reject)
  })
}

/** Puts what people write to the bot into a list. */
function hear(heard: string[]): (app: App) => void {
  return app => {
    app.message(async ({ message }) => {
      if ('text' in message) heard.push(message.text ?? '')
    })
  }
}

function waitForSockets(slack: FakeSlack, openCount: number, openedCount: number): Promise<unknown> {
  return slack.until(
    () => {
      const { open, opened: ever } = slack.sockets()
      return open === openCount && ever === openedCount ? true : null
    },
    `${openCount} sockets of ${openedCount}`,
    10_000,
  )
}

describe('connecting', () => {
  it('fails with a wrong token', async () => {
    const slack = await start()
    const wrong = { ...slack, appToken: 'xapp-another' }
    await expect(connect(wrong, 'socket')).rejects.toMatchObject({ data: { error: 'invalid_auth' } })
  })

  it('greets each socket unasked and sends an eleventh one away', async () => {
    const slack = await start({ lingerMs: 0 })
    const first: unknown[] = []
    for (let count = 1; count <= 11; count += 1) first.push(await openSocket(slack))
    expect(first[0]).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: slack.appId },
    })
    expect(first[9]).toMatchObject({ type: 'hello', num_connections: 10 })
    expect(first[10]).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' })
    expect(slack.sockets()).toEqual({ open: 10, opened: 10 })
  })

  it('takes each address once', async () => {
    const slack = await start()
    const { url } = await new WebClient(slack.appToken, { slackApiUrl: slack.url }).apps.connections.open()
    await hearFirst(url)
    await expect(hearFirst(url)).rejects.toThrow(/400/)
  })
})

describe('events', () => {
  it('go to one of several sockets each', async () => {
    const slack = await start()
    const heard: string[] = []
    await connect(slack, 'socket', { sockets: 3, register: hear(heard) })
    const user = slack.addUser('Asker')
    for (const text of ['1', '2', '3', '4', '5', '6']) slack.dm(user, text)
    await expect.poll(() => heard.toSorted()).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(slack.deliveries).toHaveLength(6)
  })

  it('come again with the number of the try when they are not acknowledged', async () => {
    const slack = await start()
    const tries: unknown[] = []
    await connect(slack, 'socket', {
      register: app => {
        app.use(async ({ context, next }) => {
          tries.push([context.retryNum, context.retryReason])
          await next()
        })
      },
    })
    slack.faults.loseAcks(4)
    slack.dm(slack.addUser('Asker'), 'hello')
    for (const waitMs of [3000, 3000, 60_000, 3000, 300_000, 3000]) {
      const count = slack.deliveries.length
      await expect.poll(() => tries).toHaveLength(count)
      slack.clock.advance(waitMs)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    expect(tries).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ])
    const ids = slack.deliveries.map(({ payload }) => payload.event_id)
    expect(new Set(ids).size).toBe(1)
  })

  it('come twice where the fault says so', async () => {
    const slack = await start()
    const heard: string[] = []
    await connect(slack, 'socket', { register: hear(heard) })
    slack.faults.duplicate('message')
    const user = slack.addUser('Asker')
    slack.dm(user, 'one')
    slack.dm(user, 'two')
    await expect.poll(() => heard).toEqual(['one', 'one', 'two'])
    const [first, second] = slack.deliveries.map(({ payload }) => payload.event_id)
    expect(second).toBe(first)
  })

  it('wait for the next try when no socket is there', async () => {
    const slack = await start()
    const heard: string[] = []
    slack.dm(slack.addUser('Asker'), 'early')
    await slack.until(() => slack.deliveries[1]?.outcome, 'the second try')
    await connect(slack, 'socket', { register: hear(heard) })
    slack.clock.advance(60_000)
    await slack.until(() => slack.deliveries[2]?.outcome, 'the third try')
    expect(heard).toEqual(['early'])
    expect(slack.deliveries.map(({ outcome }) => outcome?.ok)).toEqual([false, false, true])
  })
})

describe('leaving and coming back', () => {
  it('takes a client as long as its ping timeout when the line is cut', async () => {
    const slack = await start()
    const heard: string[] = []
    await connect(slack, 'socket', { clientPingTimeout: 200, register: hear(heard) })
    slack.faults.dropSockets()
    await waitForSockets(slack, 0, 1)
    await waitForSockets(slack, 1, 2)
    slack.dm(slack.addUser('Asker'), 'back')
    await expect.poll(() => heard).toEqual(['back'])
  })

  it.each(['warning', 'refresh_requested'] as const)('happens on %s', async reason => {
    const slack = await start({ lingerMs: 0 })
    await connect(slack, 'socket', { clientPingTimeout: 200 })
    slack.faults.disconnectSockets(reason)
    expect(slack.sockets().open).toBe(0)
    await waitForSockets(slack, 1, 2)
  })

  it.each(['fail', 'reset'] as const)('succeeds although Slack is in trouble at first: %s', async trouble => {
    const slack = await start({ lingerMs: 0 })
    await connect(slack, 'socket', { clientPingTimeout: 200 })
    slack.faults[trouble]({ method: 'apps.connections.open', times: 2 })
    slack.faults.dropSockets()
    await waitForSockets(slack, 1, 2)
  })

  it('takes longer where Slack leaves the line half open, since only a missing pong ends it', async () => {
    const slack = await start({ lingerMs: 30_000 })
    await connect(slack, 'socket', { clientPingTimeout: 300 })
    const before = performance.now()
    slack.faults.disconnectSockets()
    await waitForSockets(slack, 1, 2)
    expect(performance.now() - before).toBeGreaterThan(420)
  })

  it('happens when pings stay without an answer', async () => {
    const slack = await start()
    await connect(slack, 'socket', { clientPingTimeout: 300 })
    await new Promise(resolve => setTimeout(resolve, 250))
    slack.faults.holdPongs()
    await waitForSockets(slack, 1, 2)
    slack.faults.holdPongs(false)
  })

  it('does not happen after Socket Mode was switched off, until it is on again', async () => {
    const slack = await start({ lingerMs: 0 })
    await connect(slack, 'socket', { clientPingTimeout: 100 })
    slack.faults.disconnectSockets('link_disabled')
    await slack.until(
      () => slack.requests.find(({ error }) => error === 'socket_mode_disabled'),
      'a refused connection',
    )
    slack.faults.enableSockets()
    await waitForSockets(slack, 1, 2)
  })
})

describe('commands during a reconnect', () => {
  const register = (app: App) => app.command('/jobs', async ({ ack }) => ack('here'))

  it('are lost with one socket', async () => {
    const slack = await start()
    await connect(slack, 'socket', { register })
    slack.faults.disconnectSockets()
    const asked = slack.slash(slack.addUser('Asker'), '/jobs')
    expect(await asked.failure()).toMatch(/dispatch_failed/)
  })

  it('are lost with two sockets that leave at once, which is why they should not be of one age', async () => {
    const slack = await start()
    await connect(slack, 'socket', { sockets: 2, register })
    slack.faults.disconnectSockets()
    expect(await slack.slash(slack.addUser('Asker'), '/jobs').failure()).toMatch(/dispatch_failed/)
  })

  it('are answered by the second socket for as long as the first one is deaf', async () => {
    const slack = await start({ lingerMs: 30_000 })
    await connect(slack, 'socket', { sockets: 2, register })
    const user = slack.addUser('Asker')
    slack.faults.disconnectSockets('warning', 1)
    const asked = Array.from({ length: 10 }, () => slack.slash(user, '/jobs'))
    const answers = await Promise.all(asked.map(one => one.response()))
    expect(answers.map(({ text }) => text)).toEqual(Array.from({ length: 10 }, () => 'here'))
    expect(slack.sockets()).toEqual({ open: 1, opened: 2 })
  })

  it('are answered with two sockets that leave one after the other', async () => {
    const slack = await start({ lingerMs: 0 })
    await connect(slack, 'socket', { sockets: 2, clientPingTimeout: 200, register })
    const user = slack.addUser('Asker')
    const answers: string[] = []
    const ask = async () => answers.push((await slack.slash(user, '/jobs').response()).text)
    slack.faults.disconnectSockets('refresh_requested', 1)
    await ask()
    await waitForSockets(slack, 2, 3)
    await ask()
    slack.faults.disconnectSockets('refresh_requested', 1)
    await ask()
    await waitForSockets(slack, 2, 4)
    await ask()
    expect(answers).toEqual(['here', 'here', 'here', 'here'])
    expect(slack.deliveries.every(({ outcome }) => outcome?.ok === true)).toBe(true)
  })
})
