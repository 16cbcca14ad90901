import { Parser } from 'htmlparser2'
import { SKILLS } from '../../src/posting/dictionary/skills.ts'

/** What the peer reads of a document. */
export interface PeerFacts {
  readonly pay: string | null
  readonly skills: readonly string[]
}

const PAY = /[$€£] ?\d{1,3}(?:,\d{3})*(?:\.\d+)?k?(?: ?(?:-|–|to) ?[$€£]? ?\d{1,3}(?:,\d{3})*(?:\.\d+)?k?)?/i

/** One pattern a skill, with all its names. */
const SKILL_PATTERNS = SKILLS.map(({ name, otherNames }) => {
  const names = [name, ...otherNames].map(each => RegExp.escape(each))
  return { name, pattern: new RegExp(String.raw`(?<!\w)(?:${names.join('|')})(?!\w)`, 'i') }
})

/**
 * Reads a document as one would first: the text without its tags, one pattern for pay and one a skill.
 * It knows no sections, places, kinds of work or levels, and no ordinary word from a skill.
 */
export function parseAsPeer(content: Uint8Array): PeerFacts {
  const text = takeText(new TextDecoder().decode(content))
  return {
    pay: PAY.exec(text)?.[0] ?? null,
    skills: SKILL_PATTERNS.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name),
  }
}

function takeText(html: string): string {
  const pieces: string[] = []
  const parser = new Parser({ ontext: piece => pieces.push(piece) })
  parser.end(html)
  return pieces.join('')
}
