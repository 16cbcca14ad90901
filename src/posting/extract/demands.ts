import type { PostingText, SectionKind } from '../posting-text.ts'

/**
 * The kinds of sections that state what is required. Where no section is headed as requirements,
 * one headed "We'd love to hear from people with" is meant as such.
 */
export function kindsThatRequire(text: PostingText): ReadonlySet<SectionKind> {
  const hasRequirements = text.sections.some(s => s.kind === 'requirements' && s.lines.length > 0)
  return new Set(hasRequirements ? ['requirements', 'stack'] : ['requirements', 'stack', 'nice-to-have'])
}
