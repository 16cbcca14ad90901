import type { PhraseIndex } from '../dictionary/phrase-index.ts'
import { splitWords, type Word } from '../dictionary/split-words.ts'
import {
  BODY_EVIDENCE,
  countTopicSkills,
  TITLE_EVIDENCE,
  type TopicEvidence,
} from '../dictionary/topic-evidence.ts'
import type { PostingText, SectionKind } from '../posting-text.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import { TOPICS, type Topic } from '../vocabulary.ts'
import { splitSentences } from './passages.ts'

/** What a posting says for one topic. */
export interface TopicScore {
  readonly topic: Topic
  /** 2 where a phrase of the title stands for it, 1 where one only hints at it ("Java", "Risk"), else 0. */
  readonly inTitle: number
  /** Weighted phrases of duties and requirements. */
  readonly inBody: number
  /** How many of the skills go with it. */
  readonly skills: number
  /** The sentence that speaks for it most; null where only title or skills do. */
  readonly sentence: string | null
}

const SECTION_WEIGHT: Readonly<Partial<Record<SectionKind, number>>> = {
  role: 1,
  duties: 1,
  requirements: 0.7,
  stack: 0.3,
  'nice-to-have': 0.25,
}
const MOST_TIMES = 3

interface BodyTally {
  score: number
  best: { readonly sentence: string; readonly score: number } | null
}

/** What title, duties, requirements and skills of a posting say for each topic. */
export function scoreTopics(text: PostingText, title: string, skills: readonly string[]): TopicScore[] {
  const inTitle = scanTitle(title)
  const body = scanBody(text)
  const skillCounts = countTopicSkills(skills)
  return TOPICS.map(topic => ({
    topic,
    inTitle: inTitle.get(topic) ?? 0,
    inBody: body.get(topic)?.score ?? 0,
    skills: skillCounts.get(topic) ?? 0,
    sentence: body.get(topic)?.best?.sentence ?? null,
  }))
}

function scanTitle(title: string): ReadonlyMap<Topic, number> {
  const best = new Map<Topic, number>()
  for (const { evidence } of findEvidence(TITLE_EVIDENCE, title)) {
    for (const { topic, weight } of evidence) best.set(topic, Math.max(best.get(topic) ?? 0, weight))
  }
  return best
}

/** A phrase counts three times at most: repeating a word makes no other job of it. */
function scanBody(text: PostingText): ReadonlyMap<Topic, BodyTally> {
  const tallies = new Map<Topic, BodyTally>()
  const times = new Map<string, number>()
  for (const section of text.sections) {
    const sectionWeight = SECTION_WEIGHT[section.kind] ?? 0
    if (sectionWeight === 0) continue
    for (const line of section.lines) {
      for (const sentence of splitSentences(line.text)) scanSentence(sentence, sectionWeight, tallies, times)
    }
  }
  return tallies
}

function scanSentence(
  sentence: string,
  sectionWeight: number,
  tallies: Map<Topic, BodyTally>,
  times: Map<string, number>,
): void {
  const phrases = findBodyEvidence(sentence)
  if (phrases.length === 0) return
  const inSentence = new Map<Topic, number>()
  for (const { phrase, evidence } of phrases) {
    const count = (times.get(phrase) ?? 0) + 1
    times.set(phrase, count)
    if (count > MOST_TIMES) continue
    for (const { topic, weight } of evidence)
      inSentence.set(topic, (inSentence.get(topic) ?? 0) + (weight * sectionWeight) / count)
  }
  for (const [topic, score] of inSentence) {
    const tally = tallies.get(topic) ?? { score: 0, best: null }
    tally.score += score
    if (tally.best === null || score > tally.best.score) tally.best = { sentence, score }
    tallies.set(topic, tally)
  }
}

/** A phrase that speaks for topics, in lower case. */
interface FoundPhrase {
  readonly phrase: string
  readonly evidence: readonly TopicEvidence[]
}

const findBodyEvidence = rememberByPassage(sentence => findEvidence(BODY_EVIDENCE, sentence))

function findEvidence(index: PhraseIndex<readonly TopicEvidence[]>, text: string): readonly FoundPhrase[] {
  const words = splitWords(text)
  const found: FoundPhrase[] = []
  for (let at = 0; at < words.length; ) {
    const hit = index.lookUpAcross(text, words, at)
    if (hit) found.push({ phrase: joinWords(text, words, at, at + hit.length), evidence: hit.entry })
    at += hit?.length ?? 1
  }
  return found
}

/** Words as one phrase, whatever stands between them and however they are written. */
function joinWords(text: string, words: readonly Word[], from: number, to: number): string {
  let phrase = ''
  for (let i = from; i < to; i++) {
    const word = words[i]
    if (word !== undefined) phrase += `${i === from ? '' : ' '}${text.slice(word.start, word.end)}`
  }
  return phrase.toLowerCase()
}
