import type { ActionOf } from '../action.ts'
import { createCatalog } from '../catalog/catalog.ts'
import { AppError, describeError } from '../errors.ts'
import { ADMIN_MESSAGES as MESSAGES } from '../messages/admin-messages.ts'
import { previewSource } from '../reload/preview-source.ts'
import type { Upkeep } from '../reload/upkeep.ts'
import { makePreviewReply, makeSourcesReply } from '../reply/sources-reply.ts'
import { textBlock } from '../reply.ts'
import { nameActor, startReload, withUpkeep } from './admin-reload.ts'
import { answerBeside, type Draft, type Handlers, sayProblem, type Turn } from './handler.ts'

const PREVIEWED = 5

/** Where postings come from. */
export const SOURCE_HANDLERS: Handlers<'sources'> = {
  sources: {
    audience: 'admin',
    run: (turn, action) => withUpkeep(turn, upkeep => takeStep(turn, upkeep, action)),
  },
}

type Step = (turn: Turn, upkeep: Upkeep, address: string) => Promise<Draft>

const STEPS: Readonly<Record<string, Step>> = {
  list: listSources,
  add: preview,
  keep: addSource,
  remove: removeSource,
  pause: (turn, upkeep, address) => pauseSource(turn, upkeep, address, true),
  resume: (turn, upkeep, address) => pauseSource(turn, upkeep, address, false),
}

async function takeStep(turn: Turn, upkeep: Upkeep, { step, address }: ActionOf<'sources'>): Promise<Draft> {
  const take = Object.hasOwn(STEPS, step) ? STEPS[step] : undefined
  if (!take) return sayProblem(turn.request, MESSAGES.noSuchStep)
  if (step !== 'list' && address.trim() === '') return sayProblem(turn.request, MESSAGES.needsAddress)
  return take(turn, upkeep, address.trim())
}

async function listSources({ request }: Turn, { sources }: Upkeep): Promise<Draft> {
  return { ...answerBeside(request), blocks: makeSourcesReply(await sources.list()) }
}

/** Whoever sits at the host may name its folders; in a chat that would let people read them. */
function mayName({ request }: Turn, address: string): boolean {
  return request.member === undefined || /^https?:\/\//i.test(address)
}

async function preview(turn: Turn, { sources }: Upkeep, address: string): Promise<Draft> {
  const { request, now } = turn
  if (!mayName(turn, address)) return sayProblem(request, MESSAGES.onlyAddresses, MESSAGES.onlyAddressesFix)
  try {
    const source = sources.open(address)
    const { postings, rejected } = await previewSource(source, PREVIEWED)
    const isKnown = (await sources.list()).some(listed => listed.source.id === source.id)
    const { entries } = createCatalog(postings)
    const { name, terms } = source
    const blocks = makePreviewReply({ name, terms, address, entries, rejected, isKnown, now })
    return { ...answerBeside(request), blocks }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return sayProblem(request, ...describeError(error).split('\n'))
  }
}

async function addSource(turn: Turn, upkeep: Upkeep, address: string): Promise<Draft> {
  if (!mayName(turn, address))
    return sayProblem(turn.request, MESSAGES.onlyAddresses, MESSAGES.onlyAddressesFix)
  await upkeep.sources.add(address, nameActor(turn), turn.now)
  return reloadChanged(turn, upkeep, MESSAGES.sourceAdded)
}

async function removeSource(turn: Turn, upkeep: Upkeep, address: string): Promise<Draft> {
  const isRemoved = await upkeep.sources.remove(address)
  if (isRemoved) return reloadChanged(turn, upkeep, MESSAGES.sourceRemoved)
  const isThere = (await upkeep.sources.list()).some(listed => listed.address === address)
  return sayProblem(turn.request, isThere ? MESSAGES.notRemovable : MESSAGES.noSuchSource)
}

async function pauseSource(turn: Turn, upkeep: Upkeep, address: string, isPaused: boolean): Promise<Draft> {
  const isFound = await upkeep.sources.pause(address, isPaused, nameActor(turn), turn.now)
  if (!isFound) return sayProblem(turn.request, MESSAGES.noSuchSource)
  return reloadChanged(turn, upkeep, isPaused ? MESSAGES.sourcePaused : MESSAGES.sourceResumed)
}

/** Reads the sources as they are set up now, after whatever reload is on its way. */
function reloadChanged(turn: Turn, upkeep: Upkeep, line: string): Promise<Draft> {
  return startReload(turn, upkeep, { isDryRun: false, hasNewSources: true }, [textBlock('body', line)])
}
