import type { Refusal } from './decode-text.ts'
import { inferTitle } from './infer-title.ts'
import { listPattern } from './list-pattern.ts'
import type { PostingText, SectionKind } from './posting-text.ts'
import { ROLE_NOUN } from './role-noun.ts'

/** How much of the text is looked at (characters). */
const SAMPLE = 30_000

/** What postings speak of, in the languages of postings. Each counts once. */
const CUES: readonly RegExp[] = [
  // Somebody is wanted.
  listPattern({
    before: String.raw`\b`,
    words: [
      "(?:is|are|we're|we’re) (?:currently |now |actively )?(?:looking for|seeking|hiring|recruiting|searching for)",
      'join (?:us|our|the) |(?:needs|wants|seeks) an? |open (?:position|role)|vacancy',
      'job (?:description|summary|title|type)|position (?:summary|overview)',
      '(?:this|the) (?:role|position|job) |wir suchen|suchen wir|sucht|recherchons|recrutons',
      'recherche un|le poste|buscamos|procuramos|vaga|puesto|zoeken|vacature|szukamy',
      '(?:cherche|busca|procura) une?|(?:busca|procura) (?:a|uma?|una?)|suchen wir|zoekt|szuka',
      'poszukujemy|stanowisko|stelle|vi söker|söker en|tjänsten|anställning|募集|招聘|채용',
    ],
  }),
  // What one would do.
  listPattern({
    before: String.raw`\b`,
    words: [
      "you(?:'|’)?ll |you will|you would|your (?:role|tasks|mission|responsibilities)",
      String.raw`responsibilit|duties|in this role|as an? [\p{L} -]{3,40},? you`,
      '(?:deine|ihre) aufgaben|aufgaben|vos missions|missions|responsabilidades|funciones',
      'obowiązki|twoje zadania|arbetsuppgifter|jouw taken|werkzaamheden|职责|岗位',
    ],
    flags: 'iu',
  }),
  // What one must bring.
  listPattern({
    before: String.raw`\b`,
    words: [
      String.raw`(?:years?|yrs)(?:'|’)? (?:of )?(?:[\p{L}-]+ )?(?:experience|in )`,
      'experience (?:with|in|as|building|working)|qualifications|degree in|bachelor',
      "you have |you(?:'|’)ve |proficien|familiarity with|ability to",
      String.raw`strong [\p{L} ]{3,30}skills|berufserfahrung|kenntnisse|dein profil|ihr profil`,
      'profil recherché|expérience|requisitos|experiencia|experiência|doświadczeni|wymagania',
      'ervaring|jahre[n]? erfahrung|mindestens [\\p{L}\\d]+ jahre|erfarenhet|经验|要求',
    ],
    flags: 'iu',
  }),
  // What one gets.
  listPattern({
    words: [
      String.raw`\b(?:salary|compensation|hourly rate|per hour|per year|benefits|paid (?:time off|holidays|leave)|parental leave|401\(?k|equity|pension|health insurance|gehalt|bezahlung|vergütung|urlaubstage|rémunération|salaire|salario|salário|beneficios|benefícios|wynagrodzenie|stundensatz|tagessatz|brutto|salaris|uurloon|uurtarief|bruto|brutos|sueldo|bolsa|stawka|pensja|månadslön|timlön|lön:|arvode|薪)`,
      String.raw`\d\s?k (?:EUR|USD|GBP|PLN|CHF)\b`,
      String.raw`[$€£]\s?\d[\d,.]{0,12}\s?(?:k\b|\/|per|an? (?:year|month|hour|week|day))`,
    ],
  }),
  // How one is employed.
  listPattern({
    before: String.raw`\b`,
    words: [
      'full[- ]?time|part[- ]?time|permanent (?:position|role|contract|employment)',
      'fixed[- ]term|contractor|freelance|internship|remote(?:ly)?|hybrid|on-?site|vollzeit',
      'teilzeit|unbefristet|cdi|cdd|temps plein|tiempo completo|umowa o pracę|freelancer',
      'autónom[oa]|presencial|estágio|deeltijd|dienstverband|op locatie|heltid|deltid|vikariat',
      'tillsvidareanställning|på distans|umowa (?:zlecenie|b2b)|stacjonarnie|zdalnie|präsenz|télétravail',
    ],
    after: String.raw`\b`,
  }),
  // How one applies.
  listPattern({
    before: String.raw`\b`,
    words: [
      'apply|applicants?|candidates?|your (?:cv|resume|résumé|application)',
      'send (?:us )?(?:a |your )?cv|cover letter|interview|equal opportunity|bewerb',
      'lebenslauf|postule|candidature|candidatura|sollicit|aplikuj|cv na',
    ],
  }),
]

/** Headings of these kinds count like a cue. */
const TELLING: ReadonlySet<SectionKind> = new Set([
  'duties',
  'requirements',
  'nice-to-have',
  'benefits',
  'pay',
  'stack',
  'process',
])

/** Documents that speak of work as well but are something else, by what only they hold. */
const OTHERS: readonly { readonly name: string; readonly sign: RegExp; readonly least: number }[] = [
  {
    name: 'the README or manual of some software',
    sign: listPattern({
      words: [
        String.raw`^#{0,6} ?(?:installation|install|usage|getting started|quick ?start|contributing|license|changelog|api reference|running (?:the )?tests|prerequisites|development setup|documentation)\s*:?$`,
        String.raw`^\s*\$? ?(?:npm (?:install|i|run|ci)|npx|pip3? install|yarn add|pnpm|git clone|docker (?:run|compose|build)|cargo (?:add|install|run)|go (?:get|install)|brew install|apt(?:-get)? install|make \w+)\b`,
      ],
      flags: 'gim',
    }),
    least: 2,
  },
  {
    name: 'an invoice or an order',
    sign: listPattern({
      before: String.raw`\b`,
      words: [
        'invoice (?:no|number|date|#)|amount due|total due|bill(?:ed)? to|payment terms',
        'subtotal|vat (?:no|number|id)|iban|rechnungsnummer|rechnungsdatum|facture n',
        'purchase order|order number|due date',
      ],
      after: String.raw`\b`,
      flags: 'gi',
    }),
    least: 2,
  },
  {
    name: 'source code',
    sign: listPattern({
      before: String.raw`^\s*`,
      words: [
        String.raw`import [\w{*"'<].{0,200}|export (?:const|function|default|class).{0,200}`,
        String.raw`const \w+ = .{0,200}|def \w+\(.{0,200}|class \w+.{0,120}[:{]|#include <.{0,80}`,
        String.raw`package [\w.]+;?|using [\w.]+;|function \w+\(.{0,120}`,
        String.raw`public (?:static |class |void ).{0,200}|return .{0,120};|fn \w+.{0,120}\{|\}\)?;?`,
      ],
      after: '$',
      flags: 'gm',
    }),
    least: 4,
  },
  {
    name: 'a log file',
    sign: /^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d.{0,400}$|^.{0,40}\b(?:INFO|DEBUG|WARN(?:ING)?|ERROR|TRACE)\b.{0,400}$/gm,
    least: 5,
  },
]

/** Cues that a document without a title needs, and one with a title. */
const ENOUGH = { untitled: 4, stated: 3, titled: 2, board: 1 }

/**
 * Says why a document is no job posting; null where it is one.
 * @param raw the document's text, markup and all
 */
export function judgePosting(text: PostingText, raw: string): Refusal | null {
  if (text.jobPosting !== null) return null
  const sample = raw.slice(0, SAMPLE)
  const isFromBoard =
    text.layout === 'board-markdown' &&
    (text.companyLine !== null || text.placeTag !== null || text.payTag !== null)
  const other = isFromBoard
    ? undefined
    : OTHERS.find(({ sign, least }) => countMatches(sample, sign, least) >= least)
  if (other) return refuse(`It looks like ${other.name}, not like a job posting`)
  return hasCues(text, sample, enough(text, isFromBoard))
    ? null
    : refuse('It does not read like a job posting')
}

const refuse = (why: string): Refusal => ({
  reason: `${why}. Take it out of the source, or give it the text of one posting (title, duties, requirements).`,
})

function enough(text: PostingText, isFromBoard: boolean): number {
  if (isFromBoard) return ENOUGH.board
  if (text.titleLine !== null && ROLE_NOUN.test(text.titleLine)) return ENOUGH.titled
  return inferTitle(text).value.isInferred ? ENOUGH.untitled : ENOUGH.stated
}

function hasCues(text: PostingText, sample: string, least: number): boolean {
  const headings = new Set(
    text.sections
      .filter(section => section.heading !== null && TELLING.has(section.kind))
      .map(section => section.kind),
  )
  const tags = [text.payTag, text.placeTag].filter(tag => tag !== null).length
  // A role, a price and a town in a note are no posting: one cue must be said in words.
  const isNote = text.layout === 'plain-text' && headings.size === 0
  const needed = isNote ? Math.max(1, least - tags) : least - headings.size - tags
  let count = 0
  for (const cue of CUES) {
    if (count >= needed) return true
    if (cue.test(sample)) count++
  }
  return count >= needed
}

function countMatches(text: string, pattern: RegExp, most: number): number {
  let count = 0
  for (const _ of text.matchAll(pattern)) if (++count >= most) break
  return count
}
