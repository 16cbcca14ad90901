import { describe, expect, it } from 'vitest'
import { createPace } from '../../../adapters/discord/pace.ts'

describe('createPace', () => {
  it('lets so many through in any stretch of time, and says how long the next has to wait', () => {
    const pace = createPace(2, 1000)
    expect([pace.take(0), pace.take(400), pace.take(500), pace.take(999)]).toEqual([0, 0, 500, 1])
    expect([pace.take(1000), pace.take(1001), pace.take(1400)]).toEqual([0, 399, 0])
  })
})
