import type { ActionOf } from '../action.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { findEntry } from '../catalog/find-entry.ts'
import { ADMIN_MESSAGES as MESSAGES } from '../messages/admin-messages.ts'
import { fingerprint } from '../posting/fingerprint.ts'
import { readHttpUrl } from '../posting/read-http-url.ts'
import type { Upkeep } from '../reload/upkeep.ts'
import type { ButtonDraft } from '../reply/draft.ts'
import { makeHidesReply } from '../reply/hides-reply.ts'
import { HIDE_KINDS, type HideKind } from '../store/store.ts'
import { nameActor, withUpkeep } from './admin-reload.ts'
import { answerBeside, type Draft, type Handlers, sayDone, sayProblem, type Turn } from './handler.ts'

/** Taking postings out of every answer, at once and until somebody shows them again. */
export const HIDE_HANDLERS: Handlers<'hide' | 'unhide'> = {
  hide: { audience: 'admin', run: (turn, action) => withUpkeep(turn, upkeep => hide(turn, upkeep, action)) },
  unhide: {
    audience: 'admin',
    run: (turn, action) => withUpkeep(turn, upkeep => unhide(turn, upkeep, action)),
  },
}

/** What an admin named, as the store keeps it; a problem in words where it cannot be. */
interface Named {
  readonly kind: HideKind
  readonly value: string
}

async function hide(turn: Turn, { reloader }: Upkeep, action: ActionOf<'hide'>): Promise<Draft> {
  const named = readNamed(action, reloader.current()?.whole ?? null)
  if (typeof named === 'string') return sayProblem(turn.request, named)
  await turn.deps.store.hides.add({ ...named, memberId: nameActor(turn), at: turn.now })
  const change = await reloader.applyHides()
  const { kind, value } = named
  const label = nameHide(named, reloader.current()?.whole ?? null)
  const undo: ButtonDraft = {
    label: MESSAGES.undo,
    words: `admin unhide ${kind} ${value}`,
    action: { type: 'unhide', what: kind, value },
  }
  const { blocks, ...rest } = sayDone(turn.request, MESSAGES.hidden(label, change?.gone.length ?? 0))
  return { ...rest, blocks: [...blocks, { type: 'buttons', buttons: [undo] }] }
}

async function unhide(turn: Turn, { reloader }: Upkeep, action: ActionOf<'unhide'>): Promise<Draft> {
  const { deps, request, now } = turn
  const hides = await deps.store.hides.list()
  const whole = reloader.current()?.whole ?? null
  if (action.what === '') {
    const blocks = makeHidesReply(hides, now, hidden => nameHide(hidden, whole))
    return { ...answerBeside(request), blocks }
  }
  const named = readNamed(action, whole)
  // What is no posting any more can still be hidden under its id, and names are kept as they were typed.
  const given = typeof named === 'string' ? { kind: action.what, value: action.value } : named
  const kept = hides.find(({ kind, value }) => kind === given.kind && isSameName(value, given.value))
  if (!kept) return sayProblem(request, typeof named === 'string' ? named : MESSAGES.wasNotHidden)
  await deps.store.hides.remove(kept.kind, kept.value)
  const change = await reloader.applyHides()
  return sayDone(request, MESSAGES.shown(nameHide(kept, whole), change?.added.length ?? 0))
}

/** A posting is called by its title, as long as it is there. */
function nameHide({ kind, value }: Named, catalog: Catalog | null): string {
  const entry = kind === 'posting' ? findEntry(catalog, value) : null
  return MESSAGES.hideLabel(kind, value, entry?.posting.title ?? null)
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

type Read = (value: string, catalog: Catalog | null) => string | null

/** The value as it is kept; null where there is no such thing. */
const READERS: Readonly<Record<HideKind, Read>> = {
  posting: findPosting,
  company: value => value,
  domain: readDomain,
}

function readNamed(
  { what, value }: Pick<ActionOf<'hide'>, 'what' | 'value'>,
  catalog: Catalog | null,
): Named | string {
  const kind = HIDE_KINDS.find(candidate => candidate === what)
  const given = value.trim()
  if (!kind || given === '') return MESSAGES.hideWhat
  const read = READERS[kind](given, catalog)
  if (read !== null) return { kind, value: read }
  return kind === 'posting' ? MESSAGES.noSuchPosting : MESSAGES.hideWhat
}

/** The id of the posting with this id or link. */
function findPosting(given: string, catalog: Catalog | null): string | null {
  const url = readHttpUrl(given)
  const id = url === null ? given : fingerprint({ url, company: null, title: '', places: [] })
  const entry =
    findEntry(catalog, id) ??
    catalog?.entries.find(({ posting, alsoUrls }) => [posting.url, ...alsoUrls].includes(url ?? given))
  return entry?.posting.id ?? null
}

function readDomain(given: string): string | null {
  const url = readHttpUrl(/^https?:\/\//i.test(given) ? given : `https://${given}`)
  const domain = url === null ? '' : new URL(url).hostname.replace(/^www\./, '')
  return domain.includes('.') ? domain : null
}
