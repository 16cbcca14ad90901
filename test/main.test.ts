import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { controlOf, numbersOf, textOf } from './adapters/discord/open-rolecall.ts'
import type { FakeDiscord } from './fakes/discord/fake-discord.ts'
import { trackOpened } from './fakes/discord/track-opened.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const opened = trackOpened()
const folders: string[] = []
const children: ChildProcess[] = []
/** On a busy machine. */
const START_MS = 40_000

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await opened.closeAll()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-'))
  folders.push(folder)
  return folder
}

/** Starts the program as `npm start` does. */
function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', HOME: makeFolder(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  const exit = new Promise<number | null>(resolve => void child.once('exit', resolve))
  return { child, exit, said: () => said }
}

async function openDiscord() {
  const discord = await opened.start()
  const guild = discord.addGuild('Server')
  discord.addChannel(guild, 'jobs')
  const user = discord.addUser('Asker')
  discord.addMember(guild, user)
  return { discord, user, env: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url } }
}

async function untilAnswering(discord: FakeDiscord, started = 0): Promise<void> {
  const isReady = () => discord.gateway().identified > started && discord.commands().length > 0
  await discord.until(() => (isReady() ? true : null), 'the program', START_MS)
}

describe('npm start', () => {
  it('answers in Discord where a token is set, keeps its state over a restart, and stops on a signal', async () => {
    const { discord, user, env } = await openDiscord()
    const settings = { ...env, ROLECALL_DATA: join(root, 'data/postings'), ROLECALL_STATE: makeFolder() }
    const first = start(settings)
    await untilAnswering(discord)
    const list = await discord.slash(user, 'jobs search', { question: 'python' }).response(START_MS)
    expect(numbersOf(list)).toEqual([1, 2, 3, 4])
    first.child.kill('SIGTERM')
    expect(await first.exit).toBe(0)
    const second = start(settings)
    await untilAnswering(discord, 1)
    const turned = discord
      .click(list, controlOf(list, 'More'), user)
      .messageThat(message => numbersOf(message)[0] === 5, START_MS)
    expect((await turned).id).toBe(list.id)
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)
    second.child.kill('SIGINT')
    expect(await second.exit).toBe(0)
  }, 180_000)

  it('has no samples for a server: it says that there are no postings yet', async () => {
    const { discord, user, env } = await openDiscord()
    start(env)
    await untilAnswering(discord)
    const answer = await discord.slash(user, 'jobs search', { question: 'python' }).response(START_MS)
    expect(textOf(answer)).toContain('There are no postings yet')
  }, 90_000)

  it('says what to do about a token that Discord refuses, without repeating it, and exits with 1', async () => {
    const { env } = await openDiscord()
    const { exit, said } = start({ ...env, DISCORD_TOKEN: 'wrong-token' })
    expect(await exit).toBe(1)
    expect(said()).toContain('Discord does not accept the token')
    expect(said()).not.toContain('wrong-token')
  }, 90_000)

  it('is a chat in the terminal where no platform is set', async () => {
    const { exit, said } = start({})
    expect(await exit).toBe(0)
    expect(said()).toContain('sample postings')
  }, 90_000)
})
