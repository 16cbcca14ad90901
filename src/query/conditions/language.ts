import { type AnyOf, anyOf, describeList, evaluateAnyOf, joinAnyOf } from '../any-of.ts'
import type { ConditionKind, Found } from '../condition.ts'
import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import type { Token } from '../tokenize.ts'

const LANGUAGES = createPhraseTable<string>([
  ...phrasesOf(
    'english|englisch|englischer|englische|ingles|inglesa|inglese|anglais|anglaise|engels|angielsku|angielski|en',
    'en',
  ),
  ...phrasesOf(
    'german|deutsch|deutscher|deutsche|aleman|alemana|alemao|allemand|allemande|tedesco|duits|niemiecku|de',
    'de',
  ),
  ...phrasesOf(
    'french|francais|francaise|franzosisch|franzosischer|frances|francesa|francese|frans|francusku|fr',
    'fr',
  ),
  ...phrasesOf(
    'spanish|espanol|espanola|spanisch|spanischer|espagnol|espanhol|spagnolo|spaans|hiszpansku|castellano|es',
    'es',
  ),
  ...phrasesOf(
    'portuguese|portugues|portuguesa|brazilian portuguese|portugiesisch|portugais|portoghese|portugees|pt',
    'pt',
  ),
  ...phrasesOf('italian|italiano|italiana|italienisch|italien sprache|italiaans|it', 'it'),
  ...phrasesOf('dutch|nederlands|flemish|niederlandisch|neerlandais|holandes|olandese|nl', 'nl'),
  ...phrasesOf('polish|polski|polsku|polnisch|polonais|polaco|polacco|pl', 'pl'),
  ...phrasesOf('czech|tschechisch|cesky|cestine|cs', 'cs'),
  ...phrasesOf('russian|russisch|russe|ruso|ru', 'ru'),
  ...phrasesOf('ukrainian|uk', 'uk'),
  ...phrasesOf('swedish|svenska|schwedisch|suedois|sv', 'sv'),
  ...phrasesOf('danish|dansk|danisch|da', 'da'),
  ...phrasesOf('norwegian|norsk|norwegisch|no', 'no'),
  ...phrasesOf('finnish|suomi|suomeksi|finnisch|fi', 'fi'),
  ...phrasesOf('chinese|mandarin|zh', 'zh'),
  ...phrasesOf('japanese|ja', 'ja'),
  ...phrasesOf('korean|ko', 'ko'),
  ...phrasesOf('hebrew|he', 'he'),
  ...phrasesOf('turkish|tr', 'tr'),
  ...phrasesOf('hungarian|hu', 'hu'),
  ...phrasesOf('romanian|ro', 'ro'),
  ...phrasesOf('arabic|ar', 'ar'),
  ...phrasesOf('greek|el', 'el'),
])
const LEADS = createPhraseTable(
  phrasesOf(
    'in|written in|posted in|posting in|postings in|ads in|ad in|jobs in|speak|speaks|speaking|i speak|language|the language|auf|fluent in|in the language|en|em|po|w|na|pa|in het|in lingua|en langue|en idioma|in der sprache|written entirely in|texts in|text in|advertised in|published in|listings in|listing in|descriptions in|described in|postings written in|only in|redige en|redigees en|redigiert in|geschrieben in|escrito en|escritos en|escritas em|escrita em|scritti in|auf der sprache|sprache|langue|idioma',
    true,
  ),
)
const TAILS = createPhraseTable(
  phrasesOf(
    'speaking|speakers|speaker|language|language postings|language jobs|postings|posting|ads|ad|job ads|descriptions|language ads|texts|fluency|language roles|listings|only postings|only|sprache|sprachig|sprachige|sprachigen|language only|content|job descriptions|vacancies|texte|stellenanzeigen|anzeigen',
    true,
  ),
)
/** One word for what is written in a language. */
const WRITTEN = createPhraseTable<string>([
  ...phrasesOf('englischsprachig|englischsprachige|englischsprachigen|anglophone|anglophones', 'en'),
  ...phrasesOf('deutschsprachig|deutschsprachige|deutschsprachigen|germanophone|germanophones', 'de'),
  ...phrasesOf('franzosischsprachig|franzosischsprachige|francophone|francophones', 'fr'),
  ...phrasesOf('spanischsprachig|spanischsprachige|hispanophone|hispanohablante|hispanohablantes', 'es'),
  ...phrasesOf('lusophone|portugiesischsprachig|portugiesischsprachige', 'pt'),
])
const displayNames = new Intl.DisplayNames(['en'], { type: 'language' })
const MIN_NAME_LENGTH = 4

/** The language that the posting is written in. */
export const languageKind: ConditionKind<AnyOf> = {
  id: 'language',
  title: 'language of the posting',
  examples: ['written in German', 'postings in English', 'French-speaking'],
  fields: ['language', 'lang'],
  severalMean: 'any',
  words: () => [...LANGUAGES.words, ...LEADS.words, ...TAILS.words],
  read: readLanguage,
  readField: (tokens, at) => {
    const hit = LANGUAGES.find(tokens, at)
    return hit && { value: anyOf([hit.value]), count: hit.count }
  },
  join: joinAnyOf,
  evaluate: ({ columns }, value) => evaluateAnyOf(columns.language, value.anyOf),
  describe: value => `written in ${describeList(value.anyOf.map(code => displayNames.of(code) ?? code))}`,
  explain:
    ({ entries }) =>
    posting => ({
      label: `written in ${displayNames.of(entries[posting]?.posting.language ?? 'en') ?? 'another language'}`,
      caveat: null,
    }),
  loosen: () => [],
}

/** A bare name is a language only with words around it that say so: "German companies" are about the place. */
function readLanguage(tokens: readonly Token[], at: number): Found<AnyOf> | null {
  const written = WRITTEN.find(tokens, at)
  if (written) return { value: anyOf([written.value]), count: written.count }
  const lead = LEADS.find(tokens, at)
  const start = at + (lead?.count ?? 0)
  const hit = LANGUAGES.find(tokens, start)
  if (!hit || (tokens[start]?.key.length ?? 0) < MIN_NAME_LENGTH) return null
  const hyphens = tokens[start + hit.count]?.text === '-' ? 1 : 0
  const spoken = TAILS.find(tokens, start + hit.count + hyphens)
  const tail = spoken && { count: spoken.count + hyphens }
  const isBareEnglish = hit.value === 'en'
  if (!lead && !tail && !isBareEnglish) return null
  const others = lead && !tail ? readOthers(tokens, start + hit.count) : { values: [], count: 0 }
  return {
    value: anyOf([hit.value, ...others.values]),
    count: start - at + hit.count + others.count + (tail?.count ?? 0),
  }
}

const JOINTS = new Set(['or', 'and', ',', '/'])

/** "written in English or Polish": the lead holds for the whole list. */
function readOthers(
  tokens: readonly Token[],
  at: number,
): { readonly values: readonly string[]; readonly count: number } {
  const hit = JOINTS.has(tokens[at]?.key ?? '') ? LANGUAGES.find(tokens, at + 1) : null
  if (!hit || (tokens[at + 1]?.key.length ?? 0) < MIN_NAME_LENGTH) return { values: [], count: 0 }
  const others = readOthers(tokens, at + 1 + hit.count)
  return { values: [hit.value, ...others.values], count: 1 + hit.count + others.count }
}
