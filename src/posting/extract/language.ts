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

const LANGUAGES: readonly string[] = Object.keys(SMALL_WORDS)
const ENGLISH = LANGUAGES.indexOf('en')

const LISTS: readonly ReadonlySet<string>[] = Object.values(SMALL_WORDS).map(
  words => new Set(words.split(' ')),
)
const WORDS: readonly string[] = [...new Set(LISTS.flatMap(words => [...words]))]
const NUMBERS: ReadonlyMap<string, number> = new Map(WORDS.map((word, number) => [word, number]))
/** By the number of a word the languages that have it, one bit each. */
const LANGUAGE_BITS = Uint16Array.from(WORDS, word =>
  LISTS.reduce((bits, words, language) => bits | (words.has(word) ? 1 << language : 0), 0),
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
  const lines = listLines(text)
  const first = hasOtherLetters(lines)
    ? null
    : findByWords(pickLines(lines).join('\n').slice(0, FIRST_SAMPLE))
  return first?.isClear ? first.language : readWhole(lines.join('\n').slice(0, SAMPLE))
}

function listLines({ titleLine, sections }: PostingText): readonly string[] {
  const all = [titleLine ?? '']
  for (const { lines } of sections) for (const { text } of lines) all.push(text)
  return all
}

/** Whether the first lines hold letters beyond those that the languages in Latin script share. */
function hasOtherLetters(lines: readonly string[]): boolean {
  let left = SAMPLE
  for (const line of lines) {
    if (OTHER_LETTERS.test(line.length <= left ? line : line.slice(0, left))) return true
    left -= line.length + 1
    if (left <= 0) return false
  }
  return false
}

/** Lines at even distances, so that a text of two languages shows both. */
function pickLines(lines: readonly string[]): readonly string[] {
  let length = 0
  for (const line of lines) length += line.length
  const step = Math.max(1, Math.ceil(length / FIRST_SAMPLE))
  const picked: string[] = []
  for (let i = 0; i < lines.length; i += step) picked.push(lines[i] ?? '')
  return picked
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

/** What the words of a sample say of each language. */
interface Scores {
  readonly scores: number[]
  /** Different words and the like that speak for it. */
  readonly distinct: number[]
  /** The languages in the order in which they come up. */
  readonly shown: number[]
}

/** A word counts for each language that has it, the less the more have it. */
function findByWords(text: string): Guess {
  const found: Scores = { scores: LANGUAGES.map(() => 0), distinct: LANGUAGES.map(() => 0), shown: [] }
  const { times, numbers } = countSmallWords(text)
  for (const number of numbers) addWord(found, LANGUAGE_BITS[number] ?? 0, times[number] ?? 0)
  for (const [language, letters] of countOwnLetters(text))
    addScore(found, LANGUAGES.indexOf(language), Math.min(letters, MOST_LETTERS) / 2, MIN_WORDS - 1)
  return chooseBest(found)
}

function addWord(found: Scores, languages: number, times: number): void {
  let sharing = 0
  for (let left = languages; left !== 0; left &= left - 1) sharing++
  for (let language = 0; languages >> language !== 0; language++)
    if (((languages >> language) & 1) === 1) addScore(found, language, times / sharing, 1)
}

function addScore({ scores, distinct, shown }: Scores, language: number, score: number, words: number): void {
  if (distinct[language] === 0) shown.push(language)
  scores[language] = (scores[language] ?? 0) + score
  distinct[language] = (distinct[language] ?? 0) + words
}

function chooseBest({ scores, distinct, shown }: Scores): Guess {
  const [best, next] = shown
    .filter(language => language === ENGLISH || (distinct[language] ?? 0) >= MIN_WORDS)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  if (best === undefined) return { language: 'en', isClear: false }
  const [first, second] = [scores[best] ?? 0, next === undefined ? 0 : (scores[next] ?? 0)]
  return {
    language: LANGUAGES[best] ?? 'en',
    isClear: first >= ENOUGH_WORDS && first >= CLEAR * second,
  }
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

/** How often each small word stands in a text. */
interface WordCounts {
  /** By the number of the word. */
  readonly times: Uint16Array
  /** The numbers of the words that stand there, in the order in which they come up. */
  readonly numbers: number[]
}

function countSmallWords(text: string): WordCounts {
  return countLatinWords(text) ?? countAnyWords(text.toLowerCase())
}

const startCounting = (): WordCounts => ({ times: new Uint16Array(WORDS.length), numbers: [] })

function countAnyWords(lower: string): WordCounts {
  const counts = startCounting()
  for (const word of lower.match(WORD) ?? []) countWord(NUMBERS.get(word) ?? NONE, counts)
  return counts
}

/** No word's number. */
const NONE = -1

function countWord(number: number, { times, numbers }: WordCounts): void {
  if (number === NONE) return
  if (times[number] === 0) numbers.push(number)
  times[number] = (times[number] ?? 0) + 1
}

/** The letters of Latin-1 in lower case by their codes; 0 for what is no letter. */
const LETTERS = Uint8Array.from({ length: 0x100 }, (_, code) => {
  const character = String.fromCharCode(code)
  return /\p{L}/u.test(character) ? character.toLowerCase().charCodeAt(0) : 0
})

/** The signs of typesetters, dashes and quotes among them. */
const isTypographic = (code: number): boolean => code >= 0x2010 && code <= 0x2027

/** The same several times as fast, as no word need be cut out of the text to look it up; null for texts with other letters or signs. */
function countLatinWords(text: string): WordCounts | null {
  const counts = startCounting()
  const { length } = text
  let start = 0
  let hash = EMPTY_HASH
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0xff && !isTypographic(code)) return null
    const letter = LETTERS[code] ?? 0
    if (letter !== 0) hash = addToHash(hash, letter)
    if (letter !== 0 && at - start < LONGEST_WORD - 1) continue
    const end = letter === 0 ? at : at + 1
    if (end > start) countWord(findNumber(hash, text, start, end), counts)
    start = at + 1
    hash = EMPTY_HASH
  }
  if (length > start) countWord(findNumber(hash, text, start, length), counts)
  return counts
}

/** Room for the words by their hashes: a power of two, several times as many as there are words. */
const ROOM = 2048

/** The number of the word at each place, or `NONE`; words whose place is taken stand at the next free one. */
const PLACES: Int16Array = layOutWords()

function layOutWords(): Int16Array {
  const places = new Int16Array(ROOM).fill(NONE)
  for (const [number, word] of WORDS.entries()) {
    let place = hashWord(word) & (ROOM - 1)
    while (places[place] !== NONE) place = (place + 1) & (ROOM - 1)
    places[place] = number
  }
  return places
}

function findNumber(hash: number, text: string, start: number, end: number): number {
  for (let place = hash & (ROOM - 1); ; place = (place + 1) & (ROOM - 1)) {
    const number = PLACES[place] ?? NONE
    if (number === NONE || isAt(number, text, start, end)) return number
  }
}

/** Each word as its length and its letters, side by side: as strings they would lie all over the memory. */
const SPELLED_SIZE = 16
const SPELLED = spellWords()

function spellWords(): Uint16Array {
  const spelled = new Uint16Array(WORDS.length * SPELLED_SIZE)
  for (const [number, word] of WORDS.entries())
    spelled.set([word.length, ...Array.from(word, letter => letter.charCodeAt(0))], number * SPELLED_SIZE)
  return spelled
}

/** Whether a small word stands there, in whatever case. */
function isAt(number: number, text: string, start: number, end: number): boolean {
  const word = number * SPELLED_SIZE
  if (SPELLED[word] !== end - start) return false
  for (let i = start; i < end; i++)
    if (SPELLED[word + 1 + i - start] !== LETTERS[text.charCodeAt(i)]) return false
  return true
}
