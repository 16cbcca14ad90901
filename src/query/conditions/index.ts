import type { ConditionKind } from '../condition.ts'
import type { ConditionId } from '../query.ts'
import { companyKind } from './company.ts'
import { degreeKind } from './degree.ts'
import { createEitherKind } from './either.ts'
import { employmentKind } from './employment.ts'
import { experienceKind } from './experience.ts'
import { languageKind } from './language.ts'
import { levelKind } from './level.ts'
import { payKind } from './pay.ts'
import { placeKind } from './place.ts'
import { postedKind } from './posted.ts'
import { skillKind } from './skill.ts'
import { timezoneKind } from './timezone.ts'
import { topicKind } from './topic.ts'
import { visaKind } from './visa.ts'
import { wordKind } from './word.ts'
import { workplaceKind } from './workplace.ts'

/** Every kind of condition; where two readings are equally long, the earlier kind wins. */
export const CONDITION_KINDS: readonly ConditionKind[] = [
  workplaceKind,
  timezoneKind,
  postedKind,
  experienceKind,
  payKind,
  degreeKind,
  visaKind,
  languageKind,
  levelKind,
  topicKind,
  skillKind,
  employmentKind,
  placeKind,
  companyKind,
  wordKind,
  createEitherKind(id => kindOf(id)),
]

const byId = new Map<ConditionId, ConditionKind>(CONDITION_KINDS.map(kind => [kind.id, kind]))

/** The kind of a condition. */
export function kindOf(id: ConditionId): ConditionKind {
  return byId.get(id) ?? wordKind
}
