import { listPattern } from '../list-pattern.ts'
import type { PostingText, Reading } from '../posting-text.ts'
import type { Topic } from '../vocabulary.ts'
import {
  BUSINESS_TOPICS,
  COMPANIONS,
  type Companion,
  DOMAIN_FROM_BODY,
  DOMAIN_TOPICS,
  FROM_BODY,
  HINT_FROM_BODY,
  HINT_FROM_BODY_ELSE,
  PRODUCT_FROM_BODY,
  PRODUCT_TOPICS,
  WEB_TOPICS,
} from './topic-rules.ts'
import { scoreTopics, type TopicScore } from './topic-scores.ts'
import { readWebTopics } from './web-topics.ts'

const SOFTWARE_JOB = listPattern({
  before: String.raw`\b`,
  words: [
    String.raw`(?:java|python|php|\.net|web|apps?|applications?|mobile|game|backend) development`,
    'engineer|engineering|engineers|developer|developers|(?<!business |biz )dev|programmer|coder',
    String.raw`software|swe|sde|\p{L}*entwickler(?:in)?|développeur|développeuse|développement|logiciel`,
    'desarrollador(?:a)?|desenvolvedor(?:a)?|desenvolvimento|ontwikkelaar|programista',
    'programmierer(?:in)?|utvecklare|architect|tech lead|back-?end|front-?end|full-?stack',
  ],
  after: String.raw`\b`,
  flags: 'iu',
})
const MOST_QUOTES = 4
const OTHER_JOB_FROM_BODY = 6
const OTHER_JOB_BESIDE = 10
/** So many tools that only such jobs use make up for some of the words about it. */
const MANY_SKILLS = 4
const SURER = 0.7
const HAS_OWN_TOOLS: ReadonlySet<Topic> = new Set(['mobile', 'ios', 'android', 'ml', 'games', 'embedded'])
/** Below this score the text says nothing of a topic. */
const UNSAID = 1
/** Where the title states backend, frontend or fullstack, the text needs that much more to add to it. */
const STATED_CAUTION = 1.5

/**
 * Reads what the job is, by its title first and then by its duties and requirements; the clearest first.
 * Empty where neither tells.
 */
export function readTopics(
  text: PostingText,
  title: string,
  skills: readonly string[],
): Reading<readonly Topic[]> {
  const scores = scoreTopics(text, withoutUnits(title), skills)
  const isSoftware = SOFTWARE_JOB.test(title)
  const isForBusiness =
    isSoftware && scores.some(score => score.inTitle === 2 && WEB_TOPICS.includes(score.topic))
  const inTitle = listInTitle(scores, isSoftware, isForBusiness).filter(
    topic => !isProduct(topic, scores, title),
  )
  const stated = inTitle.filter(topic => scores.some(score => score.topic === topic && score.inTitle === 2))
  if (stated.length === 1 && stated[0] === 'other') return { value: ['other'], quotes: [title] }
  const web = isSoftware ? readWebTopics(scores, inTitle, title) : []
  const named = [...inTitle.filter(topic => topic !== 'other' && !WEB_TOPICS.includes(topic)), ...web]
  const companions = listCompanions(scores, stated.length > 0 ? stated : inTitle)
  const domains = isSoftware ? scores.filter(isDomain).map(score => score.topic) : []
  const found = [...named, ...companions, ...readBody(scores, title, named), ...domains]
  const topics = [...new Set(found.length > 0 ? found : readMain(scores, isSoftware))]
  return { value: topics, quotes: quote(text, scores, topics) }
}

function listInTitle(scores: readonly TopicScore[], isSoftware: boolean, isForBusiness: boolean): Topic[] {
  const certain = scores.filter(score => isInTitle(score, isSoftware, isForBusiness))
  // Outside software a hint is all that some titles give: "Tax Lead".
  const hinted = certain.length === 0 && !isSoftware ? scores.filter(score => score.inTitle === 1) : []
  return [...certain, ...hinted].map(score => score.topic)
}

/** "Backend Engineer (Customer Success)" works for that business, not in it. */
function isInTitle(
  { topic, inTitle, inBody }: TopicScore,
  isSoftware: boolean,
  isForBusiness: boolean,
): boolean {
  if (WEB_TOPICS.includes(topic)) return inTitle === 2
  if (BUSINESS_TOPICS.has(topic) && (isForBusiness || (isSoftware && inTitle === 1 && topic !== 'marketing')))
    return false
  return inTitle === 2 || (inTitle === 1 && inBody >= (HINT_FROM_BODY[topic] ?? HINT_FROM_BODY_ELSE))
}

/** "Backend Engineer (New Platform)" builds a product that goes by the word. */
const isProduct = (topic: Topic, scores: readonly TopicScore[], title: string): boolean =>
  PRODUCT_TOPICS.has(topic) &&
  !/\bplatform (?:software )?(?:engineer|developer|team)/i.test(title) &&
  scores.some(score => WEB_TOPICS.includes(score.topic) && score.inTitle > 0) &&
  scores.some(score => score.topic === topic && score.inBody < PRODUCT_FROM_BODY)

function listCompanions(scores: readonly TopicScore[], inTitle: readonly Topic[]): Topic[] {
  const rules = inTitle.flatMap(named => COMPANIONS[named] ?? [])
  if (rules.length === 0) return []
  return scores.filter(score => rules.some(rule => isBorneOut(rule, score))).map(score => score.topic)
}

const isBorneOut = (rule: Companion, { topic, inBody, skills }: TopicScore): boolean =>
  rule.topic === topic && (inBody >= rule.fromBody || (rule.fromSkills !== null && skills >= rule.fromSkills))

const isToldBySkills = ({ topic, skills }: TopicScore): boolean =>
  HAS_OWN_TOOLS.has(topic) && skills >= MANY_SKILLS

/** What the text alone makes of a job whose title names no kind of work. */
function readBody(scores: readonly TopicScore[], title: string, named: readonly Topic[]): Topic[] {
  const isGeneric = named.every(topic => WEB_TOPICS.includes(topic) || isUnsaid(scores, topic))
  if (SOFTWARE_JOB.test(title)) {
    const isStated =
      named.some(topic => WEB_TOPICS.includes(topic) || !isUnsaid(scores, topic)) &&
      scores.some(s => s.inTitle === 2)
    const caution = isStated ? STATED_CAUTION : 1
    return isGeneric
      ? scores
          .filter(
            s => s.inBody >= (FROM_BODY[s.topic] ?? Infinity) * caution * (isToldBySkills(s) ? SURER : 1),
          )
          .map(s => s.topic)
      : []
  }
  if (named.length > 0) return scores.filter(s => s.inBody >= OTHER_JOB_BESIDE).map(s => s.topic)
  const best = [...scores].sort((a, b) => b.inBody - a.inBody)[0]
  return best && best.inBody >= OTHER_JOB_FROM_BODY ? [best.topic] : []
}

/** A kind of work of the title that the text says nothing of leaves the text to tell: "DataOps", all about security. */
const isUnsaid = (scores: readonly TopicScore[], topic: Topic): boolean =>
  scores.some(score => score.topic === topic && score.inBody < UNSAID && score.skills < 2)

const isDomain = ({ topic, inBody }: TopicScore): boolean =>
  DOMAIN_TOPICS.has(topic) && inBody >= DOMAIN_FROM_BODY

/** How near to the clearest topic of a text another one must be to count as well. */
const NEARLY = 0.8

/** Where nothing else tells, what the text speaks of most. */
function readMain(scores: readonly TopicScore[], isSoftware: boolean): Topic[] {
  const crafts = scores.filter(score => !BUSINESS_TOPICS.has(score.topic))
  // Who writes software for a business speaks of that business as well.
  const isCraft = isSoftware && crafts.some(score => score.inBody >= OTHER_JOB_FROM_BODY)
  const eligible = isCraft ? crafts : scores
  const most = Math.max(0, ...eligible.map(score => score.inBody))
  if (most < OTHER_JOB_FROM_BODY) return []
  return eligible.filter(score => score.inBody >= most * NEARLY).map(score => score.topic)
}

/** "(Web and Mobile Business Unit)" and "to the CEO" are where one sits, not what one does. */
const withoutUnits = (title: string): string =>
  title.replace(
    /\([^()]{0,60}\b(?:business unit|department|division)\)|\bto (?:the |our )?(?:c[a-z]o|chief|president|director|board|vp|founders?)\b/gi,
    ' ',
  )

function quote(text: PostingText, scores: readonly TopicScore[], topics: readonly Topic[]): string[] {
  const lines = topics.flatMap(topic => scores.find(score => score.topic === topic)?.sentence ?? [])
  return [...new Set([...(text.titleLine ? [text.titleLine] : []), ...lines])].slice(0, MOST_QUOTES)
}
