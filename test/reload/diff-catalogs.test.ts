import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts'
import { hidePostings } from '../../src/catalog/hide-postings.ts'
import type { MergedPosting } from '../../src/catalog/merge-duplicates.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { type CatalogDiff, diffCatalogs, hasChanges } from '../../src/reload/diff-catalogs.ts'
import { markets } from '../catalog/image/make-market.ts'
import { makePosting, makeSalary } from '../catalog/make-posting.ts'

const DAY = '2026-06-01'
const NOTHING: CatalogDiff = { added: [], changed: [], gone: [], reposted: [] }

function diff(before: readonly Posting[] | null, after: readonly Posting[], days = [DAY, DAY]): CatalogDiff {
  const date = (postings: readonly Posting[], day = DAY) => ({ catalog: createCatalog(postings), day })
  return diffCatalogs(before === null ? null : date(before, days[0]), date(after, days[1]))
}

const welder = makePosting({ id: 'w', title: 'Welder' })
const baker = makePosting({ id: 'b', title: 'Baker', postedAt: '2026-05-01' })

describe('diffCatalogs', () => {
  it('finds nothing between catalogs that say the same', () => {
    const same = diff([welder, baker], [{ ...baker }, { ...welder }])
    expect(same).toEqual(NOTHING)
    expect(hasChanges(same)).toBe(false)
  })

  it('takes everything for new where there was nothing', () => {
    expect(diff(null, [welder, baker]).added.toSorted()).toEqual(['b', 'w'])
  })

  it('names what came and what went', () => {
    const change = diff([welder], [baker])
    expect(change).toEqual({ ...NOTHING, added: ['b'], gone: ['w'] })
    expect(hasChanges(change)).toBe(true)
  })

  it('names the fields that changed', () => {
    const raised = { ...welder, salary: makeSalary(50_000, 60_000), cities: ['Bern'] }
    expect(diff([welder], [raised]).changed).toEqual([{ postingId: 'w', fields: ['salary', 'cities'] }])
  })

  it('calls a posting with a later date posted again', () => {
    expect(diff([baker], [{ ...baker, postedAt: '2026-05-20' }]).reposted).toEqual(['b'])
    expect(diff([baker], [{ ...baker, postedAt: '2026-04-20' }]).reposted).toEqual([])
  })

  it('takes a posting whose closing date is over for gone, once', () => {
    const closing = { ...welder, closesAt: '2026-06-03' }
    expect(diff([closing], [closing], ['2026-06-03', '2026-06-03'])).toEqual(NOTHING)
    expect(diff([closing], [closing], ['2026-06-03', '2026-06-04']).gone).toEqual(['w'])
    expect(diff([closing], [closing], ['2026-06-04', '2026-06-05'])).toEqual(NOTHING)
  })

  it('takes a posting that was merged into another for the same', () => {
    const url = 'https://jobs.example.com/welder'
    const [first, second] = [
      makePosting({ id: 'u', title: 'Welder', url, path: 'a.md', postedAt: '2026-01-01' }),
      makePosting({ id: 'u', title: 'Welder', url, path: 'b.md' }),
    ]
    expect(diff([second], [first, second])).toMatchObject({ added: [], gone: [] })
    expect(diff([first, second], [second])).toMatchObject({ added: [], gone: [] })
  })

  it('sees no change in two roles that share an address', () => {
    const url = 'https://jobs.example.com/all'
    const both = [
      makePosting({ id: 'u', title: 'Welder', url }),
      makePosting({ id: 'u', title: 'Baker', url }),
    ]
    expect(diff(both, both.toReversed())).toEqual(NOTHING)
  })

  it('takes what is hidden for gone, and what is shown again for new', () => {
    const whole = createCatalog([welder, baker])
    const less = hidePostings(whole, [{ kind: 'posting', value: 'b' }])
    const [all, some] = [whole, less].map(catalog => ({ catalog, day: DAY }))
    if (!all || !some) throw new Error('two catalogs')
    expect(diffCatalogs(all, some)).toEqual({ ...NOTHING, gone: ['b'] })
    expect(diffCatalogs(some, all)).toEqual({ ...NOTHING, added: ['b'] })
  })

  it('says the same whether the catalogs share what is the same in both or not', () => {
    const change = fc.tuple(
      markets,
      fc.array(fc.constantFrom('stays', 'goes', 'comes', 'rises'), { minLength: 24 }),
    )
    fc.assert(
      fc.property(change, ([postings, fates]) => {
        const raise = (posting: Posting) => ({ ...posting, salary: makeSalary(1000, 2000) })
        const before = createCatalog(postings.filter((_, at) => fates[at] !== 'comes'))
        const after = createCatalog(
          postings.flatMap((posting, at) =>
            fates[at] === 'goes' ? [] : [fates[at] === 'rises' ? raise(posting) : posting],
          ),
        )
        const findShared = (entry: MergedPosting) =>
          before.entries.find(other => isDeepStrictEqual({ ...other }, { ...entry })) ?? entry
        const sharing = { ...after, entries: after.entries.map(findShared) }
        const compare = (catalog: Catalog) =>
          diffCatalogs({ catalog: before, day: DAY }, { catalog, day: DAY })
        expect(compare(sharing)).toEqual(compare(after))
      }),
      { numRuns: 100 },
    )
  })
})
