import type { Catalog } from '../../catalog/catalog.ts'
import { stemWord } from '../../catalog/split-words.ts'
import type { Posting } from '../../posting/posting.ts'
import { type Aspect, FIELD_ASPECTS, type FieldAspect } from '../../query/detail/aspects.ts'
import type { DetailAsk, NamedAspect } from '../../query/detail/detail-ask.ts'
import { answerConditions, quoteNaming, quoteYearsOf, skillNames } from './answer-conditions.ts'
import { answerPassage, isOnlyWelcome, LEADS, leadOf, stemsBeside, WELCOME } from './answer-passage.ts'
import type { AnswerScope, Said } from './answer-scope.ts'
import { CUES } from './cues/index.ts'
import { findPassages, findSaying, openAspect } from './find-passages.ts'
import { hideContacts } from './hide-contacts.ts'
import { narrowAsk } from './narrow-ask.ts'
import { readPolarity } from './polarity.ts'
import { quoteField } from './quote-field.ts'

/** What one posting says to a question about it. */
export interface OneAnswer {
  readonly posting: Posting
  /** False where the posting does not say. */
  readonly isFound: boolean
  /** A sentence in our words; empty where the quotes speak for themselves. */
  readonly lead: string
  /** Word for word from the posting. */
  readonly quotes: readonly string[]
  /** True where the first quote names what was asked, and it is not only concluded from it. */
  readonly isDirect: boolean
  /** True where "how much" is asked and the posting only says that there is some. */
  readonly isUncounted: boolean
  /** null where no aspect is known by a name. */
  readonly aspect: Aspect | null
  /** What the question is about: "parental leave". */
  readonly subject: string
}

/** Answers a question from one posting: from its fields where they say, else with the sentences that do. */
export function answerOne(
  catalog: Catalog,
  number: number,
  posting: Posting,
  ask: DetailAsk,
  now: Date,
): OneAnswer {
  const asked = narrowAsk(posting, ask)
  const aspect = chooseAspect(asked.aspects)
  const scope = { catalog, number, posting, ask: asked, now }
  const said =
    (aspect !== null && !isField(aspect) ? answerPassage(scope, aspect) : answerFact(scope, aspect)) ?? null
  const isApplying = aspect === 'apply'
  const quotes = (said?.quotes ?? [])
    .map(quote => (isApplying ? quote : hideContacts(quote)))
    .filter(quote => quote !== '')
  const isFound = said !== null && quotes.length > 0
  return {
    posting,
    isFound,
    lead: isFound ? said.lead : '',
    quotes: isFound ? [...new Set(quotes)] : [],
    isDirect: aspect !== null && CUES[aspect].says.test(quotes[0] ?? ''),
    isUncounted: !isFound && aspect !== null && speaksUncounted(scope, aspect),
    aspect,
    subject: describeSubject(asked, aspect),
  }
}

function speaksUncounted({ posting, ask }: AnswerScope, aspect: Aspect): boolean {
  if (isField(aspect) || ask.form !== 'amount') return false
  return findPassages(posting, { aspect, form: 'open', stems: [] }).length > 0
}

function isField(aspect: Aspect): aspect is FieldAspect {
  return FIELD_ASPECTS.some(each => each === aspect)
}

/** What is said only of the text goes before what has a field; more words before fewer. */
function chooseAspect(aspects: readonly NamedAspect[]): Aspect | null {
  const length = ({ start, end }: NamedAspect) => end - start
  const ranked = [...aspects].sort(
    (a, b) => Number(isField(a.aspect)) - Number(isField(b.aspect)) || length(b) - length(a),
  )
  return ranked[0]?.aspect ?? null
}

/** The subject of "does not say anything about …". */
function describeSubject({ words, conditions }: DetailAsk, aspect: Aspect | null): string {
  if (aspect !== null) return CUES[aspect].subject
  const names = words.map(({ key }) => key)
  return names.length > 0 ? `“${names.slice(0, 6).join(' ')}”` : conditions.length > 0 ? 'this' : 'it'
}

/** From the conditions that a yes-or-no question names, else from the aspect's field, else from what the text says. */
function answerFact(scope: AnswerScope, aspect: FieldAspect | null): Said | null {
  const { posting, ask } = scope
  const byCondition = ask.form === 'yes-no' ? (answerBoth(scope) ?? answerConditions(scope)) : null
  if (byCondition) return byCondition
  if (aspect === 'experience') {
    const skills = skillNames(ask.conditions)
    if (skills.length > 0) return quoteYearsOf(posting, skills)
  }
  const ofField = aspect === null ? null : quoteField(scope, aspect)
  if (ofField) return ofField
  if (aspect !== null) return answerWithoutField(scope, aspect)
  return answerOpen(scope)
}

/** "can a master's degree replace experience?": the sentences that speak of both say it, not the field of either. */
function answerBoth({ posting, ask }: AnswerScope): Said | null {
  const asked = new Set(ask.aspects.map(({ aspect }) => aspect))
  const isEither = ask.aspects.length === 2 && asked.has('degree') && asked.has('experience')
  if (!isEither) return null
  const found = findPassages(posting, { aspect: 'degree', form: 'open', stems: stemsBeside(ask, 'degree') })
  const both = found.filter(({ sentence }) => /\bexperience\b/i.test(sentence))
  return both.length === 0 ? null : { lead: '', quotes: both.map(({ quote }) => quote) }
}

/** Aspects whose fields are read so thoroughly that silence of the field is silence of the posting. */
const SILENT: ReadonlySet<FieldAspect> = new Set(['pay', 'posted', 'company', 'title', 'level'] as const)

/** Aspects whose sentences tell more than yes or no: which degree, what kind of contract. */
const UNJUDGED: ReadonlySet<FieldAspect> = new Set(['degree', 'visa', 'employment'] as const)

/** What the text says though the field is empty, such as that a degree is only welcome. */
function answerWithoutField({ posting, ask }: AnswerScope, aspect: FieldAspect): Said | null {
  if (SILENT.has(aspect)) return null
  const passages = findPassages(posting, {
    aspect,
    form: aspect === 'experience' ? 'amount' : 'open',
    stems: stemsBeside(ask, aspect),
  })
  const found = passages.length > 0 || ask.form === 'yes-no' ? passages : openAspect(posting, aspect)
  if (found.length === 0) return null
  const isBare = ask.form !== 'yes-no' || UNJUDGED.has(aspect)
  return { lead: isBare ? '' : leadOf(found, CUES[aspect].says), quotes: found.map(({ quote }) => quote) }
}

/** Something that no aspect covers: the sentences that hold all words of it. */
function answerOpen(scope: AnswerScope): Said | null {
  const { posting, ask } = scope
  const names = skillNames(ask.conditions)
  if (names.length > 0) return quoteNaming(scope, names)
  const stems = ask.words.map(({ key }) => stemWord(key))
  const passages = findSaying(posting, stems, ask.form)
  const [first] = passages
  if (!first) return null
  if (isOnlyWelcome(ask, passages)) return { lead: WELCOME, quotes: passages.map(({ quote }) => quote) }
  const lead =
    ask.form === 'yes-no'
      ? LEADS[readPolarity(first.sentence, first.at, first.at + (stems[0]?.length ?? 0))]
      : ''
  return { lead, quotes: passages.map(({ quote }) => quote) }
}
