import { type DataAge, judgeAge } from './data-age.ts'
import type { Reloader } from './reloader.ts'
import type { Schedule } from './schedule.ts'
import type { SourceList } from './source-list.ts'

/** What the process takes and what waits in it. */
export interface Measured {
  /** Memory of the whole process. */
  readonly memoryBytes: number
  /** What waits to be sent, by name. */
  readonly queues: readonly { readonly name: string; readonly waiting: number }[]
}

/** Everything that keeps the postings current. */
export interface Upkeep {
  readonly reloader: Reloader
  readonly sources: SourceList
  /** null where the sources are only read when somebody asks for it. */
  readonly schedule: Schedule | null
  readonly measure: () => Promise<Measured>
}

/** How old the postings are; null while there are none. */
export function readDataAge({ reloader, schedule }: Upkeep, now: Date): DataAge | null {
  const current = reloader.current()
  return current && judgeAge(current.loadedAt, schedule?.intervalMs ?? null, now)
}
