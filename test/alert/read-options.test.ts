import { describe, expect, it } from 'vitest'
import { makeDefaultOptions } from '../../src/alert/default-options.ts'
import { readOptions } from '../../src/alert/read-options.ts'

const texts = { cadence: 'daily', time: '08:30 Europe/Berlin', quiet: '', cap: '', also: [] }
const read = (change: Partial<typeof texts>) =>
  readOptions({ ...texts, ...change }, makeDefaultOptions('channel', 'UTC'))

describe('readOptions', () => {
  it('reads when to tell, and keeps what is left empty', () => {
    const schedule = { cadence: 'daily', at: 510, zone: 'Europe/Berlin', quiet: null }
    expect(read({})).toMatchObject({ schedule, capADay: 10 })
  })

  it.each([
    ['22:00-07:00', { from: 1320, to: 420 }],
    ['10pm – 7am', { from: 1320, to: 420 }],
    ['22 to 7', { from: 1320, to: 420 }],
  ])('reads the quiet hours %o', (quiet, hours) => {
    expect(read({ quiet })).toMatchObject({ schedule: { quiet: hours } })
  })

  it.each(['22:00-22:00', 'soon', '22:00', '1-2-3', '25:00-07:00'])('takes %o for no quiet hours', quiet => {
    expect(read({ quiet })).toEqual({ field: 'quiet', text: quiet })
  })

  it.each([
    ['time', { time: '25:99' }, '25:99'],
    ['zone', { time: '09:00 Nowhere' }, 'Nowhere'],
    ['cap', { cap: '0' }, '0'],
    ['cap', { cap: '1001' }, '1001'],
    ['cap', { cap: 'many' }, 'many'],
  ])('says that it cannot read the %s', (field, change, text) => {
    expect(read(change)).toEqual({ field, text })
  })
})
