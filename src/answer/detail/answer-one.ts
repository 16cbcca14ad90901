import { hasBit } from '../../catalog/bit-set.ts'
import type { Catalog } from '../../catalog/catalog.ts'
import { foldText, splitWords, stemWord } from '../../catalog/split-words.ts'
import { findSkill } from '../../posting/dictionary/skills.ts'
import type { Posting, PostingField } from '../../posting/posting.ts'
import type { ConditionKind } from '../../query/condition.ts'
import { kindOf } from '../../query/conditions/index.ts'
import { type Aspect, FIELD_ASPECTS, type FieldAspect } from '../../query/detail/aspects.ts'
import type { DetailAsk, NamedAspect } from '../../query/detail/detail-ask.ts'
import { STATED_PAY } from '../../query/pay-ask.ts'
import type { Condition, ConditionId, Span } from '../../query/query.ts'
import { answerField } from './answer-field.ts'
import { CUES } from './cues/index.ts'
import { cutQuote } from './cut-quote.ts'
import { findNaming, findPassages, findSaying, openAspect, type Passage } from './find-passages.ts'
import { hideContacts } from './hide-contacts.ts'
import { readPolarity } from './polarity.ts'

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

type Said = Pick<OneAnswer, 'lead' | 'quotes'>

/** Answers a question from one posting: from its fields where they say, else with the sentences that do. */
export function answerOne(
  catalog: Catalog,
  number: number,
  posting: Posting,
  ask: DetailAsk,
  now: Date,
): OneAnswer {
  const asked = dropYears(narrowAsk(posting, ask))
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

interface Scope {
  readonly catalog: Catalog
  readonly number: number
  readonly posting: Posting
  readonly ask: DetailAsk
  readonly now: Date
}

function speaksUncounted({ posting, ask }: Scope, aspect: Aspect): boolean {
  if (isField(aspect) || ask.form !== 'amount') return false
  return findPassages(posting, { aspect, form: 'open', stems: [] }).length > 0
}

function isField(aspect: Aspect): aspect is FieldAspect {
  return FIELD_ASPECTS.some(each => each === aspect)
}

/** Leaves out what only names the posting: words of its title, and conditions and aspects that are made of them. */
function narrowAsk({ title }: Posting, ask: DetailAsk): DetailAsk {
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

/** From the sentences about an aspect; for yes or no with what they say to it. */
function answerPassage({ posting, ask }: Scope, aspect: Aspect): Said | null {
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
function stemsBeside({ aspects, words }: DetailAsk, aspect: Aspect): readonly string[] {
  const naming = aspects.filter(each => each.aspect === aspect && aspect !== 'spoken-language')
  return words
    .filter(({ start, end }) => !naming.some(each => start < each.end && each.start < end))
    .map(({ key }) => stemWord(key))
}

const WELCOME = 'Welcome, not required.'

/** Whether what is asked to be needed is named only among what is nice to have. */
function isOnlyWelcome({ form, asksForNeed }: DetailAsk, passages: readonly Passage[]): boolean {
  if (form !== 'yes-no' || !asksForNeed) return false
  const sections = passages.map(({ section }) => section)
  return sections.includes('nice-to-have') && !sections.includes('requirements')
}

const LEADS = { yes: 'Yes.', no: 'No.', depends: '' } as const

function leadOf(passages: readonly Passage[], says: RegExp): string {
  const [first] = passages
  if (!first) return ''
  const hit = says.exec(first.sentence)
  const from = hit?.index ?? first.at
  return LEADS[readPolarity(first.sentence, from, from + (hit?.[0].length ?? 0))]
}

/** From the conditions that a yes-or-no question names, else from the aspect's field, else from what the text says. */
function answerFact(scope: Scope, aspect: FieldAspect | null): Said | null {
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
function answerBoth({ posting, ask }: Scope): Said | null {
  const asked = new Set(ask.aspects.map(({ aspect }) => aspect))
  const isEither = ask.aspects.length === 2 && asked.has('degree') && asked.has('experience')
  if (!isEither) return null
  const found = findPassages(posting, { aspect: 'degree', form: 'open', stems: stemsBeside(ask, 'degree') })
  const both = found.filter(({ sentence }) => /\bexperience\b/i.test(sentence))
  return both.length === 0 ? null : { lead: '', quotes: both.map(({ quote }) => quote) }
}

/** The conditions that say yes or no of a posting; an unnamed technology is not denied, it is not named. */
const JUDGED: readonly ConditionId[] = ['workplace', 'place', 'employment', 'level', 'pay', 'skill']
const FIELDS_OF: Readonly<Partial<Record<ConditionId, readonly PostingField[]>>> = {
  workplace: ['workplace'],
  place: ['countries', 'cities', 'regions', 'states'],
  employment: ['employment'],
  level: ['seniority'],
  pay: ['salary'],
  skill: ['skills'],
}

function answerConditions(scope: Scope): Said | null {
  const asked = scope.ask.conditions.filter(({ id }) => JUDGED.includes(id))
  const said = asked.map(condition => answerCondition(scope, condition, asked))
  const known = said.flatMap(each => each ?? [])
  if (known.length === 0) return null
  return {
    lead: known.map(({ lead }) => lead).join(' '),
    quotes: known.flatMap(({ quotes }) => quotes).slice(0, 3),
  }
}

function answerCondition(scope: Scope, condition: Condition, conditions: readonly Condition[]): Said | null {
  const { catalog, number, posting, now } = scope
  const kind: ConditionKind = kindOf(condition.id)
  const { yes, notStated } = kind.evaluate(catalog, condition.value, { now, conditions })
  const isYes = hasBit(yes, number)
  const names = condition.id === 'skill' ? skillNames([condition]) : []
  if (names.length > 0 && (!isYes || isOnlyWelcome(scope.ask, findNaming(posting, names))))
    return quoteNaming(scope, names)
  if (!isYes && hasBit(notStated, number)) return null
  const { label } = kind.explain(catalog, condition.value, { now, conditions })(number)
  const quotes =
    (names.length > 0 ? quoteNaming(scope, names)?.quotes : undefined) ??
    quoteFields(posting, FIELDS_OF[condition.id] ?? [])
  return quotes === undefined || quotes.length === 0
    ? null
    : { lead: `${isYes ? 'Yes' : 'No'}: ${label}.`, quotes: quotes.slice(0, 2) }
}

function quoteNaming({ posting, ask }: Scope, names: readonly string[]): Said | null {
  const passages = findNaming(posting, names)
  const [first] = passages
  if (!first) return null
  const quotes = passages.map(({ quote }) => quote)
  if (isOnlyWelcome(ask, passages)) return { lead: WELCOME, quotes }
  const polarity = readPolarity(first.sentence, first.at, first.at + (names[0]?.length ?? 0))
  return { lead: polarity === 'no' || ask.form !== 'yes-no' ? '' : 'Yes.', quotes }
}

function skillNames(conditions: readonly Condition[]): readonly string[] {
  return conditions.flatMap(({ id, value }) => {
    if (id !== 'skill') return []
    const { anyOf } = value as { anyOf: readonly string[] }
    return anyOf.flatMap(name => [name, ...(findSkill(name)?.otherNames ?? [])])
  })
}

/** "how many years of Java": years that stand in one sentence with the technology. */
function quoteYearsOf(posting: Posting, skills: readonly string[]): Said | null {
  const found = findNaming(posting, skills).filter(({ sentence }) => CUES.experience.says.test(sentence))
  return found.length === 0 ? null : { lead: '', quotes: found.map(({ quote }) => quote) }
}

function quoteField({ catalog, number, posting, ask, now }: Scope, aspect: FieldAspect): Said | null {
  const said = answerField(posting, aspect, ask)
  if (!said) return null
  if (aspect === 'apply') return { lead: said.lead, quotes: posting.url === null ? [] : [posting.url] }
  const quotes = quoteFields(posting, said.fields)
  const places = ask.conditions.filter(({ id }) => id === 'place')
  if (aspect === 'pay' && places.length > 0 && posting.salary && posting.salary.zones.length > 0) {
    const { label } = kindOf('pay').explain(catalog, STATED_PAY, { now, conditions: places })(number)
    return {
      lead: `${label[0]?.toUpperCase() ?? ''}${label.slice(1)}.`,
      quotes: orderByPlace(posting.evidence.salary ?? [], label),
    }
  }
  if (aspect === 'skill') return { lead: said.lead, quotes: quoteNamed(posting, said.lead) }
  if (quotes.length > 0) return { lead: said.lead, quotes }
  const passages = findPassages(posting, { aspect, form: 'open', stems: [] })
  return passages.length === 0
    ? null
    : { lead: said.lead, quotes: passages.map(({ quote }) => quote).slice(0, 1) }
}

/** The passage that names the zone first. */
function orderByPlace(quotes: readonly string[], label: string): readonly string[] {
  const zone = foldText(label.split(' in ').at(-1) ?? '')
  const holds = (quote: string) => Number(foldText(quote).includes(zone))
  return [...quotes]
    .sort((a, b) => holds(b) - holds(a))
    .slice(0, 1)
    .map(quote => cutQuote(quote))
}

const MOST_QUOTED = 3

function quoteFields(posting: Posting, fields: readonly PostingField[]): readonly string[] {
  const quotes = fields.flatMap(field =>
    (posting.evidence[field] ?? []).slice(0, field === 'skills' ? MOST_QUOTED : 1),
  )
  return [...new Set(quotes)].slice(0, MOST_QUOTED).map(quote => cutQuote(quote))
}

/** The passages that name most of the technologies in a list first. */
function quoteNamed({ evidence }: Posting, list: string): readonly string[] {
  const names = list.split(/, |\.$/).filter(name => name !== '')
  const count = (quote: string) => {
    const text = ` ${splitWords(quote).join(' ')} `
    return names.filter(name => text.includes(` ${splitWords(name).join(' ')} `)).length
  }
  const counted = [...new Set(evidence.skills ?? [])].map(quote => ({ quote, total: count(quote) }))
  return counted
    .sort((a, b) => b.total - a.total)
    .slice(0, MOST_QUOTED)
    .map(({ quote }) => cutQuote(quote))
}

/** Aspects whose fields are read so thoroughly that silence of the field is silence of the posting. */
const SILENT: ReadonlySet<FieldAspect> = new Set(['pay', 'posted', 'company', 'title', 'level'] as const)

/** Aspects whose sentences tell more than yes or no: which degree, what kind of contract. */
const UNJUDGED: ReadonlySet<FieldAspect> = new Set(['degree', 'visa', 'employment'] as const)

/** What the text says though the field is empty, such as that a degree is only welcome. */
function answerWithoutField({ posting, ask }: Scope, aspect: FieldAspect): Said | null {
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
function answerOpen(scope: Scope): Said | null {
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
