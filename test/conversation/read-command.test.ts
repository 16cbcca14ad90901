import { describe, expect, it } from 'vitest'
import { readCommand, readText } from '../../src/conversation/read-command.ts'

describe('readText', () => {
  it.each([
    ['admin status', 'status'],
    ['Admin  Log', 'audit-log'],
    ['/jobs-admin undo', 'undo-reload'],
    ['jobs admin subscriptions', 'admin-alerts'],
    ['admin hide company Acme', 'hide'],
    ['admin settings', 'server-settings'],
  ])('reads %o as the admin command', (text, type) => {
    expect(readText(text, null)).toMatchObject({ type })
  })

  it.each(['stop', 'Unsubscribe', 'please cancel my alert', 'turn off all my notifications'])(
    'reads %o as asking for the alerts that can be ended',
    text => {
      expect(readText(text, null)).toEqual({ type: 'alert-list', offset: 0 })
    },
  )

  it.each(['stop motion jobs', 'cancel culture', 'delete the alert engineer role'])(
    'reads %o as a question',
    text => {
      expect(readText(text, null)).toMatchObject({ type: 'search' })
    },
  )

  it.each(['admin', 'admin log analyst', 'admin jobs', 'network admin status', 'admin status engineer'])(
    'reads %o as a question',
    text => {
      expect(readText(text, null)).toMatchObject({ type: 'search', question: text })
    },
  )
})

describe('readCommand', () => {
  it('drops what is held back where it is told to use and to drop it', () => {
    const values = { confirm: 'true', discard: 'true' }
    expect(readCommand({ id: 'admin reload', values }, null)).toEqual({ type: 'discard-reload' })
  })

  it('takes a number as the posting of the last list, and any other as it is written', () => {
    const conversation = { question: 'go', listedIds: ['abc', 'def'], nextOffset: 2 }
    const hide = (what: string, value: string) =>
      readCommand({ id: 'admin hide', values: { what, value } }, conversation)
    expect(hide('posting', '#2')).toEqual({ type: 'hide', what: 'posting', value: 'def' })
    expect(hide('posting', '7')).toEqual({ type: 'hide', what: 'posting', value: '7' })
    expect(hide('company', '2')).toEqual({ type: 'hide', what: 'company', value: '2' })
  })
})
