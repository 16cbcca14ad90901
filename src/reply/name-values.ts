import { describeCountry } from '../posting/describe-posting.ts'
import { findSkill } from '../posting/dictionary/skills.ts'
import { TOPICS } from '../posting/vocabulary.ts'
import { describeTopics } from '../query/topic-words.ts'

/** A skill as people write it, by its canonical name. */
export function nameSkill(skill: string): string {
  return findSkill(skill)?.label ?? skill
}

/** A kind of work as people say it. */
export function nameTopic(word: string): string {
  const topic = TOPICS.find(candidate => candidate === word)
  return topic ? describeTopics([topic]) : word
}

/** A country by its code, `*` being anywhere. */
export function nameCountry(code: string): string {
  return code === '*' ? 'anywhere' : describeCountry(code)
}
