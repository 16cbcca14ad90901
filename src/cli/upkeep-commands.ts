import type { CommandCall } from '../commands.ts'
import { createLog } from '../log.ts'
import { ADMIN_MESSAGES } from '../messages/admin-messages.ts'
import { openPostings } from '../open-postings.ts'
import { applyKeys } from '../reply/draft.ts'
import { describeProgress, makeResultReply } from '../reply/reload-reply.ts'
import { makeLastVersionReply } from '../reply/status-reply.ts'
import { type Reply, textBlock } from '../reply.ts'
import type { Settings } from '../settings.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import type { Screen } from './ask-command.ts'
import { askRunning } from './ask-running.ts'
import { createStatusLine } from './output.ts'

export interface ReloadOptions {
  readonly dryRun?: true
  readonly confirm?: true
  readonly discard?: true
  readonly undo?: true
}

/**
 * Has the running bot read its sources anew; with none running, says what the next start would load.
 * @returns the exit status: 1 where something went wrong or waits for a decision
 */
export async function runReload(settings: Settings, options: ReloadOptions, screen: Screen): Promise<number> {
  const values = Object.entries({
    'dry-run': options.dryRun,
    confirm: options.confirm,
    discard: options.discard,
  })
  const call: CommandCall = options.undo
    ? { id: 'admin undo', values: {} }
    : {
        id: 'admin reload',
        values: Object.fromEntries(values.filter(([, isGiven]) => isGiven).map(([name]) => [name, 'true'])),
      }
  return runCall(settings, call, screen, store => loadAlone(settings, store))
}

/**
 * Says how the running bot does; with none running, which postings answered last.
 * @returns the exit status: 1 where something is wrong
 */
export async function runStatus(settings: Settings, screen: Screen): Promise<number> {
  return runCall(settings, { id: 'admin status', values: {} }, screen, async store => {
    const [version] = await store.versions.list(1)
    return { blocks: makeLastVersionReply(version ?? null, new Date()) }
  })
}

async function runCall(
  settings: Settings,
  call: CommandCall,
  { draw }: Screen,
  answerAlone: (store: Store) => Promise<Reply>,
): Promise<number> {
  const store = await openStore(settings.databaseUrl)
  const line = createStatusLine()
  try {
    const said = await askRunning(store.hostCalls, call, progress => line.update(readFirstLine(progress)))
    const { blocks } = said ?? (await answerAlone(store))
    line.end()
    // What is pressed in a chat has options of its own here.
    const shown = blocks.filter(({ type }) => type !== 'buttons' && type !== 'menu')
    process.stdout.write(draw({ blocks: shown }))
    return blocks.some(block => block.type === 'text' && block.role === 'problem') ? 1 : 0
  } finally {
    line.end()
    await store.close()
  }
}

async function loadAlone(settings: Settings, store: Store): Promise<Reply> {
  const now = () => new Date()
  const upkeep = openPostings(settings, {
    store,
    log: createLog('error'),
    now,
    mayShowSamples: true,
    isServing: false,
  })
  const line = createStatusLine()
  const run = upkeep.reloader.reload({ by: 'terminal', isDryRun: true })
  for await (const progress of run.watch(500)) line.update(describeProgress(progress))
  line.end()
  const note = textBlock('hint', ADMIN_MESSAGES.notRunning)
  return { blocks: [note, ...applyKeys(makeResultReply(await run.result), [])] }
}

function readFirstLine({ blocks }: Reply): string {
  const text = blocks.find(block => block.type === 'text')
  return text?.spans.map(span => span.text).join('') ?? ''
}
