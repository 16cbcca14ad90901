import { listMatches } from '../list-matches.ts'
import { screenPattern } from '../screen/screen-pattern.ts'

/** A number of years as a sentence gives it. */
export interface YearsMention {
  /** The lower end. */
  readonly years: number
  /** Where it stands in the sentence, in UTF-16 code units. */
  readonly start: number
  readonly end: number
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  ein: 1,
  einem: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  zehn: 10,
  un: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  dix: 10,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  diez: 10,
  um: 1,
  dois: 2,
  três: 3,
  quatro: 4,
  sete: 7,
  oito: 8,
  dez: 10,
  één: 1,
  eén: 1,
  twee: 2,
  drie: 3,
  vijf: 5,
  dwa: 2,
  trzy: 3,
  cztery: 4,
  pięć: 5,
  due: 2,
  tre: 3,
  cinque: 5,
  två: 2,
  fyra: 4,
  fem: 5,
  sex: 6,
  pięciu: 5,
  trzech: 3,
  dwóch: 2,
}

const NUMBER = `(?:\\d{1,2}(?:[.,]5)?|${Object.keys(NUMBER_WORDS).join('|')})`
const YEAR_WORD = `(?:years?|yrs?\\.?|yoe|jahren?|ans|années?|años?|anos?|lata?|rok|roku|jaar|anni|års?|letni\\p{L}{1,3})`
// "3", "3+", "3-5", "3 to 5", "three (3)", "3 (three)", "5 or more", then the word for years.
const YEARS = new RegExp(
  `(?<![\\p{L}\\d.,$€£/-])(${NUMBER})\\s?(?:\\(\\s?(?:${NUMBER})\\s?\\+?\\s?\\)\\s?)?\\+?(?:\\s?(?:-|–|—|−|‑|~|to|bis|à|a|or|y|tot)\\s?${NUMBER}\\s?\\+?)?\\s?(?:\\+|plus|or more|oder mehr|ou plus|o más|ou mais|of meer|lub więcej|full|solid|consecutive)?(?:\\s|-|‑)?\\s?${YEAR_WORD}(?![\\p{L}])`,
  'giu',
)

/** Numbers of years in one word: "fünfjährige", "pięcioletnie". */
const IN_ONE_WORD =
  /(?<!\p{L})(zwei|drei|vier|fünf|sechs|sieben|acht|zehn|dwu|trzy|cztero|pięcio|sześcio)(?:jährig|letni)\p{L}{1,3}(?!\p{L})/giu
const ONE_WORD_NUMBERS: Readonly<Record<string, number>> = { dwu: 2, cztero: 4, pięcio: 5, sześcio: 6 }
/** "At least a year", where the language has no word for "a". */
const SOLE_YEAR = /(?<!\p{L})(?:przynajmniej|minimum|co najmniej|min\.) rok(?!\p{L})/giu

/** A cheap look for any of the words for years, before the long pattern. */
const SPEAKS_OF_YEARS = screenPattern(
  /(?<![a-z])(?:y(?:ea)?rs?|yoe|jahr|ans\b|ann[ée]|anni\b|anos?\b|años?\b|lata?\b|rok|jaar|år)|jährig|letni/i,
)

/**
 * Every number of years in a sentence, the lower end of each.
 * @example countYears('3-5 years of Go and at least two (2) years of Kafka') // 3 and 2
 */
export function countYears(sentence: string): YearsMention[] {
  if (!SPEAKS_OF_YEARS.test(sentence)) return []
  const counted = listMatches(YEARS, sentence).map(match => locate(match, toNumber(match[1] ?? '')))
  return SPEAKS_IN_ONE_WORD.test(sentence)
    ? [...counted, ...countWords(sentence)].sort((a, b) => a.start - b.start)
    : counted
}

/** A cheap look for years that no number stands before. */
const SPEAKS_IN_ONE_WORD = /jährig|letni|\brok\b/i

function countWords(sentence: string): YearsMention[] {
  const inOneWord = Array.from(sentence.matchAll(IN_ONE_WORD), match => {
    const number = (match[1] ?? '').toLowerCase()
    return locate(match, ONE_WORD_NUMBERS[number] ?? toNumber(number))
  })
  return [...inOneWord, ...Array.from(sentence.matchAll(SOLE_YEAR), match => locate(match, 1))]
}

const locate = (match: RegExpExecArray, years: number): YearsMention => ({
  years,
  start: match.index,
  end: match.index + match[0].length,
})

const toNumber = (word: string): number => NUMBER_WORDS[word.toLowerCase()] ?? Number(word.replace(',', '.'))
