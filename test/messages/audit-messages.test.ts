import { describe, expect, it } from 'vitest'
import { describeUse } from '../../src/messages/audit-messages.ts'

describe('describeUse', () => {
  it.each([
    ['hide', { what: 'company', value: 'Acme' }, 'hid company Acme'],
    ['unhide', { what: '', value: '' }, 'listed what is hidden'],
    ['admin-pause', { alert: 'k7fqm', isPaused: false }, 'let alert k7fqm go on'],
    ['server-settings', { values: { answers: ['place'] } }, 'saved the settings of a server'],
    ['sources', { step: 'list', address: '' }, 'sources: list'],
    [
      'reload-outcome',
      { outcome: 'held', added: 1200, changed: 1, gone: 0 },
      'a reload was held back: 1,200 new, 1 changed, 0 gone',
    ],
    ['discard-reload', {}, 'had the postings dropped that were held back'],
  ])('says of %s what was done', (action, given, said) => {
    expect(describeUse({ action, given })).toBe(said)
  })

  it('says of a report what is wrong and what was written about it', () => {
    const given = { postingId: 'abc', values: { kind: ['fraud'], note: ['asks for money'] } }
    expect(describeUse({ action: 'report', given })).toBe(
      'reported posting abc: It is a scam, or not a job, “asks for money”',
    )
  })

  it.each(['something-new', 'constructor', '__proto__'])(
    'names %s where it knows no words for it',
    action => {
      expect(describeUse({ action, given: {} })).toBe(action)
    },
  )
})
