import { addToHash, EMPTY_HASH, hashWord } from '../dictionary/word-filter.ts'
import { isPlainText } from '../is-plain-text.ts'
import type { PostingText } from '../posting-text.ts'

/** The commonest small words of each language; what several languages share counts for each of them. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'a the and of to in for with you our we your is are on as will be have that this or an from by at work experience team',
  de: 'der die das und ist sind du wir mit für auf im in den dem des ein eine einer einen zu von bei oder sowie dich deine deinen dein ihr ihre sie unser unsere als auch nicht nach durch wird werden',
  fr: 'le la les des de du et vous nous un une dans pour sur avec est sont votre vos notre nos en au aux par que qui ou ce cette plus ainsi être sein',
  es: 'el la los las de del y que en un una con para por es son tu nuestro nuestra como más se su sus al o lo te experiencia trabajo equipo somos',
  pt: 'o a os as de do da dos das e que em um uma com para por é são você nosso nossa como mais se seu sua ao ou na no nas nos não experiência trabalho equipe somos',
  it: 'il lo la gli le di del della dei delle e che in un una con per è sono tuo nostro nostra come più si al alla o nel nella non anche lavoro siamo',
  nl: 'de het een en van in is zijn je jij wij we met voor op aan bij of als ook niet naar door wordt onze jouw dat die te om uit heb hebt werken ervaring',
  pl: 'i w z na do się nie jest są oraz dla od po przez jak to że twoje nasz nasza naszym będziesz lub pracy doświadczenie znajomość zespołu umiejętność o ze',
  sv: 'och att det som en ett i på är för med av till du vi din vår har om eller kan inom från ska dig oss hos',
  da: 'og at det som en et i på er for med af til du vi din vores har om eller kan inden fra skal dig os hos der',
  no: 'og å det som en et i på er for med av til du vi din vår har om eller kan innen fra skal deg oss hos der',
  fi: 'ja on ei se että sekä tai kun me sinä sinun meidän olemme työ kanssa ovat voit joka myös',
  cs: 'a v na se je do s z pro že nebo jako od jsou ve k o by práce zkušenosti nabízíme jsme bude vás našeho',
  ro: 'și în de la cu pe un o este sunt pentru din care sau mai noastră echipa tău ta ca prin nu experiență',
  hu: 'a az és hogy nem egy van is de vagy mint meg csak el ha már lesz ki amely munka tapasztalat csapat',
  tr: 've bir bu için ile olarak olan da de en çok gibi daha veya sonra kadar iş deneyim ekip',
}

/** Scripts that belong to one language (or nearly so) among postings, with the share of letters that decides. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['uk', /[іїєґІЇЄҐ]/g],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['vi', /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/g],
]

/** Share of the letters that a script needs; marks of one language inside a shared script need less. */
const SCRIPT_SHARE = 0.2
const MARK_SHARE: Readonly<Record<string, number>> = { ja: 0.05, uk: 0.02, vi: 0.05 }

/** How much of the text is looked at (characters): lines from all over it first, and more where they do not settle it. */
const FIRST_SAMPLE = 1_500
const SAMPLE = 20_000
/** How many times the score of the next language settles it. */
const CLEAR = 4

interface SmallWord {
  readonly word: string
  /** Every language that has it. */
  readonly languages: readonly string[]
}

const KNOWN_WORDS: ReadonlyMap<string, SmallWord> = indexWords()

function indexWords(): ReadonlyMap<string, SmallWord> {
  const index = new Map<string, string[]>()
  for (const [language, words] of Object.entries(SMALL_WORDS)) {
    for (const word of words.split(' ')) index.set(word, [...(index.get(word) ?? []), language])
  }
  return new Map(Array.from(index, ([word, languages]) => [word, { word, languages }]))
}

/** The same by the hash of the word, so that no word need be cut out of a text to look it up. */
const BY_HASH: ReadonlyMap<number, readonly SmallWord[]> = Map.groupBy(KNOWN_WORDS.values(), ({ word }) =>
  hashWord(word),
)

/** The language that most of the posting's text is in (ISO 639-1); English where nothing tells. */
export function readLanguage(text: PostingText): string {
  const language = known.get(text) ?? findLanguage(text)
  known.set(text, language)
  return language
}

/** What was found: pay and employment ask for it as well. */
const known = new WeakMap<PostingText, string>()

function findLanguage(text: PostingText): string {
  const lines = [
    text.titleLine ?? '',
    ...text.sections.flatMap(section => section.lines.map(line => line.text)),
  ]
  const first = hasOtherLetters(lines)
    ? null
    : findByWords(pickLines(lines).join('\n').slice(0, FIRST_SAMPLE))
  return first?.isClear ? first.language : readWhole(lines.join('\n').slice(0, SAMPLE))
}

/** Whether the first lines hold letters beyond those that the languages in Latin script share. */
function hasOtherLetters(lines: readonly string[]): boolean {
  let left = SAMPLE
  for (const line of lines) {
    const end = Math.min(line.length, left)
    for (let i = 0; i < end; i++) if (mayBeOther(line.charCodeAt(i)) && isOther(line.charAt(i))) return true
    left -= line.length + 1
    if (left <= 0) return false
  }
  return false
}

const mayBeOther = (code: number): boolean =>
  code > 0xff && (code < 0x2000 ? code > 0x36f || code < 0x1b1 : code > 0x303f)
const isOther = (character: string): boolean => OTHER_LETTERS.test(character)

/** Lines at even distances, so that a text of two languages shows both. */
function pickLines(lines: readonly string[]): readonly string[] {
  const length = lines.reduce((sum, line) => sum + line.length, 0)
  const step = Math.max(1, Math.ceil(length / FIRST_SAMPLE))
  return lines.filter((_, i) => i % step === 0)
}

interface Guess {
  readonly language: string
  /** False where another language is near. */
  readonly isClear: boolean
}

function readWhole(text: string): string {
  const plain = text.replace(/https?:\/\/\S{1,500}|[\w.+-]{1,64}@[\w.-]{1,80}/g, ' ')
  return findByScript(plain) ?? findByWords(plain).language
}

/** Letters beyond those that the languages in Latin script share. */
const OTHER_LETTERS = /[\u0370-\u1fff\u3040-\ud7ff\u0103\u0111\u01a1\u01b0]/

function findByScript(text: string): string | null {
  if (!OTHER_LETTERS.test(text)) return null
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const found = SCRIPTS.find(([language, pattern]) => {
    const count = text.match(pattern)?.length ?? 0
    return count > 5 && count / letters > (MARK_SHARE[language] ?? SCRIPT_SHARE)
  })
  return found?.[0] ?? null
}

/** Different small words that a language other than English must show, lest names and numbers make a short text foreign. */
const MIN_WORDS = 3

/** Score of a language from which on a sample settles it. */
const ENOUGH_WORDS = 20

/** A word counts for each language that has it, the less the more have it. */
function findByWords(text: string): Guess {
  const scores = new Map<string, number>()
  const distinct = new Map<string, number>()
  for (const [{ languages }, times] of countSmallWords(text)) {
    for (const language of languages) {
      scores.set(language, (scores.get(language) ?? 0) + times / languages.length)
      distinct.set(language, (distinct.get(language) ?? 0) + 1)
    }
  }
  for (const [language, letters] of countOwnLetters(text)) {
    scores.set(language, (scores.get(language) ?? 0) + Math.min(letters, MOST_LETTERS) / 2)
    distinct.set(language, (distinct.get(language) ?? 0) + MIN_WORDS - 1)
  }
  const shown = [...scores].filter(
    ([language]) => language === 'en' || (distinct.get(language) ?? 0) >= MIN_WORDS,
  )
  const [best, next] = shown.sort((a, b) => b[1] - a[1])
  if (best === undefined) return { language: 'en', isClear: false }
  return { language: best[0], isClear: best[1] >= ENOUGH_WORDS && best[1] >= CLEAR * (next?.[1] ?? 0) }
}

/** Letters that one language among those of postings has to itself. */
const OWN_LETTERS: readonly (readonly [string, RegExp])[] = [
  ['es', /[ñ¿¡]/gi],
  ['pt', /[ãõ]/gi],
  ['pl', /[ąęłśźż]/gi],
]
/** So many of them say something (names hold a few), and so many count at most. */
const LEAST_LETTERS = 4
const MOST_LETTERS = 12

function countOwnLetters(text: string): readonly (readonly [string, number])[] {
  if (isPlainText(text)) return []
  return OWN_LETTERS.map(
    ([language, letters]) => [language, text.match(letters)?.length ?? 0] as const,
  ).filter(([, count]) => count >= LEAST_LETTERS)
}

/** Longer words come in pieces: no small word is that long. */
const LONGEST_WORD = 12
const WORD = /\p{L}{1,12}/gu

/** How often each small word stands there, in the order in which they come up. */
function countSmallWords(text: string): ReadonlyMap<SmallWord, number> {
  const lower = text.toLowerCase()
  const counts = new Map<SmallWord, number>()
  const words = isPlainText(lower) ? findPlainWords(lower) : findWords(lower)
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const findWords = (lower: string): SmallWord[] =>
  (lower.match(WORD) ?? []).flatMap(word => KNOWN_WORDS.get(word) ?? [])

const [A, Z] = [0x61, 0x7a]

/** The same for plain Latin letters, several times as fast. */
function findPlainWords(lower: string): SmallWord[] {
  const found: SmallWord[] = []
  const { length } = lower
  for (let at = 0; at < length; ) {
    const last = Math.min(length, at + LONGEST_WORD)
    let hash = EMPTY_HASH
    let end = at
    for (; end < last; end++) {
      const code = lower.charCodeAt(end)
      if (code < A || code > Z) break
      hash = addToHash(hash, code)
    }
    if (end === at) at++
    else {
      const known = BY_HASH.get(hash)?.find(({ word }) => isAt(word, lower, at, end))
      if (known !== undefined) found.push(known)
      at = end
    }
  }
  return found
}

const isAt = (word: string, text: string, start: number, end: number): boolean =>
  word.length === end - start && text.startsWith(word, start)
