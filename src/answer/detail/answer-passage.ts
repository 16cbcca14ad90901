import { splitWords, stemWord } from '../../catalog/split-words.ts'
import type { Aspect } from '../../query/detail/aspects.ts'
import type { DetailAsk } from '../../query/detail/detail-ask.ts'
import type { AnswerScope, Said } from './answer-scope.ts'
import { CUES } from './cues/index.ts'
import { findPassages, type Passage } from './find-passages.ts'
import { readPolarity } from './polarity.ts'

/** From the sentences about an aspect; for yes or no with what they say to it. */
export function answerPassage({ posting, ask }: AnswerScope, aspect: Aspect): Said | null {
  const stems = stemsBeside(ask, aspect)
  const passages = findPassages(posting, { aspect, form: ask.form, stems })
  const named = aspect === 'spoken-language' ? stems.filter(stem => !SPEAKING.has(stem)) : []
  // "does it need Vietnamese?" is not answered by "English-speaking".
  const fitting = named.length > 0 ? passages.filter(passage => holdsAny(passage, named)) : passages
  const all = ask.words.map(({ key }) => stemWord(key))
  if (fitting.length === 0 || lacksQualifier(fitting, all)) return null
  return {
    lead: isOnlyWelcome(ask, fitting)
      ? WELCOME
      : ask.form === 'yes-no'
        ? leadOf(fitting, CUES[aspect].says)
        : '',
    quotes: fitting.map(({ quote }) => quote),
  }
}

/** Words of questions about languages that name none. */
const SPEAKING: ReadonlySet<string> = new Set(
  'speak spoken speaking language languages fluent fluently fluency level native speaker skills bilingual foreign second working english-speaking learn know understand good minimum main sprachen'
    .split(' ')
    .map(stemWord),
)

/** Words without which a sentence does not answer: “generous PTO” says nothing of unlimited PTO. */
const QUALIFIERS: readonly string[] = [
  'unlimited',
  'uncapped',
  'mandatory',
  'guaranteed',
  'match',
  'profitable',
  'bootstrapped',
].map(stemWord)

function lacksQualifier(passages: readonly Passage[], stems: readonly string[]): boolean {
  const wanted = stems.filter(stem => QUALIFIERS.includes(stem))
  return wanted.length > 0 && !passages.some(passage => holdsAny(passage, wanted))
}

function holdsAny({ sentence }: Passage, stems: readonly string[]): boolean {
  const words = new Set(splitWords(sentence).map(stemWord))
  return stems.some(stem => words.has(stem))
}

/** Stems of the words that do not name the aspect itself. */
export function stemsBeside({ aspects, words }: DetailAsk, aspect: Aspect): readonly string[] {
  const naming = aspects.filter(each => each.aspect === aspect && aspect !== 'spoken-language')
  return words
    .filter(({ start, end }) => !naming.some(each => start < each.end && each.start < end))
    .map(({ key }) => stemWord(key))
}

/** What is said of something that is named only among what is nice to have. */
export const WELCOME = 'Welcome, not required.'

/** Whether what is asked to be needed is named only among what is nice to have. */
export function isOnlyWelcome({ form, asksForNeed }: DetailAsk, passages: readonly Passage[]): boolean {
  if (form !== 'yes-no' || !asksForNeed) return false
  const sections = passages.map(({ section }) => section)
  return sections.includes('nice-to-have') && !sections.includes('requirements')
}

/** How an answer to yes or no begins. */
export const LEADS = { yes: 'Yes.', no: 'No.', depends: '' } as const

/** What the best sentence says to yes or no. */
export function leadOf(passages: readonly Passage[], says: RegExp): string {
  const [first] = passages
  if (!first) return ''
  const hit = says.exec(first.sentence)
  const from = hit?.index ?? first.at
  return LEADS[readPolarity(first.sentence, from, from + (hit?.[0].length ?? 0))]
}
