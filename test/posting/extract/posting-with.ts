import type { PostingText, SectionKind } from '../../../src/posting/posting-text.ts'
import { makePostingText } from './make-posting-text.ts'

/** The lines of a posting by the kind of section they stand in. */
export type LinesByKind = Readonly<Partial<Record<SectionKind, readonly string[]>>>

/** A posting with one section a kind: prose about role and company, list items in all others. */
export function postingWith(lines: LinesByKind, header: Partial<PostingText> = {}): PostingText {
  const sections = Object.entries(lines).map(([kind, texts]) => ({
    kind: kind as SectionKind,
    heading: null,
    lines: texts.map(text => ({ text, isItem: kind !== 'role' && kind !== 'company' })),
  }))
  return makePostingText({ ...header, sections })
}
