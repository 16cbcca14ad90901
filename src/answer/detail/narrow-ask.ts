import { splitWords, stemWord } from '../../catalog/split-words.ts'
import type { Posting } from '../../posting/posting.ts'
import type { DetailAsk } from '../../query/detail/detail-ask.ts'
import type { Span } from '../../query/query.ts'

/** What a question asks of a posting, without what only names it and without years where experience with a thing is meant. */
export function narrowAsk(posting: Posting, ask: DetailAsk): DetailAsk {
  return dropYears(leaveOutNames(posting, ask))
}

/** Leaves out words of its title, and conditions and aspects that are made of them. */
function leaveOutNames({ title }: Posting, ask: DetailAsk): DetailAsk {
  const ofTitle = new Set(splitWords(title).map(stemWord))
  const naming = ask.words.filter(
    ({ key, isOfTarget }) => isOfTarget || splitWords(key).every(word => ofTitle.has(stemWord(word))),
  )
  const isNaming = (span: Span) => {
    const inside = ask.words.filter(({ start, end }) => start < span.end && span.start < end)
    return inside.length > 0 && inside.every(word => naming.includes(word))
  }
  const aspects = ask.aspects.filter(aspect => !isNaming(aspect))
  const conditions = ask.conditions.filter(({ spans }) => !spans.every(isNaming))
  const words = ask.words.filter(word => !naming.includes(word))
  if (aspects.length === 0 && conditions.length === 0 && words.length === 0) {
    const outside = ask.aspects.filter(
      ({ start, end }) => !ask.words.some(word => word.isOfTarget && word.start < end && start < word.end),
    )
    const rest = ask.conditions.filter(({ spans }) => !spans.every(span => isOfTarget(span, ask)))
    const inside = ask.words.filter(({ start, end }) =>
      outside.some(aspect => aspect.start <= start && end <= aspect.end),
    )
    return {
      ...ask,
      aspects: outside.length > 0 ? outside : ask.aspects,
      conditions: rest,
      words: inside,
    }
  }
  return { ...ask, aspects, conditions, words }
}

/** Words beside "experience" that name nothing one could have it with. */
const OF_EXPERIENCE: ReadonlySet<string> = new Set(
  'experience experienced prior previous professional relevant related minimum level yoe year years'.split(
    ' ',
  ),
)

/** "does it require experience with FedRAMP?" is about FedRAMP, not about years. */
function dropYears(ask: DetailAsk): DetailAsk {
  const isYears = ask.form !== 'yes-no' || ask.words.some(({ key }) => /^(?:years?|yoe)$/.test(key))
  const words = ask.words.filter(({ key }) => !OF_EXPERIENCE.has(key))
  const isOther = ask.aspects.every(({ aspect }) => aspect === 'experience') && words.length > 0
  return isYears || !isOther ? ask : { ...ask, aspects: [], words }
}

/** Whether all words of a stretch only say which posting is meant: "senior" in "the senior role". */
function isOfTarget(span: Span, { words }: DetailAsk): boolean {
  const inside = words.filter(({ start, end }) => start < span.end && span.start < end)
  return inside.length > 0 && inside.every(word => word.isOfTarget)
}
