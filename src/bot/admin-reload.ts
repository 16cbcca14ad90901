import type { ActionOf } from '../action.ts'
import { ADMIN_MESSAGES as MESSAGES } from '../messages/admin-messages.ts'
import type { ReloadRequest, ReloadRun } from '../reload/reload-runs.ts'
import type { Upkeep } from '../reload/upkeep.ts'
import type { BlockDraft } from '../reply/draft.ts'
import { nameWithin } from '../reply/name-within.ts'
import { makeProgressReply, makeResultReply } from '../reply/reload-reply.ts'
import { textBlock } from '../reply.ts'
import { type Draft, type Handlers, problemBlock, sayProblem, type Turn } from './handler.ts'

/** Platforms keep a slower pace of their own. */
const PROGRESS_PAUSE_MS = 300

/** Replacing the postings: reload, confirm, discard, undo. */
export const RELOAD_HANDLERS: Handlers<'reload' | 'confirm-reload' | 'discard-reload' | 'undo-reload'> = {
  reload: {
    audience: 'admin',
    run: (turn, { isDryRun }) => withUpkeep(turn, upkeep => startReload(turn, upkeep, { isDryRun }, [])),
  },
  'confirm-reload': { audience: 'admin', run: confirm },
  'discard-reload': { audience: 'admin', run: discard },
  'undo-reload': { audience: 'admin', run: undo },
}

/** Who did it, as the records name them. */
export function nameActor({ request }: Turn): string {
  return request.member?.id ?? request.conversationId
}

/** What was decided by a button takes the place of the question. */
export function replaceAsked({ request: { content } }: Turn): Omit<Draft, 'blocks'> {
  return content.type === 'press' ? { isReplacement: true } : {}
}

/** Runs what needs a bot that keeps its postings current; says so where there is none. */
export async function withUpkeep(turn: Turn, run: (upkeep: Upkeep) => Promise<Draft>): Promise<Draft> {
  const { upkeep } = turn.deps
  return upkeep ? run(upkeep) : sayProblem(turn.request, MESSAGES.unavailable)
}

/**
 * Starts or joins a reload and shows it until it is done.
 * @param heading said above all of it
 */
export async function startReload(
  turn: Turn,
  { reloader }: Upkeep,
  asked: Omit<ReloadRequest, 'by'>,
  heading: readonly BlockDraft[],
): Promise<Draft> {
  const run = reloader.reload({ ...asked, by: nameActor(turn) })
  // Somebody reads the result below, or nobody does; it never ends the process.
  run.result.catch(() => undefined)
  const above = run.isJoined
    ? [...heading, textBlock('body', ...nameWithin(MESSAGES.joined(run.by), run.by))]
    : heading
  const blocks = [...above, ...makeProgressReply({ phase: 'reading', sources: [] })]
  return { ...replaceAsked(turn), blocks, updates: showRun(turn, run, above) }
}

async function* showRun(
  { deps: { log } }: Turn,
  { watch, result }: ReloadRun,
  above: readonly BlockDraft[],
): AsyncGenerator<Draft> {
  for await (const progress of watch(PROGRESS_PAUSE_MS))
    yield { blocks: [...above, ...makeProgressReply(progress)] }
  try {
    yield { blocks: [...above, ...makeResultReply(await result)] }
  } catch (error) {
    log.error({ err: error }, 'a reload failed')
    yield { blocks: [...above, problemBlock(MESSAGES.reloadFailed)] }
  }
}

async function confirm(turn: Turn, { candidate }: ActionOf<'confirm-reload'>): Promise<Draft> {
  return withUpkeep(turn, async ({ reloader }) => {
    const result = await reloader.confirm(candidate ?? null, nameActor(turn))
    if (result === null) return sayProblem(turn.request, MESSAGES.notHeld)
    return { ...replaceAsked(turn), blocks: makeResultReply(result) }
  })
}

async function discard(turn: Turn, { candidate }: ActionOf<'discard-reload'>): Promise<Draft> {
  return withUpkeep(turn, async ({ reloader }) => {
    const wasHeld = await reloader.discard(candidate ?? null, nameActor(turn))
    if (!wasHeld) return sayProblem(turn.request, MESSAGES.notHeld)
    return { ...replaceAsked(turn), blocks: [textBlock('body', MESSAGES.discarded)] }
  })
}

async function undo(turn: Turn, { revision }: ActionOf<'undo-reload'>): Promise<Draft> {
  return withUpkeep(turn, async ({ reloader }) => {
    const outcome = await reloader.undo(revision ?? null, nameActor(turn))
    if (outcome.type === 'nothing-before')
      return sayProblem(turn.request, MESSAGES.nothingBefore, MESSAGES.nothingBeforeFix)
    if (outcome.type === 'other-catalog') return sayProblem(turn.request, MESSAGES.otherCatalog)
    const { added, changed, gone } = outcome.change
    const line = MESSAGES.undone(added.length, changed.length, gone.length)
    const blocks = [textBlock('body', line), textBlock('hint', MESSAGES.undoneNext)]
    return { ...replaceAsked(turn), blocks }
  })
}
