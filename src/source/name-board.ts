/** How much of the texts is searched for the name (characters). */
const SAMPLE = 200_000
const MAX_WORDS = 5

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * The name of a company from the name of its board, spelled as its own postings spell it most often;
 * where none spells it out, the words of the board's name with capitals.
 * @example nameBoard('tidewright', ['Tidewright builds …']) // 'Tidewright'
 */
export function nameBoard(board: string, texts: readonly string[]): string {
  const target = squeeze(board)
  const counts = new Map<string, number>()
  for (const spelling of findSpellings(target, texts)) counts.set(spelling, (counts.get(spelling) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best?.[0] ?? capitalise(board)
}

/** Runs of words that are the board's name but for spaces, signs and capitals; all in small letters is no name. */
function findSpellings(target: string, texts: readonly string[]): string[] {
  const text = texts
    .join('\n')
    .slice(0, SAMPLE)
    .replace(/<[^<>]{0,2000}>|&[a-z#0-9]{1,8};/gi, '\n')
  const words = Array.from(text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.&'’-]{0,40}|\n/gu), match => match[0])
  return words.map((_, at) => readSpelling(target, words, at)).filter(spelling => spelling !== null)
}

function readSpelling(target: string, words: readonly string[], start: number): string | null {
  let joined = ''
  for (let end = start; end < start + MAX_WORDS; end++) {
    const word = words[end]
    if (word === undefined || word === '\n') return null
    joined += squeeze(word.replace(/['’]s$/, ''))
    if (joined === target) {
      const spelling = words
        .slice(start, end + 1)
        .join(' ')
        .replace(/['’]s$|[.'’-]{1,9}$/g, '')
      return /\p{Lu}/u.test(spelling) ? spelling : null
    }
    if (!target.startsWith(joined)) return null
  }
  return null
}

const capitalise = (board: string): string =>
  board
    .split(/[\s_-]+/)
    .map(word => (word === word.toLowerCase() ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word))
    .join(' ')
    .trim()
