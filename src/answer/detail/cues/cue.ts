import type { SectionKind } from '../../../posting/posting-text.ts'

/** How the text of a posting speaks of an aspect. */
export interface Cue {
  /** How answers name it: "anything about parental leave". */
  readonly subject: string
  /** What a sentence about it holds. */
  readonly says: RegExp
  /** What shows that a sentence is about something else. */
  readonly unless?: RegExp
  /** What "how many", "how long" want; a number where absent. */
  readonly amount?: RegExp
  /** Kinds of sections that are about nothing else: their first lines answer where no sentence does. */
  readonly sections?: readonly SectionKind[]
}

/** Sentences that speak of what candidates have done, not of what the job is like. */
export const PAST_EXPERIENCE =
  /^(?:[^a-z]{0,4})?(?:(?:some|prior|previous|proven|extensive|solid|strong|deep|hands-on|demonstrated|relevant|significant|\d+\+? years?(?: of)?)\s){0,3}(?:experience|familiarity|exposure|knowledge|background|understanding|expertise|track record)\b/iu
/** How often or how much may be said without a number. */
export const ROUGH =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|quarter(?:ly)?|monthly|weekly|yearly|annual(?:ly)?|occasional(?:ly)?|minimal|no|rare(?:ly)?|frequent(?:ly)?|extensive(?:ly)?|limited|some|never|once|twice|every|not)\b/i
/** What an answer to "how many", "how long" needs, unless the aspect says otherwise. */
export const AMOUNT =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|sixteen|eighteen|twenty|thirty|half|fully?|unlimited|uncapped|unbegrenzt|illimit\w*)\b/i
/** Time off may be flexible instead of counted. */
export const OPEN_AMOUNT =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|sixteen|eighteen|twenty|thirty|unlimited|uncapped|unbegrenzt|illimit\w*|flexible|half|full)\b/i

/** Makes a cue. */
export const cue = (subject: string, says: RegExp, more: Omit<Cue, 'subject' | 'says'> = {}): Cue => ({
  subject,
  says,
  ...more,
})
