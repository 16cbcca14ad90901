import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createTerminalPlatform, readAbilities } from '../../../adapters/terminal/connect.ts'
import type { Request } from '../../../src/platform.ts'
import { textBlock } from '../../../src/reply.ts'
import { makeBotSide } from '../../fakes/make-bot-side.ts'

/** Types lines into a terminal platform that echoes them, and returns what it said and what it was asked. */
async function converse(typed: string) {
  const input = new PassThrough() as unknown as NodeJS.ReadStream
  const output = new PassThrough()
  const requests: Request[] = []
  const terminal = createTerminalPlatform(
    { input, output: output as unknown as NodeJS.WriteStream, welcome: ['Welcome.'] },
    {},
  )
  const bot = makeBotSide(async request => {
    requests.push(request)
    const text = request.content.type === 'text' ? `echo ${request.content.text}` : 'pressed'
    const buttons = { type: 'buttons', buttons: [{ label: 'More', words: 'more', key: 'key-1' }] } as const
    const working = { blocks: [textBlock('body', 'working')] }
    if (text === 'echo slow') return { ...working, updates: workSlowly() }
    return { blocks: text === 'echo bare' ? [textBlock('body', text)] : [textBlock('body', text), buttons] }
  })
  await terminal.start(bot)
  ;(input as unknown as PassThrough).end(typed)
  await terminal.ended
  await terminal.stop()
  output.end()
  return { said: (await output.toArray()).join(''), requests }
}

async function* workSlowly() {
  yield { blocks: [textBlock('body', 'working on')] }
  await new Promise(resolve => setTimeout(resolve, 20))
  yield { blocks: [textBlock('body', 'done at last')] }
}

describe('the terminal platform', () => {
  it('welcomes, answers line by line in order, and ends with the input', async () => {
    const { said, requests } = await converse('first\n\nsecond\n')
    expect(said.indexOf('Welcome.')).toBe(0)
    expect(said.indexOf('echo first')).toBeGreaterThan(0)
    expect(said.indexOf('echo second')).toBeGreaterThan(said.indexOf('echo first'))
    expect(requests.map(request => request.conversationId)).toEqual(['terminal:local', 'terminal:local'])
  })

  it('presses a button of the last reply by its letter', async () => {
    const { requests } = await converse('first\na\nb\n')
    expect(requests.map(request => request.content)).toEqual([
      { type: 'text', text: 'first' },
      { type: 'press', key: 'key-1' },
      { type: 'text', text: 'b' },
    ])
  })

  it('keeps the letters of the list while one of its postings is shown', async () => {
    const { requests } = await converse('first\nbare\na\n')
    expect(requests.at(-1)?.content).toEqual({ type: 'press', key: 'key-1' })
  })

  it.each([
    ['/admin reload dry-run', 'admin reload', { 'dry-run': 'true' }],
    ['/jobs-admin hide company Acme Robotics', 'admin hide', { what: 'company', value: 'Acme Robotics' }],
    ['/jobs admin status', 'admin status', {}],
  ])('takes “%s” for a command', async (line, id, values) => {
    const { requests } = await converse(`${line}\n`)
    expect(requests.map(request => request.content)).toEqual([{ type: 'command', call: { id, values } }])
  })

  it('takes other lines that begin with a slash for words', async () => {
    const { requests } = await converse('/admin explode\n/help\n')
    expect(requests.map(request => request.content)).toEqual([
      { type: 'text', text: '/admin explode' },
      { type: 'text', text: '/help' },
    ])
  })

  it('waits for the end of a reply that still changes, and shows that', async () => {
    const { said } = await converse('slow\nfirst\n')
    expect(said).not.toContain('working')
    expect(said).toContain('done at last')
    expect(said.indexOf('echo first')).toBeGreaterThan(said.indexOf('done at last'))
  })

  it('leaves at “quit” without asking the bot', async () => {
    const { requests } = await converse('quit\nnever asked\n')
    expect(requests).toEqual([])
  })
})

describe('readAbilities', () => {
  const stream = (properties: object) => properties as NodeJS.WriteStream
  const terminal = { isTTY: true, columns: 100, hasColors: () => true }

  it('is plain text of 80 columns when piped', () => {
    expect(readAbilities(stream({}), {})).toEqual({
      columns: 80,
      pageSize: 3,
      hasColour: false,
      hasLinks: false,
      canPress: false,
    })
  })

  it('uses colour and the width of a terminal', () => {
    expect(readAbilities(stream(terminal), {})).toMatchObject({ columns: 100, hasColour: true })
  })

  it('shows more postings on a higher screen', () => {
    expect(readAbilities(stream({ ...terminal, rows: 40 }), {}).pageSize).toBe(6)
    expect(readAbilities(stream({ ...terminal, rows: 5 }), {}).pageSize).toBe(3)
    expect(readAbilities(stream({ ...terminal, rows: 500 }), {}).pageSize).toBe(8)
  })

  it('keeps lines readable on very wide and very narrow terminals', () => {
    expect(readAbilities(stream({ ...terminal, columns: 300 }), {}).columns).toBe(110)
    expect(readAbilities(stream({ ...terminal, columns: 10 }), {}).columns).toBe(24)
  })

  it('obeys NO_COLOR even against FORCE_COLOR', () => {
    expect(readAbilities(stream({}), { FORCE_COLOR: '1', NO_COLOR: '1' }).hasColour).toBe(false)
    expect(readAbilities(stream({}), { FORCE_COLOR: '1' }).hasColour).toBe(true)
  })
})
