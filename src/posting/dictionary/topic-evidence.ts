import rows from '../../../data/topics/evidence.json' with { type: 'json' }
import { TOPICS, type Topic } from '../vocabulary.ts'
import { createPhraseIndex, type PhraseIndex } from './phrase-index.ts'

/** What a phrase says for one topic; `weight` 2 for words of that work alone, 1 for words that only go with it. */
export interface TopicEvidence {
  readonly topic: Topic
  readonly weight: number
}

const isTopic = (word: string): word is Topic => TOPICS.some(topic => topic === word)

function indexPhrases(
  pick: (row: (typeof rows)[number]) => readonly (readonly [phrases: readonly string[], weight: number])[],
) {
  const byPhrase = new Map<string, TopicEvidence[]>()
  for (const row of rows) {
    if (!isTopic(row.topic)) continue
    for (const [phrases, weight] of pick(row)) {
      for (const phrase of phrases) {
        const evidence = byPhrase.get(phrase) ?? []
        evidence.push({ topic: row.topic, weight })
        byPhrase.set(phrase, evidence)
      }
    }
  }
  return createPhraseIndex<readonly TopicEvidence[]>(byPhrase)
}

/** Phrases of titles, each with the topics it stands for. */
export const TITLE_EVIDENCE: PhraseIndex<readonly TopicEvidence[]> = indexPhrases(row => [
  [row.title, 2],
  [row.hint, 1],
])

/** Phrases of duties and requirements, each with what it says for which topics. */
export const BODY_EVIDENCE: PhraseIndex<readonly TopicEvidence[]> = indexPhrases(row => [
  [row.strong, 2],
  [row.weak, 1],
])

const topicsOfSkill = new Map<string, Topic[]>()
for (const { topic, skills } of rows) {
  if (!isTopic(topic)) continue
  for (const skill of new Set(skills)) topicsOfSkill.set(skill, [...(topicsOfSkill.get(skill) ?? []), topic])
}

/** How many of the skills go with each topic; those that none goes with are left out. */
export function countTopicSkills(skills: readonly string[]): ReadonlyMap<Topic, number> {
  const counts = new Map<Topic, number>()
  for (const skill of skills) {
    for (const topic of topicsOfSkill.get(skill) ?? []) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  }
  return counts
}
