import { type PostingText, SECTION_KINDS, type SectionKind } from '../posting-text.ts'
import { keepPassage, rememberByPassage } from '../remember-by-passage.ts'

/** One sentence of a posting, word for word, and where it stands. */
export interface Passage {
  readonly text: string
  readonly kind: SectionKind
  /** The heading it stands under; null where there is none. */
  readonly heading: string | null
  readonly isItem: boolean
}

const ENDS_SENTENCE = /[.!?…](?=["”’)]?\s+["“(]?[\p{Lu}\p{N}*•])/uy
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|min|max|incl|inc|ltd|sr|jr|dr|mr|mrs|ms|no|z\.b|bzw|ca|u\.s|[a-z])$/i
const LONGEST_SENTENCE = 2000

/** The sentences of the sections of the given kinds, in reading order. */
export function listPassages(text: PostingText, kinds: ReadonlySet<SectionKind>): readonly Passage[] {
  const all = known.get(text) ?? listAll(text)
  known.set(text, all)
  return kinds.size === SECTION_KINDS.length ? all : all.filter(passage => kinds.has(passage.kind))
}

/** All sentences of a posting: six readers ask for them. */
const known = new WeakMap<PostingText, readonly Passage[]>()

function listAll({ sections }: PostingText): Passage[] {
  return sections.flatMap(({ kind, heading, lines }) =>
    lines.flatMap(({ text, isItem }) =>
      splitSentences(text).map(sentence => ({ text: sentence, kind, heading, isItem })),
    ),
  )
}

/**
 * Splits a line into sentences, word for word; "e.g." and "U.S." end none. One of more than 2,000 characters comes in pieces.
 * @example splitSentences('Go, e.g. Gin. You like it.') // ['Go, e.g. Gin.', 'You like it.']
 */
export const splitSentences: (line: string) => readonly string[] = rememberByPassage(split)

function split(line: string): string[] {
  const sentences: string[] = []
  const { length } = line
  let start = 0
  // The last character ends nothing that goes on.
  for (let at = 0; at < length - 1; at++) {
    if (!isEnd(line, at)) continue
    addPieces(line, start, at + 1, sentences)
    start = at + 1
  }
  addPieces(line, start, length, sentences)
  return sentences
}

const [FULL_STOP, EXCLAMATION, QUESTION, ELLIPSIS] = [0x2e, 0x21, 0x3f, 0x2026]

function isEnd(line: string, at: number): boolean {
  const code = line.charCodeAt(at)
  if (code !== FULL_STOP && code !== EXCLAMATION && code !== QUESTION && code !== ELLIPSIS) return false
  ENDS_SENTENCE.lastIndex = at
  return ENDS_SENTENCE.test(line) && !ABBREVIATION.test(line.slice(Math.max(0, at - 8), at))
}

/** Cuts at spaces, so that no word is torn. */
function addPieces(line: string, from: number, to: number, pieces: string[]): void {
  for (let start = from; start < to; ) {
    const end = to - start <= LONGEST_SENTENCE ? to : cutAtSpace(line, start)
    const piece = line.slice(start, end).trim()
    if (piece !== '') pieces.push(keepPassage(piece))
    start = end
  }
}

function cutAtSpace(line: string, start: number): number {
  const space = line.slice(start, start + LONGEST_SENTENCE).lastIndexOf(' ')
  return start + (space > 0 ? space : LONGEST_SENTENCE)
}
