import type { PostingText, Section, SectionKind } from '../../../src/posting/posting-text.ts'

/** A posting's text with nothing but the parts that a test is about. */
export function makePostingText(parts: Partial<PostingText> = {}): PostingText {
  return {
    layout: 'board-markdown',
    titleLine: null,
    companyLine: null,
    payTag: null,
    placeTag: null,
    url: null,
    jobPosting: null,
    sections: [],
    ...parts,
  }
}

/** A section of plain lines. */
export function makeSection(kind: SectionKind, ...lines: readonly string[]): Section {
  return { kind, heading: null, lines: lines.map(text => ({ text, isItem: false })) }
}
