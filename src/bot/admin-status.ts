import { countVisible } from '../catalog/hide-postings.ts'
import { readDataAge } from '../reload/upkeep.ts'
import { makeAuditReply } from '../reply/audit-reply.ts'
import { makeStatusReply } from '../reply/status-reply.ts'
import { withUpkeep } from './admin-reload.ts'
import { answerBeside, type Draft, type Handlers, type Turn } from './handler.ts'

const LOG_ENTRIES = 15
/** The one in force and the one before, to tell what became more or less. */
const VERSIONS = 2

/** How the bot does, and who did what. */
export const STATUS_HANDLERS: Handlers<'status' | 'audit-log'> = {
  status: { audience: 'admin', run: showStatus },
  'audit-log': { audience: 'admin', run: showLog },
}

async function showStatus(turn: Turn): Promise<Draft> {
  return withUpkeep(turn, async upkeep => {
    const { deps, request, now } = turn
    const { reloader, schedule } = upkeep
    const current = reloader.current()
    const blocks = makeStatusReply({
      current,
      age: readDataAge(upkeep, now),
      nextAt: schedule?.nextAt() ?? null,
      isReloading: reloader.isReloading(),
      isHeld: reloader.held() !== null,
      hidden: current === null ? 0 : current.whole.size - countVisible(current.catalog),
      versions: await deps.store.versions.list(VERSIONS),
      measured: await upkeep.measure(),
      problem: reloader.problem(),
      now,
    })
    return { ...answerBeside(request), blocks }
  })
}

async function showLog({ deps, request, now }: Turn): Promise<Draft> {
  const entries = await deps.store.audit.list(LOG_ENTRIES)
  return { ...answerBeside(request), blocks: makeAuditReply(entries, now) }
}
