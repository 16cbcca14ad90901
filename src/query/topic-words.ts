import { lookUpTopics } from '../posting/dictionary/topics.ts'
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
  ...phrasesOf('video game|video game development|video game developer|video gaming', ['games'] as const),
  ...phrasesOf(
    'managers of engineers|manager of engineers|managing engineers|manage engineers|leading engineers|managers of developers|manage developers|engineering team manager|managing engineering teams|manage an engineering team|engineering team lead manager',
    ['engineering-management'] as const,
  ),
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

function nameTopic(topic: Topic): string {
  const spaced = topic.replaceAll('-', ' ')
  const name = NAMES[topic] ?? spaced
  const words = name.split(' ')
  const hit = lookUpTopics(words, 0)
  const isExact = hit?.length === words.length && hit.topics.length === 1 && hit.topics[0] === topic
  const own = OWN_PHRASES.find(tokenize(name), 0)
  return isExact || own?.value.join() === topic ? name : `topic=${topic}`
}

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
