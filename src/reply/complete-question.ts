import { deriveTable } from '../catalog/derived-table.ts'
import { sortInSteps } from '../catalog/sort-in-steps.ts'
import { runSteps, type Steps } from '../catalog/steps.ts'
import type { Posting } from '../posting/posting.ts'
import { nameCountry, nameSkill, nameTopic } from './name-values.ts'

/** Something that postings have and a question can ask for. */
export interface Term {
  /** As it is written: "Berlin". */
  readonly text: string
  /** The word that goes before it: "in", "at", or nothing. */
  readonly lead: string
  /** Lower case. */
  readonly folded: string
  /** How many postings have it. */
  readonly total?: number
}

/** A question that what was typed may become. */
export interface Completion {
  readonly text: string
  /** How many postings have what was added; null where nothing was, or that is not counted. */
  readonly total: number | null
}

const MAX_CHOICES = 25
/** What platforms take as one choice. */
const MAX_CHOICE_LENGTH = 100
const LONGEST_TERM_WORDS = 3
const LEADS = new Set(['in', 'at', 'near', 'from'])
/** Ways to go on after a word is finished. */
const ADDITIONS = [
  'remote',
  'over 150k',
  'senior',
  'posted this week',
  'no degree required',
  'sponsors visas',
]

/** How a value of a posting is written, and the word before it. */
interface Naming {
  readonly lead: string
  readonly name: (value: string) => string
}

const SKILL: Naming = { lead: '', name: nameSkill }
const TOPIC: Naming = { lead: '', name: nameTopic }
const WORD: Naming = { lead: '', name: word => word }
const CITY: Naming = { lead: 'in', name: city => city }
const COUNTRY: Naming = { lead: 'in', name: nameCountry }
const COMPANY: Naming = { lead: 'at', name: company => company }

/** What a posting can be asked for by. */
const READERS: readonly (readonly [Naming, (posting: Posting) => readonly (string | null)[]])[] = [
  [SKILL, ({ skills }) => skills],
  [TOPIC, ({ topics }) => topics],
  [WORD, ({ seniority, workplace, employment }) => [seniority, workplace, employment]],
  [CITY, ({ cities }) => cities],
  [COUNTRY, ({ countries }) => countries.filter(code => code !== '*')],
  [COMPANY, ({ company }) => [company]],
]

/** Postings that are counted in one step. */
const STEP_SIZE = 500

/** Everything that the postings can be asked for by name, the most frequent first. */
export function listTerms(postings: readonly Posting[]): readonly Term[] {
  return runSteps(listTermsInSteps(postings))
}

/** As `listTerms`, in steps of a few milliseconds. */
export function* listTermsInSteps(postings: Iterable<Posting>): Steps<readonly Term[]> {
  const counts = READERS.map(() => new Map<string, number>())
  let count = 0
  for (const posting of postings) {
    READERS.forEach(([, read], at) => {
      const totals = counts[at]
      for (const value of read(posting)) if (value !== null) totals?.set(value, (totals.get(value) ?? 0) + 1)
    })
    if (++count % STEP_SIZE === 0) yield
  }
  // Names are slow to look up, and few.
  const terms: Term[] = []
  for (const [at, [{ lead, name }]] of READERS.entries()) {
    for (const [value, total] of counts[at] ?? []) {
      const text = name(value)
      terms.push({ lead, text, folded: text.toLowerCase(), total })
      if (terms.length % STEP_SIZE === 0) yield
    }
  }
  return yield* sortInSteps(terms, compareTotals)
}

function compareTotals(a: Term, b: Term): number {
  return (b.total ?? 0) - (a.total ?? 0) || (a.text < b.text ? -1 : 1)
}

/**
 * Questions that what was typed so far may become, at most 25 of at most 100 characters.
 * @example completeQuestion('senior ty', terms, []) // ['senior ty', 'senior TypeScript']
 */
export function completeQuestion(
  typed: string,
  terms: readonly Term[],
  examples: readonly string[],
  saved: readonly string[] = [],
): readonly string[] {
  return completeWithCounts(typed, terms, examples, saved).map(({ text }) => text)
}

/**
 * The same with how many postings have what each adds; questions that were saved and begin like that come first.
 * @param terms from `listTerms`; the array is indexed once and remembered
 */
export function completeWithCounts(
  typed: string,
  terms: readonly Term[],
  examples: readonly string[],
  saved: readonly string[] = [],
): readonly Completion[] {
  const text = typed.slice(0, MAX_CHOICE_LENGTH).replace(/\s+/g, ' ').trimStart()
  if (text === '') return boundChoices([...saved, ...examples].map(toUncounted))
  const words = text.trimEnd().split(' ')
  const begun = text.toLowerCase()
  const ownSaved = saved.filter(question => question.toLowerCase().startsWith(begun))
  const endings = text.endsWith(' ') ? [] : listEndings(words, termFinder.of(terms))
  // Half a word has to be finished first.
  const additions = endings.length > 0 ? [] : listAdditions(words).map(toUncounted)
  return boundChoices([...ownSaved, text.trimEnd()].map(toUncounted).concat(endings, additions))
}

function toUncounted(text: string): Completion {
  return { text, total: null }
}

type FindTerms = (prefix: string) => readonly Term[]

/** Finds the terms that begin with a prefix, the most frequent first: one search in a sorted array, not all terms. */
export const termFinder = deriveTable(function* (terms: readonly Term[]): Steps<FindTerms> {
  const ranked = terms.map((term, rank) => ({ term, rank }))
  const sorted = yield* sortInSteps(ranked, (a, b) => compare(a.term.folded, b.term.folded))
  const remembered = new Map<string, readonly Term[]>()
  return prefix => {
    const known = remembered.get(prefix)
    if (known) return known
    const best = pickBest(sorted, prefix)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(prefix, best)
    return best
  }
})

/** One letter may begin tens of thousands of names: those that everybody types first are remembered. */
const MOST_REMEMBERED = 2000

interface RankedTerm {
  readonly term: Term
  readonly rank: number
}

/** The best ranked ones of the stretch that begins with a prefix, in one pass and without sorting the stretch. */
function pickBest(sorted: readonly RankedTerm[], prefix: string): readonly Term[] {
  const best: RankedTerm[] = []
  for (let at = findStart(sorted, prefix); sorted[at]?.term.folded.startsWith(prefix); at++) {
    const entry = sorted[at]
    const worst = best.at(-1)
    const isWorse =
      best.length === MAX_CHOICES && worst !== undefined && entry !== undefined && entry.rank > worst.rank
    if (!entry || isWorse || entry.term.folded === prefix) continue
    const place = best.findIndex(({ rank }) => rank > entry.rank)
    best.splice(place < 0 ? best.length : place, 0, entry)
    if (best.length > MAX_CHOICES) best.pop()
  }
  return best.map(({ term }) => term)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The first place whose text is not before the prefix. */
function findStart(sorted: readonly { readonly term: Term }[], prefix: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.term.folded ?? '') < prefix) low = middle + 1
    else high = middle
  }
  return low
}

/** Finishes the last words, the longest stretch of them first. */
function listEndings(words: readonly string[], find: FindTerms): Completion[] {
  const counts = Array.from({ length: Math.min(LONGEST_TERM_WORDS, words.length) }, (_, index) => index + 1)
  return counts.toReversed().flatMap(count => {
    const begun = words.slice(-count).join(' ').toLowerCase()
    const head = words.slice(0, -count)
    return find(begun).map(term => ({
      text: [...head, ...finish(head, term)].join(' '),
      total: term.total ?? null,
    }))
  })
}

function finish(head: readonly string[], { lead, text }: Term): string[] {
  const hasLead = LEADS.has(head.at(-1)?.toLowerCase() ?? '')
  return lead === '' || hasLead ? [text] : [lead, text]
}

function listAdditions(words: readonly string[]): string[] {
  const text = words.join(' ').toLowerCase()
  return ADDITIONS.filter(addition => !text.includes(addition)).map(
    addition => `${words.join(' ')} ${addition}`,
  )
}

/** Each text once, where it stands first. */
function boundChoices(choices: readonly Completion[]): readonly Completion[] {
  const byText = new Map(choices.toReversed().map(choice => [choice.text, choice]))
  const texts = [...new Set(choices.map(({ text }) => text))].filter(text => text.length <= MAX_CHOICE_LENGTH)
  return texts.slice(0, MAX_CHOICES).map(text => byText.get(text) ?? toUncounted(text))
}
