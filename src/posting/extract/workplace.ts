import type { Contradiction } from '../posting.ts'
import type { PostingText, Reading } from '../posting-text.ts'
import type { Workplace } from '../vocabulary.ts'
import { splitSentences } from './passages.ts'
import type { Place } from './place.ts'
import type { WorkplaceSignal } from './workplace-rule.ts'
import { readWorkplaceSignals } from './workplace-signals.ts'

/** The workplace with what speaks against it: a tag that the text overrules. */
export interface WorkplaceReading extends Reading<Workplace | null> {
  readonly contradictions: readonly Contradiction[]
}

interface QuotedSignal extends WorkplaceSignal {
  readonly quote: string
}

const REMOTE_WORD =
  /\b(?:remote(?:ly)?|wfh|work from home|home[- ]based|anywhere|telecommut\w*|worldwide|zdaln\w+|remoto|télétravail|home ?-?office)\b/i
const HYBRID_WORD = /\b(?:hybrid|hybride|híbrido|hybrydow\w+)\b/i
const ON_SITE_WORD = /\b(?:on-?site|in[- ]office|in[- ]person|presencial|vor ort)\b/i

/** The workplace words of a tag or title; a choice of several is remote. */
function readHeaderWorkplace(header: string): Workplace | null {
  if (REMOTE_WORD.test(header)) return 'remote'
  if (HYBRID_WORD.test(header)) return 'hybrid'
  return ON_SITE_WORD.test(header) ? 'onsite' : null
}

function readHeader(text: PostingText): QuotedSignal | null {
  const isTelecommute = text.jobPosting?.jobLocationType === 'TELECOMMUTE'
  if (isTelecommute) return { workplace: 'remote', strength: 'role', quote: 'TELECOMMUTE' }
  for (const header of [text.placeTag ?? '', text.titleLine ?? '']) {
    const workplace = readHeaderWorkplace(header)
    if (workplace !== null) return { workplace, strength: 'role', quote: header }
  }
  return null
}

function readSignals(text: PostingText): readonly QuotedSignal[] {
  const found: QuotedSignal[] = []
  for (const { heading, lines } of text.sections) {
    const isWish = heading !== null && PREFERENCE.test(heading)
    if (heading !== null) addSignals(heading, isWish, found)
    for (const line of lines) addSignals(line.text, isWish, found)
  }
  return found
}

function addSignals(line: string, isWish: boolean, into: QuotedSignal[]): void {
  for (const quote of splitSentences(line))
    for (const signal of readWorkplaceSignals(quote))
      into.push({ ...signal, ...(isWish && { strength: 'company' }), quote })
}

/** Below "Preferred locations" stands what is liked, not what is asked. */
const PREFERENCE = /\bpreferred (?:locations?|offices?|places?)\b/i

const isHeaderRemote = (header: QuotedSignal | null): boolean =>
  header === null || header.workplace === 'remote'

/** What binds to an office: a number of days always, a name only where the text does not offer remote work too. */
function decideOffice(
  header: QuotedSignal | null,
  signals: readonly QuotedSignal[],
): QuotedSignal | undefined {
  const counted = signals.find(signal => signal.strength === 'rule')
  if (counted !== undefined) return counted
  const named =
    signals.find(signal => signal.workplace === 'hybrid' && signal.strength === 'role') ??
    signals.find(signal => signal.workplace === 'onsite' && signal.strength === 'role')
  const isOffered = signals.some(
    ({ workplace, strength, quote }) =>
      workplace === 'remote' && strength !== 'company' && quote !== named?.quote,
  )
  return isOffered && isHeaderRemote(header) ? undefined : named
}

/** What decides, in the order of trust; the tag's own word comes before what is said of the company. */
function decide(header: QuotedSignal | null, signals: readonly QuotedSignal[]): QuotedSignal | null {
  const office = decideOffice(header, signals)
  if (office !== undefined) return office
  const find = (workplace: Workplace, strength: WorkplaceSignal['strength']): QuotedSignal | undefined =>
    signals.find(signal => signal.workplace === workplace && signal.strength === strength)
  const hybrid = find('hybrid', 'company')
  const hasRemote = signals.some(signal => signal.workplace === 'remote')
  // "Remote,Hybrid": the text decides which of the two is meant.
  if (hybrid !== undefined && !hasRemote && header !== null && HYBRID_WORD.test(header.quote)) return hybrid
  if (header?.workplace === 'remote') return header
  const remote = find('remote', 'role') ?? find('remote', 'offer')
  return remote ?? header ?? find('onsite', 'company') ?? hybrid ?? find('remote', 'company') ?? null
}

/** Reads whether the work is remote, hybrid or on site; null where the posting does not say. */
export function readWorkplace(text: PostingText, _place: Reading<Place>): WorkplaceReading {
  const header = readHeader(text)
  const decided = decide(header, readSignals(text))
  if (decided === null) return { value: null, quotes: [], contradictions: [] }
  const isContradicted = header !== null && header.workplace !== decided.workplace
  const contradictions: readonly Contradiction[] = isContradicted
    ? [
        {
          field: 'workplace',
          values: [decided.workplace, header.workplace],
          quotes: [decided.quote, header.quote],
        },
      ]
    : []
  return { value: decided.workplace, quotes: [decided.quote], contradictions }
}
