/** What denies, before and after the words that matter. */
const BEFORE =
  /\b(?:no|not|never|without|unable|cannot|can['’]?t|won['’]?t|isn['’]?t|doesn['’]?t|don['’]?t|aren['’]?t|neither|nor|keine?|nicht|pas de|sans)\b[^.;:!?]{0,40}$/iu
const AFTER =
  /^[^.;:!?]{0,80}\b(?:not (?:be )?(?:available|provided|offered|required|included|eligible|needed|possible|necessary|supported|considered|covered|expected|a requirement)|(?:is|are|will|do|does|can|was) not|isn['’]?t|aren['’]?t|won['’]?t|unavailable|: ?(?:no|none|n\/a)\b|not\b)/iu
const UNDECIDED =
  /\b(?:may|might|could|can be|depending|depends|if|where possible|potential(?:ly)?|some|case[- ]by[- ]case|possibly|possibilit(?:y|ies)|eligible for|up to)\b/iu
/** What is said in spite of denies nothing: "full-time work, even if you are not in Malaysia". */
const CONCESSION = /\b(?:even (?:if|though)|although|whether or)\b/iu
const REACH = 60

/**
 * What a sentence says to a question that yes or no answers, by the words around a place in it.
 * @param from where the words that matter begin, `to` where they end
 */
export function readPolarity(sentence: string, from: number, to: number): 'yes' | 'no' | 'depends' {
  const before = sentence.slice(Math.max(0, from - REACH), from)
  const [after = ''] = sentence.slice(to, to + 100).split(CONCESSION)
  if (/\bnot only\b/i.test(before)) return 'yes'
  if (BEFORE.test(before) || AFTER.test(after) || /^no\b/i.test(sentence.slice(from, to))) return 'no'
  return UNDECIDED.test(sentence) ? 'depends' : 'yes'
}
