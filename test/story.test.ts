import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import * as onDiscord from './adapters/discord/open-rolecall.ts'
import * as onSlack from './adapters/slack/open-rolecall.ts'
import type { FakeDiscord } from './fakes/discord/fake-discord.ts'
import { trackOpened as trackDiscord } from './fakes/discord/track-opened.ts'
import type { FakeSlack } from './fakes/slack/fake-slack.ts'
import { trackOpened as trackSlack } from './fakes/slack/track-opened.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const [discords, slacks] = [trackDiscord(), trackSlack()]
const folders: string[] = []
const children: ChildProcess[] = []
const WAIT_MS = 40_000
const QUESTION = 'remote ML infra roles over 200k'
/** What is there from the start, and what a reload adds; the files come with the project. */
const FIRST = [
  'clarifai-backend-engineering-manager.md',
  'salesforce-machine-learning-engineer.md',
  'scale-staff-ai-infrastructure-engineer.txt',
  'snap-ml-infrastructure.txt',
]
const ADDED = 'netflix-senior-engineering-manager-model-development-infrastructure.md'

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await discords.closeAll()
  await slacks.closeAll()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-'))
  folders.push(folder)
  return folder
}

function copySample(folder: string, file: string): void {
  copyFileSync(join(root, 'data/postings', file), join(folder, file))
}

/** Starts the program as `npm start` does, on both platforms. */
async function start(discord: FakeDiscord, slack: FakeSlack, data: string, admin: { readonly id: string }) {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: makeFolder(),
      ROLECALL_DATA: data,
      ROLECALL_STATE: makeFolder(),
      ROLECALL_ADMINS: `discord:${admin.id}`,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
      SLACK_BOT_TOKEN: slack.token,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.url,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  children.push(child)
  let said = ''
  child.stderr.on('data', chunk => (said += chunk))
  await discord.until(
    () => (discord.commands().length > 0 ? true : null),
    `the program on Discord: ${said}`,
    WAIT_MS,
  )
  await slack.until(() => (slack.sockets().open > 0 ? true : null), `the program on Slack: ${said}`, WAIT_MS)
}

describe('a day with Rolecall', () => {
  it('answers a member, tells a channel of a new posting once, and takes it back with the reload', async () => {
    const [discord, slack] = [await discords.start(), await slacks.start()]
    const guild = discord.addGuild('Community')
    discord.addChannel(guild, 'jobs')
    const [member, admin] = [discord.addUser('Member'), discord.addUser('Admin')]
    discord.addMember(guild, member)
    discord.addMember(guild, admin, [discord.addRole(guild, 'Team', { permissions: 1n << 5n })])
    const teammate = slack.addUser('Teammate')
    const channel = slack.addChannel('hiring', { members: [teammate, slack.bot] })
    const data = makeFolder()
    for (const file of FIRST) copySample(data, file)
    await start(discord, slack, data, admin)

    const ask = () => discord.slash(member, 'jobs search', { question: QUESTION }).response(WAIT_MS)
    const before = onDiscord.textOf(await ask())
    expect(before).toContain('Salesforce')
    expect(before).not.toContain('Netflix')

    const preview = await slack
      .slash(teammate, '/jobs', `alert ${QUESTION}`, { channel })
      .response(0, WAIT_MS)
    const form = await slack.click(preview, 'Alert this channel…', teammate).modal(WAIT_MS)
    await slack.submitModal(form).acked()
    const toldOf = (company: string) =>
      slack.messages(channel).filter(message => onSlack.textOf(message).includes(company))
    await slack.until(() => toldOf('Salesforce')[0], 'what is open now', WAIT_MS)

    copySample(data, ADDED)
    const reloaded = await discord
      .slash(admin, 'jobs-admin reload')
      .messageThat(message => onDiscord.textOf(message).includes('Reloaded'), WAIT_MS)
    expect(onDiscord.textOf(reloaded)).toContain('Netflix')
    expect(onDiscord.textOf(await ask())).toContain('Netflix')
    await slack.until(() => toldOf('Netflix')[0], 'the alert', WAIT_MS)

    await discord
      .slash(admin, 'jobs-admin reload')
      .messageThat(message => onDiscord.textOf(message).includes('Reloaded'), WAIT_MS)
    expect(toldOf('Netflix')).toHaveLength(1)

    await discord
      .slash(admin, 'jobs-admin undo')
      .messageThat(message => onDiscord.textOf(message).includes('Undone'), WAIT_MS)
    expect(onDiscord.textOf(await ask())).not.toContain('Netflix')
    await slack.until(
      () => toldOf('Netflix').find(message => onSlack.textOf(message).includes('taken back')),
      'the card that says so',
      WAIT_MS,
    )
    expect(toldOf('Netflix')).toHaveLength(1)
  }, 180_000)
})
