import { type AnyOf, anyOf, evaluateAnyOf, joinAnyOf } from '../any-of.ts'
import type { ConditionKind } from '../condition.ts'
import { createPhraseTable, phrasesOf } from '../phrase-table.ts'

const VISA_WORDS = createPhraseTable(
  phrasesOf(
    'visa|visas|visa sponsorship|visa sponsor|visa sponsoring|sponsors visa|sponsors visas|sponsor visas|sponsor visa|sponsor a visa|sponsors a visa|sponsor my visa|sponsoring visas|sponsor work visas|sponsors work visas|sponsorship|sponsor|sponsors|sponsoring|sponsored|h1b|h 1b|h1 b|h1b sponsorship|h1b visa|h1b sponsors|work permit|work permits|work permit sponsorship|work visa|work visas|relocation visa|visa support|visa assistance|visa help|sponsors h1b|sponsor h1b|offer sponsorship|offers sponsorship|offering sponsorship|offering visa sponsorship|offers visa sponsorship|offer visa sponsorship|with visa sponsorship|willing to sponsor|able to sponsor|visum|visa friendly|h1b friendly|o1 visa|o 1 visa|tn visa|e3 visa|l1 visa|h1b transfer|h1b transfers|visa transfer|sponsorship friendly|eu blue card|blue card sponsorship|visumsponsoring|visado|visa de trabajo|permiso de trabajo|permis de travail|arbeitserlaubnis|arbeitsvisum|provide visa sponsorship|provides visa sponsorship|visa sponsorship available|visa sponsored|blue card|tier 2 sponsorship|skilled worker visa|need visa sponsorship|need a visa|i need a visa|i need sponsorship|need sponsorship|requires sponsorship|require sponsorship|require visa sponsorship',
    true,
  ),
)

/** Whether visas are sponsored. */
export const visaKind: ConditionKind<AnyOf> = {
  id: 'visa',
  title: 'visa',
  examples: ['sponsors visas', 'visa sponsorship'],
  fields: ['visa', 'sponsorship'],
  severalMean: 'any',
  words: () => VISA_WORDS.words,
  read: (tokens, at) => {
    const hit = VISA_WORDS.find(tokens, at)
    return hit && { value: anyOf(['yes']), count: hit.count }
  },
  join: joinAnyOf,
  evaluate: ({ columns }, value) => evaluateAnyOf(columns.visa, value.anyOf),
  describe: () => 'sponsors visas',
  explain: () => () => ({ label: 'sponsors visas', caveat: null }),
  loosen: () => [],
}
