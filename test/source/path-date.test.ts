import { describe, expect, it } from 'vitest'
import { readPathDate } from '../../src/source/path-date.ts'

describe('readPathDate', () => {
  it.each([
    ['jobs/C#/2024-05/baker/README.md', '2024-05'],
    ['2026/08/22/baker.md', '2026-08-22'],
    ['posts/20260822-baker.md', '2026-08-22'],
    ['baker-2026-08-22.json', '2026-08-22'],
    ['2024-7222-software-engineer.md', null],
    ['jobs/12026-08-1.md', null],
    ['baker.md', null],
  ])('reads %s as %j', (path, date) => {
    expect(readPathDate(path)).toBe(date)
  })
})
