import questions from '../../../data/topics/questions.json' with { type: 'json' }
import { TOPICS, type Topic } from '../vocabulary.ts'
import { createPhraseIndex } from './phrase-index.ts'

/** Kinds of work that a phrase of a question asks for: any of them will do. */
export interface TopicHit {
  /** The most specific reading first; "mobile" asks for mobile, ios or android. */
  readonly topics: readonly Topic[]
  /** How many words it took. */
  readonly length: number
}

const TOPIC_WORDS: ReadonlySet<string> = new Set(TOPICS)
const isTopic = (word: string): word is Topic => TOPIC_WORDS.has(word)

const entries = questions.flatMap(({ topics, phrases }) =>
  phrases.map(phrase => [phrase, topics.filter(isTopic)] as const),
)

/** Every phrase that asks for a kind of work, lower case: for completion and for mending typing errors. */
export const TOPIC_NAMES: readonly string[] = entries.map(([phrase]) => phrase)

const ownNames = TOPICS.map(topic => [topic, [topic]] as const)
const index = createPhraseIndex<readonly Topic[]>([...entries, ...ownNames])

/**
 * The kinds of work that the words from `at` on ask for, the longest phrase first; null where none does.
 * @example lookUpTopics(['ML', 'infra', 'roles'], 0) // ml-infra, length 2
 */
export function lookUpTopics(words: readonly string[], at: number): TopicHit | null {
  const hit = index.lookUp(words, at)
  return hit && { topics: hit.entry, length: hit.length }
}
