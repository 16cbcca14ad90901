import { describeCountry } from '../posting/describe-posting.ts'
import { findSkill } from '../posting/dictionary/skills.ts'
import type { Posting } from '../posting/posting.ts'
import { describeTopics } from '../query/topic-words.ts'

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

/** Everything that the postings can be asked for by name, the most frequent first. */
export function listTerms(postings: readonly Posting[]): readonly Term[] {
  const totals = new Map<string, number>()
  const count = (lead: string, text: string) => {
    const key = `${lead}\n${text}`
    totals.set(key, (totals.get(key) ?? 0) + 1)
  }
  for (const posting of postings) {
    for (const skill of posting.skills) count('', findSkill(skill)?.label ?? skill)
    for (const topic of posting.topics) count('', describeTopics([topic]))
    for (const city of posting.cities) count('in', city)
    for (const code of posting.countries) if (code !== '*') count('in', describeCountry(code))
    if (posting.company !== null) count('at', posting.company)
  }
  return [...totals]
    .sort(([a, totalA], [b, totalB]) => totalB - totalA || (a < b ? -1 : 1))
    .map(([key]) => {
      const [lead = '', text = ''] = key.split('\n')
      return { lead, text, folded: text.toLowerCase() }
    })
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
