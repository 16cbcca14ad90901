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
const CITY: Naming = { lead: 'in', name: city => city }
const COUNTRY: Naming = { lead: 'in', name: nameCountry }
const COMPANY: Naming = { lead: 'at', name: company => company }

/** Everything that the postings can be asked for by name, the most frequent first. */
export function listTerms(postings: readonly Posting[]): readonly Term[] {
  const counted = [
    ...countValues(SKILL, postings, posting => posting.skills),
    ...countValues(TOPIC, postings, posting => posting.topics),
    ...countValues(CITY, postings, posting => posting.cities),
    ...countValues(COUNTRY, postings, posting => posting.countries.filter(code => code !== '*')),
    ...countValues(COMPANY, postings, posting => (posting.company === null ? [] : [posting.company])),
  ]
  return counted
    .sort((a, b) => b.total - a.total || (a.text < b.text ? -1 : 1))
    .map(({ lead, text }) => ({ lead, text, folded: text.toLowerCase() }))
}

/** Counts first and names then: names are slow to look up, and few. */
function countValues(
  { lead, name }: Naming,
  postings: readonly Posting[],
  read: (posting: Posting) => readonly string[],
) {
  const totals = new Map<string, number>()
  for (const posting of postings)
    for (const value of read(posting)) totals.set(value, (totals.get(value) ?? 0) + 1)
  return [...totals].map(([value, total]) => ({ lead, text: name(value), total }))
}

/**
 * Questions that what was typed so far may become, at most 25 of at most 100 characters.
 * @example completeQuestion('senior ty', terms, []) // ['senior ty', 'senior TypeScript']
 */
export function completeQuestion(
  typed: string,
  terms: readonly Term[],
  examples: readonly string[],
): readonly string[] {
  const text = typed.slice(0, MAX_CHOICE_LENGTH).replace(/\s+/g, ' ').trimStart()
  if (text === '') return boundChoices(examples)
  const words = text.trimEnd().split(' ')
  const endings = text.endsWith(' ') ? [] : listEndings(words, terms)
  return boundChoices([text.trimEnd(), ...endings, ...listAdditions(words)])
}

/** Finishes the last words, the longest stretch of them first. */
function listEndings(words: readonly string[], terms: readonly Term[]): string[] {
  const counts = Array.from({ length: Math.min(LONGEST_TERM_WORDS, words.length) }, (_, index) => index + 1)
  return counts.toReversed().flatMap(count => {
    const begun = words.slice(-count).join(' ').toLowerCase()
    const head = words.slice(0, -count)
    const found = terms.filter(term => term.folded.startsWith(begun) && term.folded !== begun)
    return found.slice(0, MAX_CHOICES).map(term => [...head, ...finish(head, term)].join(' '))
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

function boundChoices(choices: readonly string[]): readonly string[] {
  return [...new Set(choices)].filter(choice => choice.length <= MAX_CHOICE_LENGTH).slice(0, MAX_CHOICES)
}
