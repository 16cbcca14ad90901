import { ADMIN_MESSAGES as MESSAGES } from '../messages/admin-messages.ts'
import type { CatalogState } from '../reload/catalog-state.ts'
import type { DataAge } from '../reload/data-age.ts'
import { describeFailure, type LoadedSource } from '../reload/loaded-source.ts'
import type { Measured } from '../reload/upkeep.ts'
import { type ReplyBlock, styled, type TextBlock, textBlock } from '../reply.ts'
import type { CatalogVersion } from '../store/store.ts'
import type { BlockDraft } from './draft.ts'

/** Everything that the status says. */
export interface StatusFacts {
  /** null while nothing is loaded. */
  readonly current: CatalogState | null
  readonly age: DataAge | null
  /** null where nothing is scheduled. */
  readonly nextAt: Date | null
  readonly isReloading: boolean
  readonly isHeld: boolean
  /** How many postings are hidden. */
  readonly hidden: number
  /** Catalogs that were in force, the last one first. */
  readonly versions: readonly CatalogVersion[]
  readonly measured: Measured
  /** Why nothing would be remembered over a restart; null where nothing is wrong. */
  readonly problem: string | null
  readonly now: Date
}

/** Says how the bot and its sources do. */
export function makeStatusReply(status: StatusFacts): readonly BlockDraft[] {
  const { current, now } = status
  if (current === null)
    return [problem(MESSAGES.nothingLoaded), textBlock('hint', styled('muted', MESSAGES.nothingLoadedFix))]
  const { summary, loads } = current
  const before = status.versions[1]?.sources ?? []
  return [
    textBlock('heading', styled('strong', MESSAGES.statusTitle(summary.size, loads.length))),
    ...listProblems(status),
    { type: 'facts', facts: [...makeFacts(status, current), ...makeOwnFacts(status)] },
    {
      type: 'facts',
      facts: loads.map(load => {
        const was = before.find(({ id }) => id === load.source.id)?.postings
        return { label: load.source.name, value: describeSource(load, was, now) }
      }),
    },
  ]
}

/** Says what answered last, where no bot runs that could say more. */
export function makeLastVersionReply(version: CatalogVersion | null, now: Date): readonly ReplyBlock[] {
  const heading = textBlock('heading', styled('strong', MESSAGES.notRunningStatus))
  if (version === null) return [heading, textBlock('body', MESSAGES.neverLoaded)]
  const { revision, cause, at, sources } = version
  return [
    heading,
    textBlock('body', MESSAGES.lastVersion),
    textBlock('body', MESSAGES.statusTitle(version.size, sources.length)),
    {
      type: 'facts',
      facts: [
        {
          label: MESSAGES.revision,
          value: MESSAGES.versionOf(revision, cause, MESSAGES.ago(at, now)),
        },
        ...sources.map(({ name, postings, rejected }) => ({
          label: name,
          value: MESSAGES.sourceCounts(postings, rejected),
        })),
      ],
    },
  ]
}

function listProblems({ current, age, isHeld, problem: reason, now }: StatusFacts): readonly TextBlock[] {
  const silent = current?.loads.flatMap(({ source, loadedAt, failure }) => {
    if (failure === null) return []
    const ago = loadedAt === null ? MESSAGES.neverRead : MESSAGES.ago(loadedAt, now)
    return [problem(MESSAGES.silent(source.name, ago, describeFailure(failure)))]
  })
  return [
    ...(age?.isStale ? [problem(MESSAGES.staleData)] : []),
    ...(isHeld ? [problem(MESSAGES.heldStatus)] : []),
    ...(reason === null ? [] : [problem(MESSAGES.notRemembered(reason))]),
    ...(silent ?? []),
  ]
}

interface Fact {
  readonly label: string
  readonly value: string
}

function makeFacts(status: StatusFacts, { summary, loadedAt, revision }: CatalogState): readonly Fact[] {
  const { payShare, placeShare, companyShare } = summary
  const { nextAt, isReloading, versions, now, hidden } = status
  const next = nextAt === null ? MESSAGES.neverReloads : MESSAGES.ago(nextAt, now)
  const version = versions[0]
  return [
    { label: MESSAGES.dataAge, value: MESSAGES.ago(loadedAt, now) },
    { label: MESSAGES.nextReload, value: isReloading ? MESSAGES.reloadingNow : next },
    { label: MESSAGES.share, value: MESSAGES.shares(payShare, placeShare, companyShare) },
    ...(hidden > 0 ? [{ label: MESSAGES.hiddenLabel, value: hidden.toLocaleString('en-US') }] : []),
    {
      label: MESSAGES.revision,
      value:
        version?.revision === revision
          ? MESSAGES.versionOf(revision, version.cause, MESSAGES.ago(version.at, now))
          : revision,
    },
  ]
}

function makeOwnFacts({ measured: { memoryBytes, queues } }: StatusFacts): readonly Fact[] {
  return [
    { label: MESSAGES.memory, value: MESSAGES.megabytes(memoryBytes) },
    ...(queues.length === 0
      ? []
      : [
          {
            label: MESSAGES.queues,
            value: queues.map(({ name, waiting }) => MESSAGES.queueDepth(name, waiting)).join(', '),
          },
        ]),
  ]
}

function describeSource(
  { keys, rejected, loadedAt }: LoadedSource,
  was: number | undefined,
  now: Date,
): string {
  const ago = loadedAt === null ? MESSAGES.neverRead : MESSAGES.readAgo(MESSAGES.ago(loadedAt, now))
  const trend = was === undefined ? null : keys.length - was
  return MESSAGES.sourceStatus(keys.length, trend, rejected.length, ago)
}

function problem(line: string): TextBlock {
  return textBlock('problem', styled('warning', line))
}
