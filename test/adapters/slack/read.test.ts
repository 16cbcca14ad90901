import type { SlashCommand } from '@slack/bolt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeMember, WORKSPACE_ADMINS } from '../../../adapters/slack/member.ts'
import {
  isSaid,
  readMessagePlace,
  readMessageText,
  readMetadata,
  readSlashCall,
  type ViewMetadata,
  writeMetadata,
} from '../../../adapters/slack/read.ts'

const BOT = 'U0BOT'
const MESSAGE = { channel: 'C1', ts: '1.1', user: 'U1', text: 'go' }
const read = (text: string) => readMessageText({ ...MESSAGE, text }, BOT)
const call = (text: string) => readSlashCall({ text } as SlashCommand)

describe('the words of a message', () => {
  it.each([
    [`<@${BOT}> go jobs`, 'go jobs'],
    ['pay &gt; 100k &amp; remote', 'pay > 100k & remote'],
    ['like <https://example.com/a|example.com/a>', 'like example.com/a'],
    ['like <https://example.com/a>', 'like https://example.com/a'],
    ['as in <#C1|jobs>', 'as in jobs'],
    ['for <@U2|ann>', 'for <@U2>'],
    ['3 &lt; 4', '3 < 4'],
  ])('of %s are %s', (text, words) => {
    expect(read(text)).toBe(words)
  })

  it('are read of any text, in time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '|', '@', '&', 'a', ';') }),
        text => void read(text),
      ),
    )
    const before = performance.now()
    read('<'.repeat(100_000))
    read(`${'<a|'.repeat(30_000)}>`)
    expect(performance.now() - before).toBeLessThan(1000)
  })
})

describe('the words of a command', () => {
  it.each([
    ['', 'help', {}],
    ['remote go jobs', 'search', { question: 'remote go jobs' }],
    ['alert remote go', 'alert create', { question: 'remote go' }],
    ['alerts', 'alert list', {}],
    ['alert transfer k7fqm <@U2|ann>', 'alert transfer', { alert: 'k7fqm', to: '<@U2>' }],
    ['admin reload dry-run', 'admin reload', { 'dry-run': 'true' }],
  ])('“%s” are %s', (text, id, values) => {
    expect(call(text)).toEqual({ id, values })
  })
})

describe('what is said', () => {
  it('is what people write, not what Slack or bots do', () => {
    expect(isSaid(MESSAGE)).toBe(true)
    expect(isSaid({ ...MESSAGE, subtype: 'message_changed' })).toBe(false)
    expect(isSaid({ ...MESSAGE, bot_id: 'B1' })).toBe(false)
    expect(isSaid({ ...MESSAGE, subtype: 'file_share' })).toBe(true)
  })

  it('is answered in its thread, which begins with it in a channel', () => {
    expect(readMessagePlace(MESSAGE, 'T1')).toMatchObject({ threadTs: '1.1', isNewThread: true })
    expect(readMessagePlace({ ...MESSAGE, thread_ts: '0.1' }, 'T1')).toMatchObject({
      threadTs: '0.1',
      isNewThread: false,
    })
    expect(readMessagePlace({ ...MESSAGE, channel: 'D1' }, 'T1')).toMatchObject({
      threadTs: null,
      isDirect: true,
    })
  })
})

describe('what a view keeps', () => {
  const metadata: ViewMetadata = {
    teamId: 'T1',
    channelId: 'C1',
    threadTs: null,
    isNewThread: false,
    userId: 'U1',
    isDirect: false,
    key: 'abc',
    origin: { messageTs: '1.1', isEphemeral: true, responseUrl: 'https://hooks.slack.com/actions/1' },
  }

  it('comes back as it was', () => {
    expect(readMetadata(writeMetadata(metadata))).toEqual(metadata)
  })

  it('leaves the way back out where Slack would not take it', () => {
    const long = {
      messageTs: '1.1',
      isEphemeral: true,
      responseUrl: `https://hooks.slack.com/${'x'.repeat(4000)}`,
    }
    const written = writeMetadata({ ...metadata, origin: long })
    expect(written.length).toBeLessThanOrEqual(3000)
    expect(readMetadata(written)).toEqual({ ...metadata, origin: null })
  })

  it.each(['', '{', '{}', 'null', '{"key":1}'])('is nothing where it holds %s', text => {
    expect(readMetadata(text)).toBeNull()
  })
})

describe('makeMember', () => {
  it.each([
    [
      'an admin',
      { is_admin: true, team_id: 'T1' },
      { managesServer: true, isGuest: false, groups: [WORKSPACE_ADMINS] },
    ],
    ['a member', { team_id: 'T1' }, { managesServer: false, managesChannel: true, isGuest: false }],
    ['a guest', { is_restricted: true }, { managesChannel: false, isGuest: true }],
    [
      'an admin of another workspace',
      { is_admin: true, team_id: 'T2' },
      { managesServer: false, isGuest: true },
    ],
    [
      'a colleague in the same organisation',
      { team_id: 'T2', enterprise_user: { teams: ['T1', 'T2'] } },
      { managesChannel: true, isGuest: false },
    ],
    ['somebody unknown', null, { managesChannel: false, isGuest: true, groups: [] }],
  ])('knows %s', (_, user, member) => {
    expect(makeMember('U1', user, 'T1')).toMatchObject({ id: 'slack:U1', ...member })
  })
})
