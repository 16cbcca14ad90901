import { foldText, splitWords, stemWord } from '../../catalog/split-words.ts'
import type { Posting } from '../../posting/posting.ts'
import type { SectionKind } from '../../posting/posting-text.ts'
import type { Aspect } from '../../query/detail/aspects.ts'
import type { AskForm } from '../../query/detail/detail-ask.ts'
import { AMOUNT, PAST_EXPERIENCE } from './cues/cue.ts'
import { CUES } from './cues/index.ts'
import { cutQuote } from './cut-quote.ts'
import { splitSentences } from './split-sentences.ts'

/** A sentence of a posting that speaks of what was asked. */
export interface Passage {
  /** Word for word, cut between words where it is long. */
  readonly quote: string
  /** The whole sentence. */
  readonly sentence: string
  /** Where in the sentence the words are that matter. */
  readonly at: number
  readonly section: SectionKind
}

interface Place {
  readonly sentence: string
  readonly section: SectionKind
  /** What stands above it: the heading, or a line that ends in a colon. */
  readonly lead: string
}

/** What passages are looked for. */
export interface PassageAsk {
  readonly aspect: Aspect
  readonly form: AskForm
  /** Stems of further words of the question; a sentence that holds them goes first. */
  readonly stems: readonly string[]
}

const MOST = 2
const LEAD_LENGTH = 90

/** The sentences about an aspect, the best first, at most two; empty where the posting does not say. */
export function findPassages(posting: Posting, { aspect, form, stems }: PassageAsk): readonly Passage[] {
  const { says, unless, amount = AMOUNT, sections } = CUES[aspect]
  if (PARTS.has(aspect) && form !== 'amount' && stems.length === 0) {
    const part = openAspect(posting, aspect)
    if (part.length > 0) return part
  }
  const scored = listPlaces(posting).flatMap((place, order) => {
    const hit = says.exec(place.sentence)
    const at = hit?.index ?? (isLed(place, says, unless) ? 0 : -1)
    if (at < 0 || unless?.test(place.sentence) || isAboutThePast(aspect, place.sentence)) return []
    const hasAmount = amount.test(place.sentence)
    if (form === 'amount' && !hasAmount) return []
    return [{ ...place, at, score: scorePlace(place, hit !== null, hasAmount, form, stems), order }]
  })
  const best = scored.sort((a, b) => b.score - a.score || a.order - b.order)
  const [first] = best
  if (!first) return sections && form !== 'amount' ? openSections(posting, sections) : []
  const close = best.filter(({ score }) => score > first.score - 1).slice(0, MOST)
  return close.map(toPassage)
}

/** Aspects of the person, which a sentence about experience does answer. */
const PERSONAL: ReadonlySet<Aspect> = new Set([
  'spoken-language',
  'certification',
  'clearance',
  'degree',
  'experience',
  'driving-licence',
  'skill',
  'portfolio',
  'nice-to-have',
  'requirements',
  'visa',
  'citizenship',
  'physical',
  'time-zone',
] as const)

/** "Experience with on-call rotations" does not say that there is one. */
function isAboutThePast(aspect: Aspect, sentence: string): boolean {
  return !PERSONAL.has(aspect) && PAST_EXPERIENCE.test(sentence)
}

/** Aspects that are a part of a posting: its first lines say more than any sentence in it. */
const PARTS: ReadonlySet<Aspect> = new Set([
  'duties',
  'requirements',
  'nice-to-have',
  'benefits',
  'product',
] as const)

function toPassage({ sentence, at, section }: Place & { readonly at: number }): Passage {
  return { quote: cutQuote(sentence, at), sentence, at, section }
}

/** Lines under "Travel requirements:" are about travel though they may not say so. */
function isLed({ lead }: Place, says: RegExp, unless: RegExp | undefined): boolean {
  return lead !== '' && lead.length <= LEAD_LENGTH && says.test(lead) && !unless?.test(lead)
}

const OFFERING: ReadonlySet<SectionKind> = new Set(['benefits', 'pay', 'place', 'process', 'role'])

function scorePlace(
  { sentence, section }: Place,
  isSaid: boolean,
  hasAmount: boolean,
  form: AskForm,
  stems: readonly string[],
): number {
  const words = new Set(splitWords(sentence).map(stemWord))
  const shared = stems.filter(stem => words.has(stem)).length
  return (
    (isSaid ? 1.5 : 0) +
    (hasAmount ? (form === 'amount' ? 1 : 0.6) : 0) +
    (OFFERING.has(section) ? 0.4 : 0) +
    (section === 'legal' || section === 'nice-to-have' ? -0.6 : 0) +
    shared -
    Math.min(0.5, sentence.length / 1500)
  )
}

const MOST_OPENED = 3

/** The first lines of the sections that are about nothing else. */
function openSections(posting: Posting, kinds: readonly SectionKind[]): readonly Passage[] {
  const kind = kinds.find(each =>
    posting.sections.some(({ kind: own, lines }) => own === each && lines.length > 0),
  )
  return posting.sections
    .filter(section => section.kind === kind)
    .flatMap(({ lines }) => lines)
    .filter(({ text }) => /\p{L}{3}/u.test(text))
    .slice(0, MOST_OPENED)
    .map(({ text }) => ({ quote: cutQuote(text), sentence: text, at: 0, section: kind ?? 'role' }))
}

/** The first lines of the sections that an aspect is all about; empty where it has none. */
export function openAspect(posting: Posting, aspect: Aspect): readonly Passage[] {
  const { sections } = CUES[aspect]
  return sections ? openSections(posting, sections) : []
}

const MOST_LED = 6
/** Longer ones are walls of text; what decides stands near their beginning. */
const LONGEST_SENTENCE = 1500

/** Every sentence once, in reading order. */
function listPlaces({ sections }: Posting): readonly Place[] {
  const seen = new Set<string>()
  const places: Place[] = []
  for (const { kind, heading, lines } of sections) {
    let lead = heading ?? ''
    let led = 0
    for (const { text } of lines) {
      for (const sentence of splitSentences(text).map(each => each.slice(0, LONGEST_SENTENCE))) {
        const isRepeated = seen.has(sentence)
        seen.add(sentence)
        if (!isRepeated) places.push({ sentence, section: kind, lead: led < MOST_LED ? lead : '' })
      }
      led++
      if (/:\W{0,3}$/.test(text)) [lead, led] = [text, 0]
    }
  }
  return places
}

/**
 * The sentences that hold every one of these stems; for questions about something that no aspect covers.
 * @example findSaying(posting, ['helicopt'], 'yes-no') // []
 */
export function findSaying(posting: Posting, stems: readonly string[], form: AskForm): readonly Passage[] {
  if (stems.length === 0) return []
  const found = listPlaces(posting).filter(({ sentence }) => {
    const words = new Set(splitWords(sentence).map(stemWord))
    return stems.every(stem => words.has(stem)) && (form !== 'amount' || AMOUNT.test(sentence))
  })
  return found
    .slice(0, MOST)
    .map(place => toPassage({ ...place, at: findWord(place.sentence, stems[0] ?? '') }))
}

function findWord(sentence: string, stem: string): number {
  return Math.max(0, foldText(sentence).indexOf(stem))
}

/** Sentences that hold one of these names as a word, such as the names of a technology. */
export function findNaming(posting: Posting, names: readonly string[]): readonly Passage[] {
  const spaced = names.map(name => ` ${splitWords(name).join(' ')} `)
  const found = listPlaces(posting).filter(({ sentence }) => {
    const text = ` ${splitWords(sentence).join(' ')} `
    return spaced.some(name => name.trim() !== '' && text.includes(name))
  })
  return found
    .slice(0, MOST)
    .map(place => toPassage({ ...place, at: findWord(place.sentence, foldText(names[0] ?? '')) }))
}
