import { lookUpTopics } from '../posting/dictionary/topics.ts'
import { memoizeByText } from '../posting/memoize-by-text.ts'
import type { Topic } from '../posting/vocabulary.ts'
import { describeList } from './any-of.ts'
import { createPhraseTable, phrasesOf } from './phrase-table.ts'
import { tokenize } from './tokenize.ts'

/** Phrases that the dictionary of kinds of work lacks. */
export const OWN_PHRASES = createPhraseTable<readonly Topic[]>([
  ...phrasesOf(
    'data jobs|data roles|data positions|data people|data team|data teams|data professionals|data openings|data work|data job|data role|data field|data world|data space|head of data|director of data|vp of data|data lead|data manager',
    ['data-engineering', 'data-science', 'data-analysis'] as const,
  ),
  ...phrasesOf('qa automation|automation qa|qa automation engineer|automated qa|automated tests', [
    'qa',
  ] as const),
  ...phrasesOf('video game|video game development|video game developer|video gaming', ['games'] as const),
  ...phrasesOf(
    'managers of engineers|manager of engineers|managing engineers|manage engineers|leading engineers|managers of developers|manage developers|engineering team manager|managing engineering teams|manage an engineering team|engineering team lead manager',
    ['engineering-management'] as const,
  ),
  ...phrasesOf(
    'data guy|data guys|data person|data folks|data wizard|data nerd|data geek|data expert|data experts|data specialist|data professional|number crunching|crunching numbers|number cruncher|datos|ingeniero de datos y ciencia',
    ['data-engineering', 'data-science', 'data-analysis'] as const,
  ),
  ...phrasesOf(
    'fe|fe dev|fe devs|fe job|fe jobs|fe role|fe roles|frontender|frontenders|front ender|fe engineers|fe developers|ui dev|ui devs|front end stuff',
    ['frontend'] as const,
  ),
  ...phrasesOf(
    'be dev|be devs|be developer|be developers|be engineer|be engineers|backender|backenders|back ender',
    ['backend'] as const,
  ),
  ...phrasesOf('fs dev|fs devs|fs developer|fs engineer|full stacker|fullstacker|full stackers', [
    'fullstack',
  ] as const),
  ...phrasesOf(
    'people management in engineering|people management in software|people management in tech|engineering people management|engineering people manager|people management for engineers|manage people in engineering|managing people in engineering|managing developers|manage software engineers|lead engineering teams|leading engineering teams|manage engineering teams|vp eng|vpe|head of eng|director of eng|eng director|eng leadership|engineering people leader|software engineering management|software development management|eng management',
    ['engineering-management'] as const,
  ),
  ...phrasesOf(
    'customer support agent|customer support agents|support rep|support reps|customer service agent|customer service rep|customer support person|call center agent|call centre|contact center|contact centre|support desk',
    ['customer-support'] as const,
  ),
  ...phrasesOf(
    'training developer|training developers|training designer|training designers|training manager|training managers|training coordinator|training and development|training content|corporate training|corporate trainer|trainers|course developer|course developers|course creator|course creators|course designer|course author|courseware|curriculum developers|curriculum writer|curriculum writers|curriculum design|curriculum development|learning designer|learning designers|learning experience designer|learning content|elearning|e learning|l & d|educator|educators|schoolteacher',
    ['education'] as const,
  ),
  ...phrasesOf(
    'account exec|account execs|sales exec|sales execs|sales people|salespeople|sales guy|sales person|sales agent|sales agents|sales consultant|cold calling',
    ['sales'] as const,
  ),
  ...phrasesOf(
    'pen testers|pen test|white hat|ethical hacker|ethical hackers|ethical hacking|bug bounty|threat hunter|threat hunting',
    ['security'] as const,
  ),
  ...phrasesOf(
    'graphic artist|graphic artists|illustrators|animator|animators|3d artist|ux person|ux guy|ux folks|ui person|visual artist',
    ['design'] as const,
  ),
  ...phrasesOf(
    'system admins|systems admin|systems admins|sys admins|linux admin|linux admins|linux administrator|windows admin|server admin|server administrator',
    ['infrastructure'] as const,
  ),
  ...phrasesOf('database admin|database admins|db admin|db admins|db administrator|sql dba', [
    'database',
  ] as const),
  ...phrasesOf('network technician|network admin|network admins', ['networking'] as const),
  ...phrasesOf(
    'social media manager|community builder|growth hacker|growth hacking|growth marketer|growth marketers|marketeer|marketeers',
    ['marketing'] as const,
  ),
  ...phrasesOf(
    'crm developer|crm specialist|erp specialist|crm consultants|erp consultants|sap specialist|salesforce admins',
    ['crm-erp'] as const,
  ),
  ...phrasesOf('bookkeepers|accounts assistant|accounts clerk|cpa|cfo office|number cruncher accounting', [
    'finance-accounting',
  ] as const),
  ...phrasesOf('office assistant|office assistants|back office|front desk|office clerk|office admin', [
    'admin',
  ] as const),
  ...phrasesOf('legal assistant|legal assistants|in house counsel|inhouse counsel|law', ['legal'] as const),
  ...phrasesOf('dev advocate|dev advocates|dev advocacy|dev relations', ['community-devrel'] as const),
  ...phrasesOf('technical pm|technical pms|technical product manager|technical product managers', [
    'product-management',
  ] as const),
  // Kinds whose own word stands for several.
  ...phrasesOf('core machine learning', ['ml'] as const),
  ...phrasesOf('cross-platform mobile', ['mobile'] as const),
])

/** Names of topics that read better than their word, and phrases that stand for several topics. */
const NAMES: Readonly<Partial<Record<Topic, string>>> = {
  'ml-infra': 'ML infrastructure',
  llm: 'LLM',
  ml: 'core machine learning',
  mobile: 'cross-platform mobile',
  sre: 'site reliability',
  qa: 'QA',
  ios: 'iOS',
  android: 'Android',
  devops: 'DevOps',
  'recruiting-hr': 'recruiting',
  'finance-accounting': 'finance',
  'it-support': 'IT support',
  'crm-erp': 'CRM',
  'community-devrel': 'developer relations',
}

/** Phrases that mean several topics. */
const GROUPS = ['machine learning', 'mobile'].flatMap(phrase => {
  const hit = lookUpTopics(phrase.split(' '), 0)
  return hit && hit.topics.length > 1 ? [{ phrase, topics: hit.topics }] : []
})

/**
 * Topics in words that read back to the same ones.
 * @example describeTopics(['ml-infra']) // "ML infrastructure"
 */
export function describeTopics(topics: readonly Topic[]): string {
  const groups = GROUPS.filter(group => group.topics.every(topic => topics.includes(topic)))
  const rest = topics.filter(topic => !groups.some(group => group.topics.includes(topic)))
  return describeList([...groups.map(group => group.phrase), ...rest.map(nameTopic)])
}

/** Worked out once for each: a reply names several topics. */
const nameTopic = memoizeByText((topic: Topic): string => {
  const spaced = topic.replaceAll('-', ' ')
  const name = NAMES[topic] ?? spaced
  const words = name.split(' ')
  const hit = lookUpTopics(words, 0)
  const isExact = hit?.length === words.length && hit.topics.length === 1 && hit.topics[0] === topic
  const own = OWN_PHRASES.find(tokenize(name), 0)
  return isExact || own?.value.join() === topic ? name : `topic=${topic}`
})

/** Kinds of work whose postings are worth a look when there are none of another kind. */
const NEIGHBOURS: readonly (readonly Topic[])[] = [
  ['backend', 'fullstack', 'platform'],
  ['frontend', 'fullstack', 'design'],
  ['mobile', 'ios', 'android'],
  ['ml', 'ml-infra', 'llm', 'data-science'],
  ['ml-infra', 'platform', 'infrastructure'],
  ['data-engineering', 'data-analysis', 'database'],
  ['devops', 'sre', 'infrastructure', 'platform', 'cloud'],
  ['embedded', 'systems', 'robotics'],
  ['sales', 'solutions-engineering', 'customer-success'],
  ['customer-support', 'customer-success', 'it-support'],
  ['product-management', 'project-management'],
  ['marketing', 'content-writing', 'community-devrel'],
  ['infrastructure', 'networking'],
]

/** The topics beside these. */
export function nearTopics(topics: readonly Topic[]): readonly Topic[] {
  const groups = NEIGHBOURS.filter(group => topics.some(topic => group[0] === topic || group.includes(topic)))
  return [...new Set(groups.flat())].filter(topic => !topics.includes(topic))
}
