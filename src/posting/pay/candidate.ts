import type { PayKind, PayPeriod } from '../vocabulary.ts'
import type { Strength } from './judge-range.ts'

/** A range that may be the pay of the role, with its currency and period settled. */
export interface Candidate {
  readonly min: number | null
  readonly max: number | null
  /** ISO 4217. */
  readonly currency: string
  readonly period: PayPeriod
  readonly kind: PayKind | null
  /** True for "A to B"; false for a single amount, open or not. */
  readonly isRange: boolean
  readonly strength: Strength
  /** The place or level that it is for; null where none is named. */
  readonly label: string | null
  /** The passage it was read from, word for word. */
  readonly quote: string
}
