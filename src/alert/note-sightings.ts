import { hasBit } from '../catalog/bit-set.ts'
import { dayOf, toDay } from '../catalog/calendar-day.ts'
import type { CatalogChange } from '../catalog/catalog-change.ts'
import type { MergedPosting } from '../catalog/merge-duplicates.ts'
import { describeLikeness, isAlike, type Likeness } from './likeness.ts'
import type { ClosedBy, SeenSource, Sighting } from './sighting.ts'

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

/** What is known of one posting under all its ids. */
interface Group {
  readonly postingId: string
  readonly rows: Sighting[]
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
  change: CatalogChange,
  known: readonly Sighting[],
  sources: readonly SeenSource[],
  likenessOf: (entry: MergedPosting) => Likeness = entry => describeLikeness(entry.posting),
): Noted {
  const groups = groupSightings(known)
  const byId = new Map(
    known.flatMap(row => listOne(groups.get(row.postingId), group => [row.id, group] as const)),
  )
  const names = new Set(sources.map(({ name }) => name))
  const notes: Notes = {
    at: change.at,
    sources: names,
    groups,
    byId,
    likenessOf,
    sightings: [],
    fresh: [],
    revived: [],
  }
  const strangers = listOpen(change).filter(listed => !noteKnown(notes, listed))
  // Only now is it known which of the old ones are gone, so that a new one may be their repost.
  const reposts = indexAbsent(groups)
  for (const listed of strangers) noteStranger(notes, listed, reposts)
  const closed = noteGone(notes, change.cause)
  const firstIds = new Map([...byId].map(([id, { postingId }]) => [id, postingId]))
  return { sightings: notes.sightings, fresh: notes.fresh, revived: notes.revived, closed, firstIds }
}

/** An open posting with its number in the catalog and all its ids. */
interface Listed {
  readonly entry: MergedPosting
  readonly number: number
  readonly ids: readonly string[]
}

/** The postings that are neither hidden nor past their closing date. */
function listOpen({ after, at }: CatalogChange): readonly Listed[] {
  const today = dayOf(at)
  return after.entries.flatMap((entry, number) =>
    hasBit(after.hidden, number) || toDay(entry.posting.closesAt) < today
      ? []
      : [{ entry, number, ids: [entry.posting.id, ...entry.alsoIds] }],
  )
}

/** @returns false where none of its ids was seen before */
function noteKnown(notes: Notes, listed: Listed): boolean {
  const groups = listed.ids.flatMap(id => notes.byId.get(id) ?? [])
  const [group] = groups
  if (!group) return false
  // Two that were told apart may be one by now.
  for (const other of groups) other.isPresent = true
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

function noteGone({ groups, sightings, at }: Notes, cause: CatalogChange['cause']): Noted['closed'] {
  const closedBy = CAUSES[cause]
  const all = [...groups.values()]
  const read = new Set(
    all.filter(({ isPresent }) => isPresent).flatMap(({ rows }) => rows[0]?.sourceName ?? []),
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

function groupSightings(known: readonly Sighting[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const row of known) {
    const group = groups.get(row.postingId)
    if (group) group.rows.push(row)
    else groups.set(row.postingId, { postingId: row.postingId, rows: [row], isPresent: false })
  }
  return groups
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
