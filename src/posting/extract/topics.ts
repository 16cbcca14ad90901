import type { PostingText, Reading } from '../posting-text.ts'
import type { Topic } from '../vocabulary.ts'
import { COMPANIONS, FROM_BODY, HINT_FROM_BODY, HINT_FROM_BODY_ELSE, WEB_TOPICS } from './topic-rules.ts'
import { scoreTopics, type TopicScore } from './topic-scores.ts'
import { readWebTopics } from './web-topics.ts'

const SOFTWARE_JOB =
  /\b(?:engineer|engineering|engineers|developer|developers|programmer|software|swe|sde|entwickler|développeur|développeuse|ingénieur logiciel|desarrollador|desenvolvedor|desenvolvimento|ontwikkelaar|programista|architect|tech lead)\b/iu
const MOST_QUOTES = 4
const OTHER_JOB_FROM_BODY = 6

/**
 * Reads what the job is, by its title first and then by its duties and requirements; the clearest first.
 * Empty where neither tells.
 */
export function readTopics(
  text: PostingText,
  title: string,
  skills: readonly string[],
): Reading<readonly Topic[]> {
  const scores = scoreTopics(text, title, skills)
  const inTitle = scores.filter(isInTitle).map(score => score.topic)
  const web = SOFTWARE_JOB.test(title) ? readWebTopics(scores, inTitle, title) : []
  const named = [...inTitle.filter(topic => !WEB_TOPICS.includes(topic)), ...web]
  const companions = scores.filter(score => isCompanion(score, inTitle)).map(score => score.topic)
  const fromBody = readBody(scores, title, named)
  const topics = [...new Set([...named, ...companions, ...fromBody])]
  return { value: topics, quotes: quote(text, scores, topics) }
}

function isInTitle(score: TopicScore): boolean {
  if (WEB_TOPICS.includes(score.topic)) return score.inTitle === 2
  return (
    score.inTitle === 2 ||
    (score.inTitle === 1 && score.inBody >= (HINT_FROM_BODY[score.topic] ?? HINT_FROM_BODY_ELSE))
  )
}

function isCompanion({ topic, inBody, skills }: TopicScore, inTitle: readonly Topic[]): boolean {
  const rules = inTitle.flatMap(named => COMPANIONS[named] ?? []).filter(rule => rule.topic === topic)
  return rules.some(
    rule => inBody >= rule.fromBody || (rule.fromSkills !== null && skills >= rule.fromSkills),
  )
}

/** What the text alone makes of a job whose title names no kind of work. */
function readBody(scores: readonly TopicScore[], title: string, named: readonly Topic[]): Topic[] {
  const isGeneric = named.every(topic => WEB_TOPICS.includes(topic))
  if (SOFTWARE_JOB.test(title)) {
    return isGeneric ? scores.filter(s => s.inBody >= (FROM_BODY[s.topic] ?? Infinity)).map(s => s.topic) : []
  }
  if (named.length > 0) return []
  const best = [...scores].sort((a, b) => b.inBody - a.inBody)[0]
  return best && best.inBody >= OTHER_JOB_FROM_BODY ? [best.topic] : []
}

function quote(text: PostingText, scores: readonly TopicScore[], topics: readonly Topic[]): string[] {
  const lines = topics.flatMap(topic => scores.find(score => score.topic === topic)?.line ?? [])
  return [...new Set([...(text.titleLine ? [text.titleLine] : []), ...lines])].slice(0, MOST_QUOTES)
}
