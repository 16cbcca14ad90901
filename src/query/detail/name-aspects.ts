import type { PhraseHit } from '../phrase-table.ts'
import type { Token } from '../tokenize.ts'
import { ASPECT_WORDS, type Aspect } from './aspects.ts'
import type { NamedAspect } from './detail-ask.ts'
import { DEFINITE, findNoun } from './mark-target.ts'
import type { NamedCompany } from './name-companies.ts'

/** "what does Higharc do?" is about the company, "what does the engineer do?" about the work. */
function readDoing(tokens: readonly Token[], at: number): PhraseHit<Aspect> | null {
  const isDoing = tokens[at]?.key === 'do' && DOING.has(tokens[at + 1]?.key ?? '')
  const isAsked = tokens.some(
    ({ key }, i) => key === 'what' && ['does', 'do'].includes(tokens[i + 1]?.key ?? ''),
  )
  if (!isDoing || !isAsked || at < 3) return null
  return {
    value: findNoun(tokens, DEFINITE.has(tokens[2]?.key ?? '') ? 3 : 2) === null ? 'product' : 'duties',
    count: 1,
  }
}

const LANGUAGES = new Set(
  'english german french spanish portuguese italian dutch polish czech russian ukrainian swedish danish norwegian finnish mandarin chinese japanese korean hebrew arabic turkish hungarian romanian greek hindi'.split(
    ' ',
  ),
)
const SPEAKING = new Set(
  'speak speaking know need require requires required fluent in understand of good want wants must expect'.split(
    ' ',
  ),
)

/** "does it require German?" is about the language that is spoken. */
function readLanguage(tokens: readonly Token[], at: number): PhraseHit<Aspect> | null {
  const isMeant = LANGUAGES.has(tokens[at]?.key ?? '') && isSpoken(tokens, at)
  return isMeant ? { value: 'spoken-language', count: 1 } : null
}

function isSpoken(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1]?.key ?? '', tokens[at + 1]?.key ?? '']
  return (
    SPEAKING.has(before) ||
    ['required', 'needed', 'necessary', 'speaker', 'skills', 'fluency'].includes(after)
  )
}

const CODING = new Set('use uses used using code codes coding program programming write develop'.split(' '))

/** "which languages do they use?" is about technology, "which languages must I speak?" is not. */
function readCodeLanguages(tokens: readonly Token[], at: number): PhraseHit<Aspect> | null {
  const isAsked = ['which', 'what'].includes(tokens[at]?.key ?? '') && tokens[at + 1]?.key === 'languages'
  return isAsked && tokens.some(({ key }) => CODING.has(key)) ? { value: 'skill', count: 2 } : null
}

const SIZES: ReadonlyMap<string, Aspect> = new Map<string, Aspect>([
  ['big', 'company-size'],
  ['large', 'company-size'],
  ['old', 'founded'],
])

/** "how big is Tern?" is about the company, "how big is the Tern platform team?" about the team. */
function readSize(
  tokens: readonly Token[],
  at: number,
  named: readonly NamedCompany[],
): PhraseHit<Aspect> | null {
  const ofCompany = tokens[at]?.key === 'how' ? SIZES.get(tokens[at + 1]?.key ?? '') : undefined
  if (ofCompany === undefined || !['is', 'are'].includes(tokens[at + 2]?.key ?? '')) return null
  if (ofCompany === 'company-size' && tokens.some(({ key }) => key === 'team'))
    return { value: 'team-size', count: 2 }
  return named.some(company => company.at === at + 3) ? { value: ofCompany, count: 2 } : null
}

const LASTING = new Set(
  'contract internship assignment engagement placement apprenticeship traineeship'.split(' '),
)

/** "how long is the Seeka internship?" */
function readDuration(tokens: readonly Token[], at: number): PhraseHit<Aspect> | null {
  const isLong = tokens[at]?.key === 'how' && tokens[at + 1]?.key === 'long'
  return isLong && tokens.some(({ key }) => LASTING.has(key)) ? { value: 'duration', count: 2 } : null
}

/** What stands after a verb that ends a question. */
const DOING = new Set(['', '?', '(', '.', '!', ',', 'at', 'exactly', 'all'])

/** The aspects that a question names, in its order; words of a company's name are none. */
export function nameAspects(
  tokens: readonly Token[],
  named: readonly NamedCompany[],
): readonly NamedAspect[] {
  const aspects: NamedAspect[] = []
  for (let at = 0; at < tokens.length; ) {
    const company = named.find(each => each.at === at)
    // "full stack" is a kind of work.
    const isWork = tokens[at - 1]?.key === 'full'
    const hit =
      company || isWork
        ? null
        : (readDoing(tokens, at) ??
          readLanguage(tokens, at) ??
          readSize(tokens, at, named) ??
          readDuration(tokens, at) ??
          readCodeLanguages(tokens, at) ??
          ASPECT_WORDS.find(tokens, at))
    const [first, last] = [tokens[at], tokens[at + (hit?.count ?? 1) - 1]]
    if (hit && first && last) aspects.push({ aspect: hit.value, start: first.start, end: last.end })
    at += company?.count ?? hit?.count ?? 1
  }
  return aspects
}
