import { type ScreenedPattern, screenPattern } from '../screen/screen-pattern.ts'
import type { Workplace } from '../vocabulary.ts'

/**
 * What a sentence says of the workplace. `rule`: a number of office days, which binds. `role`: of this job.
 * `offer`: one may choose it. `company`: of the company or by a bare tag; counts only where nothing else is said.
 */
export type SignalStrength = 'rule' | 'role' | 'offer' | 'company'

export interface WorkplaceSignal {
  readonly workplace: Workplace
  readonly strength: SignalStrength
}

/** A pattern with what a sentence says that it matches. */
export interface WorkplaceRule extends WorkplaceSignal {
  readonly pattern: ScreenedPattern
}

/** Makes rules of one workplace and strength. */
export function makeRules(
  workplace: Workplace,
  strength: SignalStrength,
  sources: readonly string[],
  flags = 'i',
): readonly WorkplaceRule[] {
  return sources.map(source => ({ workplace, strength, pattern: screenPattern(new RegExp(source, flags)) }))
}
