import { AppError } from '../errors.ts'
import type { Source } from '../source/source.ts'
import type { KeptSourceStore } from '../store/store.ts'

/** Where a source is named: in the settings, by a command, or nowhere, for the samples. */
export type SourceOrigin = 'settings' | 'added' | 'sample'

/** A source as admins see it. */
export interface ListedSource {
  /** As it was given. */
  readonly address: string
  readonly origin: SourceOrigin
  readonly isPaused: boolean
  /** One that cannot be opened throws when it is read. */
  readonly source: Source
}

/** The sources of the settings and those that admins added, as one list. */
export interface SourceList {
  readonly list: () => Promise<readonly ListedSource[]>
  /** Opens without adding. @throws {AppError} `SOURCE_UNSUPPORTED` */
  readonly open: (address: string) => Source
  readonly add: (address: string, by: string, at: Date) => Promise<void>
  /** @returns false where it is none that was added by a command */
  readonly remove: (address: string) => Promise<boolean>
  /** @returns false where there is no such source */
  readonly pause: (address: string, isPaused: boolean, by: string, at: Date) => Promise<boolean>
}

export interface SourceListDeps {
  /** Addresses and paths of the settings. */
  readonly given: readonly string[]
  /** What is read while nothing else is named; null for nothing. */
  readonly sample: Source | null
  readonly kept: KeptSourceStore
  readonly open: (address: string) => Source
}

export function createSourceList({ given, sample, kept, open }: SourceListDeps): SourceList {
  const list = async (): Promise<readonly ListedSource[]> => {
    const decisions = await kept.list()
    const isPaused = (address: string) =>
      decisions.some(decision => decision.address === address && decision.isPaused)
    const added = decisions.filter(decision => decision.isAdded).map(({ address }) => address)
    const listed = [
      ...given.map(address => ({ address, origin: 'settings' as const })),
      ...added.map(address => ({ address, origin: 'added' as const })),
    ].map(named => ({ ...named, isPaused: isPaused(named.address), source: openOrFail(named.address, open) }))
    // Each once, however often and by however many names it is given.
    const unique = [...new Map(listed.toReversed().map(one => [one.source.id, one])).values()].toReversed()
    if (unique.length > 0 || sample === null) return unique
    return [{ address: sample.origin, origin: 'sample', isPaused: false, source: sample }]
  }
  const find = async (address: string) => (await list()).find(one => isNamed(one, address)) ?? null
  return {
    list,
    open,
    add: (address, memberId, at) => kept.save({ address, isAdded: true, isPaused: false, memberId, at }),
    async remove(address) {
      const found = await find(address)
      return found?.origin === 'added' && kept.remove(found.address)
    },
    async pause(address, isPaused, memberId, at) {
      const found = await find(address)
      if (found === null || found.origin === 'sample') return false
      const isAdded = found.origin === 'added'
      await kept.save({ address: found.address, isAdded, isPaused, memberId, at })
      return true
    },
  }
}

/** People name a source by its address or by its name. */
function isNamed({ address, source }: ListedSource, given: string): boolean {
  return [address, source.name, source.id].includes(given)
}

/** What another version or setting cannot open any more fails like a source that is down, and stays in the list. */
export function openOrFail(address: string, open: (address: string) => Source): Source {
  try {
    return open(address)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return {
      id: address,
      name: address,
      origin: address,
      terms: '',
      isSample: false,
      maxAgeDays: null,
      // biome-ignore lint/correctness/useYield: it fails before there is anything
      async *collect() {
        throw error
      },
    }
  }
}
