import { splitWords, stemWord } from './split-words.ts'

const NOWHERE = -1

/** How often words stand in the titles and companies of documents; one entry for each stem of each document. */
export interface TitleWords {
  /** The numbers of the stems. */
  readonly stems: ReadonlyMap<string, number>
  readonly stemOf: readonly number[]
  readonly documentOf: readonly number[]
  readonly inTitle: readonly number[]
  readonly inCompany: readonly number[]
  /** How many different words the title and the company of each document have. */
  readonly titleLengths: readonly number[]
  readonly companyLengths: readonly number[]
}

/** Counts the words of documents one after the other, without an object for any of them. */
export function createTitleCounter(): TitleWords & {
  readonly add: (title: string, company: string) => void
} {
  const stems = new Map<string, number>()
  const words = new Map<string, number>()
  // The stem of each word, the field that held it last, and the last occurrence of each stem.
  const [stemOfWord, lastField, lastOfStem]: [number[], number[], number[]] = [[], [], []]
  const [stemOf, documentOf, inTitle, inCompany]: [number[], number[], number[], number[]] = [[], [], [], []]
  const [titleLengths, companyLengths]: [number[], number[]] = [[], []]
  const numberWord = (text: string): number => {
    const known = words.get(text)
    if (known !== undefined) return known
    const stem = stemWord(text)
    const stemNumber = stems.get(stem) ?? lastOfStem.push(NOWHERE) - 1
    stems.set(stem, stemNumber)
    words.set(text, stemOfWord.push(stemNumber) - 1)
    return lastField.push(NOWHERE) - 1
  }
  const addField = (text: string, document: number, field: number, times: number[]): number => {
    let different = 0
    for (const part of splitWords(text)) {
      const word = numberWord(part)
      if (lastField[word] !== field) different++
      lastField[word] = field
      const stem = stemOfWord[word] ?? 0
      let place = lastOfStem[stem] ?? NOWHERE
      if (documentOf[place] !== document) {
        place = stemOf.push(stem) - 1
        documentOf.push(document)
        inTitle.push(0)
        inCompany.push(0)
        lastOfStem[stem] = place
      }
      times[place] = (times[place] ?? 0) + 1
    }
    return different
  }
  return {
    ...{ stems, stemOf, documentOf, inTitle, inCompany, titleLengths, companyLengths },
    add(title, company) {
      const document = titleLengths.length
      titleLengths.push(addField(title, document, 2 * document, inTitle))
      companyLengths.push(addField(company, document, 2 * document + 1, inCompany))
    },
  }
}
