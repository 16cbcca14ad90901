import { describe, expect, it } from 'vitest'
import { judgeAge } from '../../src/reload/data-age.ts'
import { createSchedule } from '../../src/reload/schedule.ts'

const HOUR_MS = 3_600_000

describe('createSchedule', () => {
  it('knows the time between two reloads', () => {
    expect(createSchedule('0 */6 * * *').intervalMs).toBeGreaterThanOrEqual(5 * HOUR_MS)
    expect(createSchedule('0 */6 * * *').intervalMs).toBeLessThanOrEqual(7 * HOUR_MS)
  })

  it('takes the longest pause, such as that of a weekend', () => {
    expect(createSchedule('0 9 * * 1-5').intervalMs).toBeGreaterThan(70 * HOUR_MS)
  })

  it('names the next time, and runs until it is ended', async () => {
    const schedule = createSchedule('* * * * * *')
    expect(schedule.nextAt()).toBeInstanceOf(Date)
    const ran = Promise.withResolvers<void>()
    const end = schedule.start(async () => ran.resolve())
    await ran.promise
    end()
  })
})

describe('judgeAge', () => {
  const loadedAt = new Date('2026-06-01T00:00:00Z')

  it('calls postings stale once twice the time between two reloads is over', () => {
    expect(judgeAge(loadedAt, 6 * HOUR_MS, new Date('2026-06-01T12:00:00Z')).isStale).toBe(false)
    expect(judgeAge(loadedAt, 6 * HOUR_MS, new Date('2026-06-01T12:00:01Z')).isStale).toBe(true)
  })

  it('calls nothing stale where nothing is scheduled', () => {
    expect(judgeAge(loadedAt, null, new Date('2027-06-01T00:00:00Z')).isStale).toBe(false)
  })
})
