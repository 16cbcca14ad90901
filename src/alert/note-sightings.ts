import type { CatalogChange } from '../catalog/catalog-change.ts'
import type { MergedPosting } from '../catalog/merge-duplicates.ts'
import { describeLikeness, isAlike, type Likeness } from './likeness.ts'
import type { ClosedBy, Sighting } from './sighting.ts'

const DAY_MS = 86_400_000
/** A posting that was away so long is told once more. */
const REOPENED_DAYS = 30

/** A posting that is to be told, by its number in the catalog. */
export interface FreshPosting {
  readonly number: number
  readonly postingId: string
  readonly revision: string
  readonly isReopened: boolean
}

/** What a change of the catalog means beside what was seen before. */
export interface Noted {
  /** New ones, and others as they are now. */
  readonly sightings: readonly Sighting[]
  readonly fresh: readonly FreshPosting[]
  /** Open again after a short while. */
  readonly revived: readonly string[]
  readonly closed: readonly { readonly postingId: string; readonly by: ClosedBy }[]
  /** The id under which a posting was seen first, by any of its ids. */
  readonly firstIds: ReadonlyMap<string, string>
}

/** An open posting with its number in the catalog and all its ids. */
export interface Listed {
  readonly entry: MergedPosting
  readonly number: number
  readonly ids: readonly string[]
}

/** What is held against what was seen before. */
export interface NoteInput extends Pick<CatalogChange, 'cause' | 'at'> {
  /** Every open posting, or those at least that may be other than they were seen. */
  readonly listed: readonly Listed[]
  /** What was seen, by id: of these, of those that may be gone, and of those like them; all ids of each. */
  readonly known: readonly Sighting[]
  /** Every id that leads to an open posting. */
  readonly openIds: ReadonlySet<string>
  /** The sources that were loaded before. */
  readonly sources: ReadonlySet<string>
  /** The sources of which something is there that was seen before. */
  readonly readSources: ReadonlySet<string>
}

/** What is known of one posting under all its ids. */
interface Group {
  readonly postingId: string
  readonly rows: readonly Sighting[]
  isPresent: boolean
}

/** What is found out while the postings are gone through. */
interface Notes {
  readonly at: Date
  readonly sources: ReadonlySet<string>
  readonly groups: Map<string, Group>
  readonly byId: Map<string, Group>
  readonly likenessOf: (entry: MergedPosting) => Likeness
  readonly sightings: Sighting[]
  readonly fresh: FreshPosting[]
  readonly revived: string[]
}

/**
 * Holds the postings against those seen before: which are new, which are back, which are gone. Postings of a source
 * that is loaded for the first time are seen, and not told.
 * @param likenessOf may be given where it was worked out already
 */
export function noteSightings(
  input: NoteInput,
  likenessOf: (entry: MergedPosting) => Likeness = entry => describeLikeness(entry.posting),
): Noted {
  const { listed, known, openIds, at, sources } = input
  const groups = groupSightings(known, openIds)
  const byId = new Map(
    known.flatMap(row => listOne(groups.get(row.postingId), group => [row.id, group] as const)),
  )
  const notes: Notes = { at, sources, groups, byId, likenessOf, sightings: [], fresh: [], revived: [] }
  const strangers = listed.filter(one => !noteKnown(notes, one))
  const reposts = indexAbsent(groups)
  for (const stranger of strangers) noteStranger(notes, stranger, reposts)
  const closed = noteGone(notes, input)
  const firstIds = new Map([...byId].map(([id, { postingId }]) => [id, postingId]))
  return { sightings: notes.sightings, fresh: notes.fresh, revived: notes.revived, closed, firstIds }
}

/** @returns false where none of its ids was seen before */
function noteKnown(notes: Notes, listed: Listed): boolean {
  const group = listed.ids.flatMap(id => notes.byId.get(id) ?? [])[0]
  if (!group) return false
  noteAgain(notes, group, listed)
  return true
}

function noteStranger(notes: Notes, listed: Listed, reposts: ReadonlyMap<string, readonly Group[]>): void {
  const likeness = notes.likenessOf(listed.entry)
  const group = reposts
    .get(likeness.likeness)
    ?.find(({ isPresent, rows }) => !isPresent && rows.some(row => isAlike(row, likeness)))
  if (group) {
    group.isPresent = true
    noteAgain(notes, group, listed)
  } else noteNew(notes, listed)
}

function noteNew(notes: Notes, { entry, number, ids }: Listed): void {
  const { id: postingId, sourceName } = entry.posting
  const isArrival = notes.sources.has(sourceName)
  const facts = {
    postingId,
    sourceName,
    firstSeen: notes.at,
    openings: 1,
    isArrival,
    ...notes.likenessOf(entry),
  }
  const rows = ids.map(id => ({ id, ...facts, ...OPEN }))
  const group: Group = { postingId, rows, isPresent: true }
  notes.groups.set(postingId, group)
  for (const id of ids) notes.byId.set(id, group)
  notes.sightings.push(...rows)
  if (isArrival) notes.fresh.push({ number, postingId, revision: '1', isReopened: false })
}

/** Writes down what is new about one that was seen before: that it is open again, or another id. */
function noteAgain(notes: Notes, group: Group, { entry, number, ids }: Listed): void {
  const [first] = group.rows
  if (!first) return
  const isReopened = isLongGone(first, notes.at)
  const openings = first.openings + (isReopened ? 1 : 0)
  const added = ids
    .filter(id => !notes.byId.has(id))
    .map(id => ({ ...first, id, firstSeen: notes.at, ...notes.likenessOf(entry) }))
  const wasClosed = first.closedSince !== null
  const rows = (wasClosed ? [...group.rows, ...added] : added).map(row => ({ ...row, ...OPEN, openings }))
  notes.sightings.push(...rows)
  for (const { id } of added) notes.byId.set(id, group)
  const { postingId } = group
  if (isReopened) notes.fresh.push({ number, postingId, revision: String(openings), isReopened })
  else if (wasClosed) notes.revived.push(postingId)
}

function noteGone(
  { groups, sightings, at }: Notes,
  { cause, readSources }: Pick<NoteInput, 'cause' | 'readSources'>,
): Noted['closed'] {
  const closedBy = CAUSES[cause]
  const all = [...groups.values()]
  const read = readSources.union(
    new Set(all.filter(({ isPresent }) => isPresent).flatMap(({ rows }) => rows[0]?.sourceName ?? [])),
  )
  const left = all.filter(
    ({ isPresent, rows }) =>
      !isPresent &&
      rows.some(row => row.closedSince === null) &&
      // A source that could not be read at the start has not closed all of its postings.
      (cause !== 'start' || rows.some(row => read.has(row.sourceName))),
  )
  for (const { rows } of left)
    sightings.push(...rows.map(row => ({ ...row, lastSeen: at, closedSince: at, closedBy })))
  return left.map(({ postingId }) => ({ postingId, by: closedBy }))
}

const OPEN = { lastSeen: null, closedSince: null, closedBy: null } as const

const CAUSES: Readonly<Record<CatalogChange['cause'], ClosedBy>> = {
  start: 'gone',
  reload: 'gone',
  undo: 'undo',
  hide: 'hide',
}

/** Only its source closes a posting for good; what was hidden or undone comes back as if it had stayed. */
function isLongGone({ closedSince, closedBy }: Sighting, at: Date): boolean {
  return (
    closedSince !== null &&
    closedBy === 'gone' &&
    at.getTime() - closedSince.getTime() >= REOPENED_DAYS * DAY_MS
  )
}

function groupSightings(known: readonly Sighting[], openIds: ReadonlySet<string>): Map<string, Group> {
  const groups = Map.groupBy(known, ({ postingId }) => postingId)
  return new Map(
    [...groups].map(([postingId, rows]) => [
      postingId,
      { postingId, rows, isPresent: rows.some(({ id }) => openIds.has(id)) },
    ]),
  )
}

/** Those that are not there now, by what they are recognised by. */
function indexAbsent(groups: ReadonlyMap<string, Group>): ReadonlyMap<string, readonly Group[]> {
  const index = new Map<string, Group[]>()
  for (const group of groups.values()) {
    const [first] = group.rows
    if (!first || group.isPresent) continue
    const others = index.get(first.likeness)
    if (others) others.push(group)
    else index.set(first.likeness, [group])
  }
  return index
}

function listOne<T, R>(value: T | undefined, make: (value: T) => R): readonly R[] {
  return value === undefined ? [] : [make(value)]
}
