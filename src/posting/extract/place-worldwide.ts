import { screenPattern } from '../screen/screen-pattern.ts'
import type { CueStrength } from './place-cues.ts'

const MENTIONS_WORLD = screenPattern(/anywhere|worldwide|globally|any country/i)
/** Work that may be done from anywhere. */
const WORLDWIDE: readonly RegExp[] = [
  /\b(?:work(?:ing)?|hir(?:e|ing)|located|based|live|living|apply|applicants?|candidates|remote(?:ly)?)\b.{0,60}\banywhere (?:(?:else )?in the world|around the (?:world|globe)|(?:on|across) (?:the )?(?:globe|planet|earth))/i,
  /\b(?:fully|100%|work(?:ing)?) remote(?:ly)? (?:from )?(?:anywhere|worldwide|globally)(?=\s*(?:[.,;!)–—-]|$))/i,
  /\bwork from anywhere(?=\s*(?:[.,;!)–—]|$))|\b(?:hire|hiring) (?:globally|worldwide)\b/i,
]
const OF_ROLE =
  /\b(?:full(?:y)?|100%|work(?:ing)?)[- ]remote(?:ly)?(?: work)? from (?:anywhere|any country) (?:in the world|around the (?:world|globe))|\b(?:role|position|job) is (?:\w+[- ]){0,2}remote\b[^.;]{0,40}\b(?:globally|worldwide)\b/i
/** A limit in time makes it a benefit; customers and users are all over the world anyway. */
const LIMITED =
  /\b(?:weeks?|days?|months?|per year|each year|a year|annually|policy|allowance|program|customers|clients|users|companies)\b/i

/** Whether a sentence lets one work from anywhere in the world: in this role, in the company, or (null) not. */
export function readWorldwide(sentence: string): CueStrength | null {
  if (!MENTIONS_WORLD.test(sentence) || LIMITED.test(sentence)) return null
  if (OF_ROLE.test(sentence)) return 'role'
  return WORLDWIDE.some(pattern => pattern.test(sentence)) ? 'company' : null
}
