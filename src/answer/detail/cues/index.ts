import type { Aspect } from '../../../query/detail/aspects.ts'
import type { Cue } from './cue.ts'
import { EMPLOYER_CUES } from './employer.ts'
import { FACTS_CUES } from './facts.ts'
import { HIRING_CUES } from './hiring.ts'
import { INSURANCE_CUES } from './insurance.ts'
import { LEAVE_CUES } from './leave.ts'
import { PEOPLE_CUES } from './people.ts'
import { PERKS_CUES } from './perks.ts'
import { REWARDS_CUES } from './rewards.ts'
import { WORKING_TIME_CUES } from './working-time.ts'

/** How postings speak of each aspect. */
export const CUES: Readonly<Record<Aspect, Cue>> = {
  ...FACTS_CUES,
  ...LEAVE_CUES,
  ...INSURANCE_CUES,
  ...REWARDS_CUES,
  ...PERKS_CUES,
  ...WORKING_TIME_CUES,
  ...PEOPLE_CUES,
  ...EMPLOYER_CUES,
  ...HIRING_CUES,
}
