import { describe, expect, it } from 'vitest'
import { createLog } from '../src/log.ts'
import { hasPlatform, openPlatforms } from '../src/open-platforms.ts'
import { loadSettings } from '../src/settings.ts'

const log = createLog('silent')
const BOT = { SLACK_BOT_TOKEN: 'xoxb-1' }

describe('openPlatforms', () => {
  it('opens nothing where nothing is set up', async () => {
    const settings = loadSettings({})
    expect(hasPlatform(settings)).toBe(false)
    expect(await openPlatforms(settings, log)).toEqual({ platforms: [], routes: [] })
  })

  it('lets Slack in over Socket Mode without a route, and over HTTP with one', async () => {
    const socket = await openPlatforms(loadSettings({ ...BOT, SLACK_APP_TOKEN: 'xapp-1' }), log)
    expect(socket.platforms.map(({ id, isConnected }) => [id, isConnected()])).toEqual([['slack', false]])
    expect(socket.routes).toEqual([])
    const http = await openPlatforms(loadSettings({ ...BOT, SLACK_SIGNING_SECRET: 'abc', PORT: '8080' }), log)
    expect(http.routes).toMatchObject([{ method: 'POST', path: '/slack/events' }])
  })

  it.each([
    ['names no way in', BOT, 'SLACK_APP_TOKEN'],
    ['has no port for Slack to send to', { ...BOT, SLACK_SIGNING_SECRET: 'abc' }, 'PORT'],
  ])('refuses a Slack that %s', async (_, env, word) => {
    await expect(openPlatforms(loadSettings(env), log)).rejects.toMatchObject({
      code: 'SETTINGS_INVALID',
      message: expect.stringContaining(word),
    })
  })
})
