import { splitWords } from '../../catalog/split-words.ts'
import { lookUpTopics, TOPIC_NAMES, type TopicHit } from '../../posting/dictionary/topics.ts'
import { TOPICS, type Topic } from '../../posting/vocabulary.ts'
import { type AnyOf, anyOf, describeList, evaluateAnyOf, joinAnyOf } from '../any-of.ts'
import type { ConditionKind, Found } from '../condition.ts'
import { lookUpWords } from '../look-up-words.ts'
import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import type { Token } from '../tokenize.ts'
import { describeTopics, nearTopics, OWN_PHRASES } from '../topic-words.ts'

/** Phrases around a topic's word that are about something else; their words are free words. */
const OTHER_MEANINGS = createPhraseTable(
  phrasesOf(
    'health insurance|mental health|health benefits|health plan|education budget|education stipend|learning budget|security clearance|product company|product companies|product based|growth opportunities|growth mindset|growth stage|content with|support team|supportive|legal right|legally|support for|research budget|design system|design systems|design patterns|visa support|relocation support|social security|job security|product engineer|product engineers|product engineering|product minded|product driven|growth potential|career growth|tax free',
    true,
  ),
)

/** The kind of work. */
export const topicKind: ConditionKind<AnyOf<Topic>> = {
  id: 'topic',
  title: 'kind of work',
  examples: ['backend', 'ML infra', 'site reliability', 'data engineering or data science', 'not blockchain'],
  fields: ['topic', 'kind', 'field', 'area', 'role', 'category'],
  severalMean: 'all',
  words: () => TOPIC_NAMES,
  read: readTopic,
  readField: readTopicField,
  join: joinAnyOf,
  evaluate: ({ columns }, value) => evaluateAnyOf(columns.topic, value.anyOf),
  describe: value => describeTopics(value.anyOf),
  explain:
    ({ entries }, value) =>
    posting => {
      const own = entries[posting]?.posting.topics.filter(topic => value.anyOf.includes(topic)) ?? []
      return {
        label: `is ${describeList(
          own.map(topic => describeTopics([topic])),
          'and',
        )} work`,
        caveat: null,
      }
    },
  loosen: value => loosenTopic(value),
  titleWords: value => value.anyOf.flatMap(topic => splitWords(`${topic} ${describeTopics([topic])}`)),
}

const EXACT = createPhraseTable(TOPICS.map(topic => [topic, topic] as const))

/** After "topic=" a topic's own word means that one alone: `topic=ml` is neither ML infrastructure nor LLM. */
function readTopicField(tokens: readonly Token[], at: number): Found<AnyOf<Topic>> | null {
  const exact = tokens[at - 1]?.text === '=' ? EXACT.find(tokens, at) : null
  return exact ? { value: anyOf([exact.value]), count: exact.count } : readTopic(tokens, at)
}

function readTopic(tokens: readonly Token[], at: number): Found<AnyOf<Topic>> | null {
  // In capitals it is no form of "to be".
  if (tokens[at]?.text === 'BE') return { value: anyOf<Topic>(['backend']), count: 1 }
  const { words, counts } = lookUpWords(tokens, at)
  const hit = lookUpWritten(words)
  const count = hit ? counts[hit.length - 1] : undefined
  const own = OWN_PHRASES.find(tokens, at)
  if (own && own.count > (count ?? 0)) return { value: anyOf(own.value), count: own.count }
  const other = OTHER_MEANINGS.find(tokens, at)
  if (!hit || count === undefined || (other && other.count > count)) return null
  return { value: anyOf(hit.topics), count }
}

/** The phrase as it is written, or the longer one with its words in the singular: "instructional designers". */
function lookUpWritten(words: readonly string[]): TopicHit | null {
  const written = lookUpTopics(words, 0)
  const singular = lookUpTopics(words.map(toSingular), 0)
  return singular && singular.length > (written?.length ?? 0) ? singular : written
}

function toSingular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word
}

function loosenTopic({ anyOf: topics }: AnyOf<Topic>) {
  const near = nearTopics(topics)
  if (near.length === 0) return []
  return [
    {
      value: anyOf([...topics, ...near]),
      label: `also ${describeList(
        near.map(topic => describeTopics([topic])),
        'and',
      )}`,
    },
  ]
}
