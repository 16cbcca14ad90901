import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderAnswerJson } from '../../../src/answer/answer-json.ts'
import { answerQuery } from '../../../src/answer/answer-query.ts'
import { encodeRecord } from '../../../src/catalog/archive/archive-record.ts'
import { MissingPostings } from '../../../src/catalog/archive/missing-postings.ts'
import type { PostingArchive } from '../../../src/catalog/archive/posting-archive.ts'
import { type Catalog, createCatalog } from '../../../src/catalog/catalog.ts'
import { computeRevision } from '../../../src/catalog/compute-revision.ts'
import { listKeys } from '../../../src/catalog/image/list-keys.ts'
import { imageOf } from '../../../src/catalog/image/open-image.ts'
import { runSteps } from '../../../src/catalog/steps.ts'
import type { Posting } from '../../../src/posting/posting.ts'
import { readQuery } from '../../../src/query/read-query.ts'
import { makePosting } from '../make-posting.ts'
import { SAMPLE_POSTINGS } from '../sample-postings.ts'
import { markets } from './make-market.ts'
import { archivePostings, buildImage, MAX_AGE_DAYS, openImage } from './open-archived.ts'

const QUESTIONS = [
  'all jobs',
  'remote backend over 100k',
  'senior in berlin',
  'servers at kestrel',
  'alpha3',
  'median pay for backend',
  'which companies hire for sre',
  'does the heron labs data analyst need a degree?',
  'what does kestrel pay the backend engineer?',
]

/** Everything that anybody can ask of a catalog. */
function describeCatalog(catalog: Catalog) {
  const context = { now: new Date('2025-03-01'), defaultCurrency: 'USD' }
  const { entries, columns, words, expiresDay, numberOf } = catalog
  return {
    entries: entries.map(({ posting, copies, ...rest }) => ({
      ...rest,
      posting: describePosting(posting),
      copies: copies.map(describePosting),
    })),
    columns,
    words: Array.from(words.words, ([word, frequency]) => [word, frequency, words.postingsOf(word)]),
    expiresDay,
    numbers: entries.flatMap(({ posting, alsoIds }) => [posting.id, ...alsoIds].map(numberOf)),
    revision: computeRevision(catalog),
    answers: QUESTIONS.map(question => {
      const query = readQuery(question, { catalog, ...context })
      return renderAnswerJson(answerQuery(catalog, query, context), null)
    }),
  }
}

function describePosting(posting: Posting) {
  const { key: _, ...facts } = posting as Posting & { readonly key?: string }
  return { ...facts, sections: posting.sections, evidence: posting.evidence }
}

describe('buildImageInSteps', () => {
  it('makes a catalog that answers as one made of the postings themselves', () => {
    const { archive, keys } = archivePostings(SAMPLE_POSTINGS)
    const opened = openImage(archive, buildImage(archive, keys))
    const made = createCatalog(SAMPLE_POSTINGS, { maxAgeDays: MAX_AGE_DAYS })
    expect(describeCatalog(opened)).toEqual(describeCatalog(made))
    expect(describeCatalog(opened).answers[0]?.total).toBeGreaterThan(10)
    archive.close()
  })

  it('does so for any postings, copies of each other or not', () => {
    fc.assert(
      fc.property(markets, postings => {
        const { archive, keys } = archivePostings(postings)
        const opened = openImage(archive, buildImage(archive, keys))
        const made = createCatalog(postings, { maxAgeDays: MAX_AGE_DAYS })
        expect(describeCatalog(opened)).toEqual(describeCatalog(made))
        archive.close()
      }),
      { numRuns: 25 },
    )
  })

  it('makes the same bytes out of an image before, whatever came, went or changed', () => {
    const steps = fc.array(fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), {
      minLength: 2,
      maxLength: 4,
    })
    fc.assert(
      fc.property(markets, steps, (postings, sets) => {
        const { archive, keys } = archivePostings(postings)
        let before = buildImage(archive, keys)
        for (const set of sets) {
          const some = keys.filter((_, at) => set[at])
          const changed = buildImage(archive, some, before)
          expect(changed).toEqual(buildImage(archive, some))
          before = changed
        }
        archive.close()
      }),
      { numRuns: 40 },
    )
  })

  it('takes over the very same postings from the catalog before, and reads those that came', () => {
    const { archive, keys } = archivePostings(SAMPLE_POSTINGS)
    const first = buildImage(archive, keys.slice(2))
    const before = openImage(archive, first)
    const after = openImage(archive, buildImage(archive, keys.slice(0, -2), first), before)
    const old = new Set(before.entries)
    const fresh = after.entries.filter(entry => !old.has(entry))
    expect(fresh.map(({ posting }) => posting.id).sort()).toEqual(
      SAMPLE_POSTINGS.slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    )
    expect(describeCatalog(after)).toEqual(
      describeCatalog(createCatalog(SAMPLE_POSTINGS.slice(0, -2), { maxAgeDays: MAX_AGE_DAYS })),
    )
    archive.close()
  })

  it('looks only at what has something in common with what came, and at the few that tell its place', () => {
    const others = Array.from({ length: 200 }, (_, at) => makePosting({ id: `${at}`, title: `Baker ${at}` }))
    const welders = [makePosting({ id: 'a', title: 'Welder' }), makePosting({ id: 'b', title: 'Welder' })]
    const { archive, keys } = archivePostings([...welders, ...others])
    const before = buildImage(archive, keys.slice(1))
    const seen = new Set<string>()
    const watched: PostingArchive = {
      ...archive,
      loadMarks(asked) {
        for (const key of asked) seen.add(key)
        return archive.loadMarks(asked)
      },
    }
    expect(buildImage(watched, keys, before)).toEqual(buildImage(archive, keys))
    expect(seen).toContain('key-1')
    expect(seen.size).toBeLessThan(20)
    archive.close()
  })

  it('keeps two documents of the same key apart from an image before', () => {
    const { archive, keys } = archivePostings(SAMPLE_POSTINGS)
    const before = buildImage(archive, keys)
    const twice = [...keys, ...keys.slice(0, 3)]
    const image = buildImage(archive, twice, before)
    expect(image).toEqual(buildImage(archive, twice))
    expect(buildImage(archive, keys, image)).toEqual(before)
    archive.close()
  })

  it('passes over rejected documents, and names the postings that the archive lacks', () => {
    const { archive, keys } = archivePostings(SAMPLE_POSTINGS)
    archive.save([encodeRecord('none', { path: 'x.md', reason: 'it is empty' })])
    expect(buildImage(archive, [...keys, 'none'])).toEqual(buildImage(archive, keys))
    expect(() => buildImage(archive, [...keys, 'lost'])).toThrow(new MissingPostings(['lost']))
    archive.close()
  })

  it('reads everything anew where the archive has forgotten what went', () => {
    const { archive, keys } = archivePostings(SAMPLE_POSTINGS)
    const before = buildImage(archive, keys)
    const left = keys.slice(3)
    runSteps(archive.pruneInSteps({ keys: left, versions: [] }))
    expect(buildImage(archive, left, before)).toEqual(buildImage(archive, left))
    archive.close()
  })

  it('holds no posting at all', () => {
    const { archive, keys } = archivePostings(SAMPLE_POSTINGS)
    const empty = buildImage(archive, [])
    expect(openImage(archive, empty).size).toBe(0)
    expect(buildImage(archive, [], buildImage(archive, keys))).toEqual(empty)
    expect(buildImage(archive, keys, empty)).toEqual(buildImage(archive, keys))
    archive.close()
  })
})

describe('openImageInSteps', () => {
  it('opens nothing where the archive lacks one of the postings', () => {
    const { archive, keys } = archivePostings(SAMPLE_POSTINGS)
    const image = buildImage(archive, keys)
    runSteps(archive.pruneInSteps({ keys: keys.slice(1), versions: [] }))
    expect(() => openImage(archive, image)).toThrow(MissingPostings)
    archive.close()
  })

  it('knows the image of the catalog', () => {
    const { archive, keys } = archivePostings(SAMPLE_POSTINGS)
    const image = buildImage(archive, keys)
    const catalog = openImage(archive, image)
    expect(imageOf(catalog)).toBe(image)
    expect(imageOf({ ...catalog, hidden: catalog.hidden })).toBe(image)
    expect(imageOf(createCatalog(SAMPLE_POSTINGS))).toBeNull()
    expect(listKeys(image, 0)).toHaveLength(1)
    archive.close()
  })
})
