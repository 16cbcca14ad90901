import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromLocal, isTimeZone, toLocal } from '../../src/alert/local-time.ts'
import { endOfQuiet, nextMorning, nextTime, startOfDay } from '../../src/alert/schedule.ts'
import type { Schedule } from '../../src/alert/subscription.ts'

const HOUR_MS = 3_600_000
const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'] as const

function makeSchedule(changed: Partial<Schedule>): Schedule {
  return { cadence: 'daily', at: 9 * 60, weekday: 1, zone: 'UTC', quiet: null, ...changed }
}

/** The times at which a schedule tells, one after the other. */
function listTimes(schedule: Schedule, from: string, count: number): string[] {
  const times: string[] = []
  let time = new Date(from)
  for (let index = 0; index < count; index++) {
    time = nextTime(schedule, time)
    times.push(time.toISOString())
  }
  return times
}

describe('nextTime', () => {
  it('tells at once, or at the next full hour', () => {
    const at = new Date('2026-06-01T09:00:00Z')
    expect(nextTime(makeSchedule({ cadence: 'instant' }), at)).toEqual(at)
    expect(nextTime(makeSchedule({ cadence: 'hourly' }), at)).toEqual(new Date('2026-06-01T10:00:00Z'))
  })

  it.each([
    ['Europe/Berlin', '2026-03-28T12:00:00Z', ['2026-03-29T07:00', '2026-03-30T07:00']],
    ['Europe/Berlin', '2026-10-24T12:00:00Z', ['2026-10-25T08:00', '2026-10-26T08:00']],
    ['America/New_York', '2026-03-07T15:00:00Z', ['2026-03-08T13:00', '2026-03-09T13:00']],
    ['America/New_York', '2026-10-31T15:00:00Z', ['2026-11-01T14:00', '2026-11-02T14:00']],
    ['Australia/Lord_Howe', '2026-04-04T00:00:00Z', ['2026-04-04T22:30', '2026-04-05T22:30']],
    ['Australia/Lord_Howe', '2026-10-03T00:00:00Z', ['2026-10-03T22:00', '2026-10-04T22:00']],
  ])('tells daily at nine in %s over the change after %s', (zone, from, times) => {
    expect(listTimes(makeSchedule({ zone }), from, 2)).toEqual(times.map(time => `${time}:00.000Z`))
  })

  it.each([
    ['Europe/Berlin', '2026-03-20T12:00:00Z', ['2026-03-23T08:00', '2026-03-30T07:00']],
    ['Europe/Berlin', '2026-10-16T12:00:00Z', ['2026-10-19T07:00', '2026-10-26T08:00']],
    ['America/New_York', '2026-02-27T12:00:00Z', ['2026-03-02T14:00', '2026-03-09T13:00']],
    ['America/New_York', '2026-10-23T12:00:00Z', ['2026-10-26T13:00', '2026-11-02T14:00']],
    ['Australia/Lord_Howe', '2026-03-27T12:00:00Z', ['2026-03-29T22:00', '2026-04-05T22:30']],
    ['Australia/Lord_Howe', '2026-09-25T12:00:00Z', ['2026-09-27T22:30', '2026-10-04T22:00']],
  ])('tells every Monday at nine in %s over the change after %s', (zone, from, times) => {
    expect(listTimes(makeSchedule({ cadence: 'weekly', zone }), from, 2)).toEqual(
      times.map(time => `${time}:00.000Z`),
    )
  })

  it('tells once on the day on which its time is skipped, and once where it comes twice', () => {
    const night = makeSchedule({ at: 150, zone: 'Europe/Berlin' })
    expect(listTimes(night, '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ])
    expect(listTimes(night, '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ])
  })

  it('tells in every zone on each day exactly once, at its time wherever the clock shows it', () => {
    const start = Date.UTC(2026, 0, 1)
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 700 * 24 }),
        (zone, at, hours) => {
          const from = new Date(start + hours * HOUR_MS)
          const schedule = makeSchedule({ zone, at })
          const first = nextTime(schedule, from)
          const second = nextTime(schedule, first)
          const [a, b] = [toLocal(first, zone), toLocal(second, zone)]
          expect(first > from).toBe(true)
          expect(second.getTime() - first.getTime()).toBeGreaterThan(22 * HOUR_MS)
          expect(second.getTime() - first.getTime()).toBeLessThan(26 * HOUR_MS)
          expect(a.day === b.day && a.month === b.month).toBe(false)
          // Forward by at most an hour where the clock skips the time.
          expect([0, 30, 60]).toContain((((a.minutes - at) % 1440) + 1440) % 1440)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('endOfQuiet', () => {
  const quiet = { from: 22 * 60, to: 7 * 60 }

  it.each([
    ['2026-06-01T21:59:00Z', null],
    ['2026-06-01T22:00:00Z', '2026-06-02T07:00:00.000Z'],
    ['2026-06-02T03:00:00Z', '2026-06-02T07:00:00.000Z'],
    ['2026-06-02T07:00:00Z', null],
  ])('at %s lets go at %s', (at, end) => {
    expect(endOfQuiet(makeSchedule({ quiet }), new Date(at))?.toISOString() ?? null).toBe(end)
  })

  it('rests within a day, and not at all where it begins when it ends', () => {
    const noon = { from: 12 * 60, to: 13 * 60 }
    const at = new Date('2026-06-01T12:30:00Z')
    expect(endOfQuiet(makeSchedule({ quiet: noon }), at)).toEqual(new Date('2026-06-01T13:00:00Z'))
    expect(endOfQuiet(makeSchedule({ quiet: { from: 720, to: 720 } }), at)).toBeNull()
  })

  it('lets go by the clock of its zone in the night in which that changes', () => {
    const schedule = makeSchedule({ quiet, zone: 'Europe/Berlin' })
    expect(endOfQuiet(schedule, new Date('2026-03-28T22:00:00Z'))).toEqual(new Date('2026-03-29T05:00:00Z'))
    expect(endOfQuiet(schedule, new Date('2026-10-24T21:00:00Z'))).toEqual(new Date('2026-10-25T06:00:00Z'))
  })

  it('never lets go before the time it is asked at, nor more than a day after', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.record({ from: fc.integer({ min: 0, max: 1439 }), to: fc.integer({ min: 0, max: 1439 }) }),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        (zone, rest, at) => {
          const end = endOfQuiet(makeSchedule({ zone, quiet: rest }), at)
          if (end === null) return
          expect(end > at).toBe(true)
          expect(end.getTime() - at.getTime()).toBeLessThanOrEqual(26 * HOUR_MS)
        },
      ),
    )
  })
})

describe('startOfDay and nextMorning', () => {
  it('count days by the clock of the zone', () => {
    const schedule = makeSchedule({ zone: 'America/New_York' })
    const at = new Date('2026-06-02T02:00:00Z')
    expect(startOfDay(schedule, at)).toEqual(new Date('2026-06-01T04:00:00Z'))
    expect(nextMorning(schedule, at)).toEqual(new Date('2026-06-02T13:00:00Z'))
  })
})

describe('local time', () => {
  it('knows the names of time zones', () => {
    expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', 'nowhere'].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('goes to the clock and back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (zone, at) => {
          const local = toLocal(at, zone)
          const back = fromLocal(local, local.minutes, zone)
          expect(toLocal(back, zone)).toEqual(local)
        },
      ),
    )
  })
})
