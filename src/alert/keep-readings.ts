import type { Breathe } from '../catalog/breathe.ts'
import type { ReadingStore } from '../store/store.ts'
import type { KeptReading } from './kept-reading.ts'
import { readQuestionVersion } from './question-version.ts'
import type { QuestionReader } from './read-questions.ts'

const READINGS_AT_ONCE = 200

/** Carries readings over from one process to the next. */
export interface ReadingKeeper {
  /** Hands the reader what was kept, the first time that it is called. */
  restore(): Promise<void>
  /**
   * Writes down what was read since the last time.
   * @param isComplete whether every question was asked, so that others need not be kept
   */
  keep(isComplete: boolean): Promise<void>
}

/**
 * Keeps the readings of a reader. Reading ten thousand questions takes seconds, and whoever reads them the same way the
 * next time need not.
 */
export function createReadingKeeper(
  store: ReadingStore,
  reader: QuestionReader,
  defaultCurrency: string,
  breathe: Breathe,
): ReadingKeeper {
  let isRestored = false
  const version = `${readQuestionVersion()} ${defaultCurrency}`

  const restore = async (): Promise<void> => {
    if (isRestored) return
    await store.removeOthers(version)
    for (let last: string | null = null; ; await breathe()) {
      const some: readonly KeptReading[] = await store.list(last, READINGS_AT_ONCE)
      reader.restore(some)
      last = some.at(-1)?.key ?? null
      if (some.length < READINGS_AT_ONCE) break
    }
    isRestored = true
  }

  return {
    restore,
    async keep(isComplete) {
      const made = reader.takeMade()
      for (let from = 0; from < made.length; from += READINGS_AT_ONCE) {
        await store.save(version, made.slice(from, from + READINGS_AT_ONCE))
        await breathe()
      }
      if (isComplete) await store.remove(reader.forgetUnasked())
    },
  }
}
