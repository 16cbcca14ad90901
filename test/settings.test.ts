import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSettings, settingsSchema } from '../src/settings.ts'

const NAMES = Object.keys(settingsSchema.shape)

function problemOf(env: NodeJS.ProcessEnv): string {
  try {
    loadSettings(env)
  } catch (error) {
    if (error instanceof Error) return error.message
  }
  return 'none'
}

const NO_SLACK = {
  botToken: null,
  appToken: null,
  signingSecret: null,
  apiUrl: null,
  command: '/jobs',
  cards: 'card',
  readsThreads: false,
}

describe('loadSettings', () => {
  it('has a usable default for every setting', () => {
    expect(loadSettings({})).toEqual({
      data: [],
      statePath: join(homedir(), '.local', 'state', 'rolecall'),
      databaseUrl: `sqlite:${join(homedir(), '.local', 'state', 'rolecall', 'rolecall.sqlite')}`,
      defaultCurrency: 'USD',
      maxDocumentBytes: 1_048_576,
      maxSourceBytes: 67_108_864,
      sourceTimeoutMs: 20_000,
      sourceHosts: [],
      privateHosts: [],
      contact: null,
      boardsUrl: null,
      admins: [],
      adminChannel: null,
      alertsBy: 'members',
      timeZone: 'UTC',
      reloadSchedule: '0 */6 * * *',
      maxNew: 500,
      discordToken: null,
      discordReadsContent: false,
      discordApiUrl: null,
      slack: NO_SLACK,
      port: null,
      logLevel: 'info',
    })
  })

  it('takes an empty variable for one that is not set', () => {
    const empty = Object.fromEntries([...NAMES, 'XDG_STATE_HOME'].map(name => [name, '']))
    expect(loadSettings(empty)).toEqual(loadSettings({}))
  })

  it('refuses a currency that nothing can be converted from', () => {
    expect(problemOf({ ROLECALL_CURRENCY: 'XXX' })).toContain('ROLECALL_CURRENCY')
    expect(problemOf({ ROLECALL_CURRENCY: 'usd' })).toContain('ROLECALL_CURRENCY')
  })

  it('ignores variables that are not its own', () => {
    expect(loadSettings({ HOME: '/nowhere', ROLECALL_UNHEARD_OF: 'x' })).toEqual(loadSettings({}))
  })

  it('reads every setting', () => {
    const settings = loadSettings({
      ROLECALL_DATA: './a',
      ROLECALL_STATE: '/var/lib/rolecall',
      ROLECALL_CURRENCY: 'EUR',
      ROLECALL_MAX_DOCUMENT_BYTES: '2000',
      ROLECALL_MAX_SOURCE_BYTES: '9000',
      ROLECALL_SOURCE_TIMEOUT_MS: '5000',
      ROLECALL_SOURCE_HOSTS: 'cdn.example.com, www.example.org',
      ROLECALL_PRIVATE_HOSTS: '127.0.0.1:8080',
      ROLECALL_CONTACT: 'https://example.com/bot',
      ROLECALL_BOARDS_URL: 'http://127.0.0.1:8081',
      DATABASE_URL: 'sqlite:/var/lib/other.sqlite',
      ROLECALL_RELOAD: '30 2 * * 1-5',
      ROLECALL_MAX_NEW: '40',
      ROLECALL_ADMINS: 'discord:1, discord:role:2',
      ROLECALL_ADMIN_CHANNEL: 'discord:3',
      DISCORD_TOKEN: 'secret',
      ROLECALL_DISCORD_MESSAGE_CONTENT: 'on',
      DISCORD_API_URL: 'http://127.0.0.1:8080/api',
      LOG_LEVEL: 'debug',
    })
    expect(settings).toEqual({
      data: ['./a'],
      statePath: '/var/lib/rolecall',
      databaseUrl: 'sqlite:/var/lib/other.sqlite',
      defaultCurrency: 'EUR',
      maxDocumentBytes: 2000,
      maxSourceBytes: 9000,
      sourceTimeoutMs: 5000,
      sourceHosts: ['cdn.example.com', 'www.example.org'],
      privateHosts: ['127.0.0.1:8080'],
      contact: 'https://example.com/bot',
      boardsUrl: 'http://127.0.0.1:8081',
      admins: ['discord:1', 'discord:role:2'],
      adminChannel: 'discord:3',
      alertsBy: 'members',
      timeZone: 'UTC',
      reloadSchedule: '30 2 * * 1-5',
      maxNew: 40,
      discordToken: 'secret',
      discordReadsContent: true,
      discordApiUrl: 'http://127.0.0.1:8080/api',
      slack: NO_SLACK,
      port: null,
      logLevel: 'debug',
    })
  })

  it('takes off for no schedule, and refuses what is none', () => {
    expect(loadSettings({ ROLECALL_RELOAD: 'off' }).reloadSchedule).toBeNull()
    expect(problemOf({ ROLECALL_RELOAD: 'hourly please' })).toContain('ROLECALL_RELOAD')
    expect(problemOf({ ROLECALL_RELOAD: '0 99 * * *' })).toContain('ROLECALL_RELOAD')
    expect(problemOf({ ROLECALL_MAX_NEW: '0' })).toContain('ROLECALL_MAX_NEW')
  })

  it('reads several sources, separated by commas or lines', () => {
    expect(loadSettings({ ROLECALL_DATA: ' ./a, /b c/d ,\n./e\n' }).data).toEqual(['./a', '/b c/d', './e'])
  })

  it('puts the state into the folder of XDG_STATE_HOME where there is one', () => {
    const { statePath, databaseUrl } = loadSettings({ XDG_STATE_HOME: '/srv/xdg' })
    expect(statePath).toBe(join('/srv/xdg', 'rolecall'))
    expect(databaseUrl).toBe(`sqlite:${join('/srv/xdg', 'rolecall', 'rolecall.sqlite')}`)
  })

  it('prefers ROLECALL_STATE, and keeps the database there', () => {
    const settings = loadSettings({ XDG_STATE_HOME: '/srv/xdg', ROLECALL_STATE: '/srv/state' })
    expect(settings.statePath).toBe('/srv/state')
    expect(settings.databaseUrl).toBe(`sqlite:${join('/srv/state', 'rolecall.sqlite')}`)
  })

  it.each([
    ['ROLECALL_CURRENCY', 'euro'],
    ['ROLECALL_MAX_DOCUMENT_BYTES', 'many'],
    ['ROLECALL_MAX_DOCUMENT_BYTES', '0'],
    ['ROLECALL_MAX_DOCUMENT_BYTES', '1.5'],
    ['ROLECALL_MAX_SOURCE_BYTES', '0'],
    ['ROLECALL_SOURCE_TIMEOUT_MS', '-1'],
    ['ROLECALL_CONTACT', 'me\r\nX-Other: header'],
    ['ROLECALL_BOARDS_URL', 'ftp://localhost'],
    ['DATABASE_URL', 'sqlite:'],
    ['DATABASE_URL', 'mysql://localhost'],
    ['ROLECALL_ADMIN_CHANNEL', '123'],
    ['ROLECALL_DISCORD_MESSAGE_CONTENT', 'yes'],
    ['DISCORD_API_URL', 'ftp://localhost'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(problemOf({ [name]: value })).toMatch(new RegExp(`^${name}: `))
  })

  it('names every wrong variable at once', () => {
    const problem = problemOf({
      ROLECALL_CURRENCY: 'euro',
      ROLECALL_DATA: './fine',
      ROLECALL_MAX_DOCUMENT_BYTES: 'many',
      DATABASE_URL: 'nowhere',
      LOG_LEVEL: 'loud',
    })
    const named = NAMES.filter(name => problem.includes(`${name}: `))
    expect(named).toEqual(['ROLECALL_CURRENCY', 'ROLECALL_MAX_DOCUMENT_BYTES', 'DATABASE_URL', 'LOG_LEVEL'])
  })

  it('fails with a code that tells a person what to do', () => {
    expect(() => loadSettings({ LOG_LEVEL: 'loud' })).toThrow(
      expect.objectContaining({ code: 'SETTINGS_INVALID' }),
    )
  })

  it('does not repeat the value of a wrong variable, which may hold a password', () => {
    expect(problemOf({ DATABASE_URL: 'postgres://rolecall:hunter2@localhost' })).not.toContain('hunter2')
  })
})

describe('settingsSchema', () => {
  it.each(NAMES)('describes %s', name => {
    const described = Object.entries(settingsSchema.shape).find(([key]) => key === name)?.[1].description
    expect(described).toMatch(/\w+ \w+/)
  })

  it.each(NAMES)('has %s in the README', name => {
    expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toContain(`\`${name}\``)
  })
})
