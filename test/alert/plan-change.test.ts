import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDefaultOptions } from '../../src/alert/default-options.ts'
import { type Listed, noteSightings } from '../../src/alert/note-sightings.ts'
import { createPlanner } from '../../src/alert/plan-change.ts'
import type { Sighting } from '../../src/alert/sighting.ts'
import { hasBit } from '../../src/catalog/bit-set.ts'
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts'
import type { CatalogChange } from '../../src/catalog/catalog-change.ts'
import { hidePostings } from '../../src/catalog/hide-postings.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { makePosting } from '../catalog/make-posting.ts'

const DAY_MS = 86_400_000
const START = Date.parse('2026-06-01T09:00:00Z')

/** Few roles under many ids, so that some are reposts of others; two sources; some that close. */
const posting = fc
  .record({
    id: fc.nat({ max: 9 }),
    role: fc.nat({ max: 3 }),
    sourceName: fc.constantFrom('board', 'feed'),
    closesAt: fc.constantFrom(null, '2026-06-03', '2026-07-20'),
  })
  .map(({ id, role, sourceName, closesAt }): Posting => {
    const text = `Crew ${role} keeps machine ${role * 31} of plant ${role * 17} running in Go.`
    const facts = { title: `Go Engineer ${role}`, company: `Plant ${role}`, skills: ['go'], text }
    const own = { id: `p${id}`, path: `${id}.md`, url: `https://example.com/${id}` }
    return makePosting({ ...own, ...facts, sourceName, closesAt })
  })

const move = fc.record({
  postings: fc.uniqueArray(posting, { selector: ({ id }) => id, maxLength: 8 }),
  hidden: fc.option(
    fc.nat({ max: 3 }).map(role => `Plant ${role}`),
    { freq: 4 },
  ),
  cause: fc.constantFrom('reload', 'reload', 'undo', 'hide', 'start'),
  days: fc.constantFrom(0.01, 1, 31),
  isRestarted: fc.boolean(),
  readsAhead: fc.boolean(),
})

type Move = typeof move extends fc.Arbitrary<infer T> ? T : never

function* makeChanges(moves: readonly Move[]): Generator<CatalogChange> {
  let before: Catalog | null = null
  let time = START
  for (const { postings, hidden, cause, days } of moves) {
    time += days * DAY_MS
    const hides = hidden === null ? [] : [{ kind: 'company', value: hidden } as const]
    const after = hidePostings(createCatalog(postings), hides)
    const isStart = before === null || cause === 'start'
    const change = { at: new Date(time), after, added: [], changed: [], gone: [] }
    yield isStart ? { ...change, cause: 'start', before: null } : { ...change, cause, before }
    before = after
  }
}

/** What some of them mean depends on the companies that are there, and on the words of the postings. */
const QUESTIONS = ['go', 'plant 1', 'plant 2 running', 'crew or machine', 'not at Plant 3, go']

async function openWatched(): Promise<Store> {
  const store = await openStore('sqlite::memory:')
  const at = new Date(START - DAY_MS)
  for (const [number, question] of QUESTIONS.entries())
    await store.subscriptions.add({
      id: `sub${number}`,
      question,
      target: { type: 'channel', platform: 'discord', serverId: 's', channelId: `c${number}` },
      ownerId: 'discord:ann',
      ...makeDefaultOptions('channel', 'UTC'),
      paused: null,
      createdAt: at,
      since: at,
      heardAt: at,
    })
  return store
}

async function loadAll({ sightings, deliveries }: Store) {
  const ids = (await sightings.listKeys(null, 1000)).map(({ id }) => id)
  const seen = await sightings.listByIds(ids)
  const planned = await deliveries.listByPostings(ids)
  const told = planned.map(({ place, postingId, revision, kind, state, rule, body }) =>
    JSON.stringify({ place, postingId, revision, kind, state, rule, body }),
  )
  return { sightings: new Map(seen.map(one => [one.id, one])), told: told.sort() }
}

/** Holds every posting against everything that was ever seen, as if nothing were known of the change before. */
function createModel() {
  const seen = new Map<string, Sighting>()
  const sources = new Set<string>()
  return {
    seen,
    note({ after, cause, at }: CatalogChange): void {
      const day = at.toISOString().slice(0, 10)
      const listed = after.entries.flatMap((entry, number): Listed[] => {
        const { closesAt, id } = entry.posting
        const isOpen = !hasBit(after.hidden, number) && (closesAt === null || closesAt >= day)
        return isOpen ? [{ entry, number, ids: [id, ...entry.alsoIds] }] : []
      })
      const openIds = new Set(listed.flatMap(({ ids }) => ids))
      const known = [...seen.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
      const input = { cause, at, listed, known, openIds, sources, readSources: new Set<string>() }
      for (const one of noteSightings(input).sightings) {
        const { postingId, lastSeen, closedSince, closedBy, openings } = one
        const again = { postingId, lastSeen, closedSince, closedBy, openings }
        seen.set(one.id, { ...(seen.get(one.id) ?? one), ...again })
      }
      for (const { posting: one } of after.entries) sources.add(one.sourceName)
    },
  }
}

describe('createPlanner', () => {
  it('plans the same from what a change touches and what was read before, over restarts, as from everything anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 2, maxLength: 6 }), async moves => {
        const [onward, anew] = [await openWatched(), await openWatched()]
        const model = createModel()
        let planner = createPlanner(onward, 'USD')
        for (const [at, change] of [...makeChanges(moves)].entries()) {
          model.note(change)
          await planner.plan(change)
          await planner.prepare(() => true)
          for (const one of await onward.subscriptions.listAll())
            if (moves[at]?.readsAhead) await planner.readAhead(one)
          if (moves[at]?.isRestarted) planner = createPlanner(onward, 'USD')
          await createPlanner(anew, 'USD').plan(change)
        }
        const [one, other] = [await loadAll(onward), await loadAll(anew)]
        expect(one).toEqual(other)
        expect(one.sightings).toEqual(model.seen)
        await onward.close()
        await anew.close()
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('reads the question of an alert that was just made, and forgets no other for it', async () => {
    const store = await openWatched()
    const planner = createPlanner(store, 'USD')
    const after = createCatalog([makePosting({ title: 'Go Engineer', skills: ['go'] })])
    const start = {
      cause: 'start',
      at: new Date(START),
      before: null,
      added: [],
      changed: [],
      gone: [],
    } as const
    await planner.plan({ ...start, after })
    await planner.prepare(() => true)
    const listQuestions = async () => (await store.readings.list(null, 100)).map(({ key }) => key)
    const before = await listQuestions()
    expect(before.length).toBeGreaterThan(0)
    const [known] = await store.subscriptions.listAll()
    if (known === undefined) throw new Error('there is no alert')
    await planner.readAhead({ ...known, id: 'new', question: 'go, at most 3 years' })
    expect((await listQuestions()).filter(key => !before.includes(key))).toEqual([
      expect.stringContaining('at most 3 years'),
    ])
    await planner.plan({ ...start, cause: 'reload', before: after, after })
    await planner.prepare(() => true)
    expect(await listQuestions()).toEqual(expect.arrayContaining([...before]))
    expect(await listQuestions()).toHaveLength(before.length + 1)
    await store.close()
  })
})
