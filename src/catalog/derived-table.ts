import { runSteps, type Steps } from './steps.ts'

/** Something worked out of a part of a catalog once, and kept as long as that part is. */
export interface DerivedTable<K extends object, T> {
  /** Worked out at once where it is not known yet. */
  readonly of: (source: K) => T
  /** As `of`, in steps of a few milliseconds, so that a question does not have to wait for it later. */
  readonly prepare: (source: K) => Steps<T>
}

/**
 * Makes a table that belongs to a column, the words or the entries of a catalog: those outlive what is hidden.
 * @param build yields wherever others may run
 */
export function deriveTable<K extends object, T>(build: (source: K) => Steps<T>): DerivedTable<K, T> {
  const known = new WeakMap<K, { readonly table: T }>()
  function* prepare(source: K): Steps<T> {
    const made = known.get(source) ?? { table: yield* build(source) }
    known.set(source, made)
    return made.table
  }
  return { of: source => known.get(source)?.table ?? runSteps(prepare(source)), prepare }
}
