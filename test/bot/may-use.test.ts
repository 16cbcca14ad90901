import { describe, expect, it } from 'vitest'
import { mayUse } from '../../src/bot/may-use.ts'
import type { Member } from '../../src/platform.ts'

const member: Member = {
  id: 'discord:1',
  groups: ['discord:role:2'],
  managesServer: false,
  managesChannel: true,
  isGuest: false,
}
const ruler: Member = { ...member, managesServer: true }

describe('mayUse', () => {
  it('lets anybody use what is for members', () => {
    expect(mayUse('member', member, [])).toBe(true)
  })

  it('lets whoever manages the server use what is for that, and nothing of the admins', () => {
    expect(mayUse('server-manager', member, [])).toBe(false)
    expect(mayUse('server-manager', ruler, [])).toBe(true)
    expect(mayUse('admin', ruler, [])).toBe(false)
  })

  it.each(['discord:1', 'discord:role:2'])('takes for an admin whom the settings call %s', id => {
    expect(mayUse('admin', member, [id])).toBe(true)
    expect(mayUse('server-manager', member, [id])).toBe(true)
  })

  it('takes nobody for an admin by a part of an id or by another platform', () => {
    expect(mayUse('admin', member, ['discord:11', 'discord:role:22', 'slack:1', '1', ''])).toBe(false)
  })

  it('lets the host alone in a terminal do everything', () => {
    expect(mayUse('admin', undefined, [])).toBe(true)
  })
})
