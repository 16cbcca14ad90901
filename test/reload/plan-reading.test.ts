import { describe, expect, it } from 'vitest'
import { planReading as plan } from '../../src/reload/worker/plan-reading.ts'

const planReading = (answering: number | null, cores: number, isPractised = false) =>
  plan({ answering, cores, isPractised })

describe('planReading', () => {
  it('takes every core before anything answers, and stays in the thread that would wait anyway', () => {
    expect(planReading(null, 4)).toMatchObject({ isApart: false, threads: 4 })
  })

  it('leaves a core to the answers, and all reading to threads', () => {
    expect(planReading(100_000, 4)).toEqual({
      isApart: true,
      here: 0,
      threads: 3,
      isEager: true,
      isFrugal: false,
    })
  })

  it('makes a small catalog in the thread that answers, but lets it read no first document', () => {
    expect(planReading(50, 4)).toMatchObject({ isApart: false, here: 0, threads: 1 })
    expect(planReading(50, 4, true).here).toBeGreaterThan(0)
  })

  it('does all of it in threads on a single core, which give their memory back, but for a small catalog', () => {
    expect(planReading(null, 1)).toEqual({
      isApart: true,
      here: 0,
      threads: 1,
      isEager: false,
      isFrugal: true,
    })
    expect(planReading(100_000, 1)).toEqual({
      isApart: true,
      here: 0,
      threads: 1,
      isEager: false,
      isFrugal: true,
    })
    expect(planReading(50, 1)).toMatchObject({ isApart: false, isFrugal: true })
  })
})
