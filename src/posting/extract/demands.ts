import type { PostingText, SectionKind } from '../posting-text.ts'

/**
 * The kinds of sections that state what is required. Where no section is headed as requirements,
 * one headed "We'd love to hear from people with" is meant as such.
 */
export function kindsThatRequire(text: PostingText): ReadonlySet<SectionKind> {
  const isList = (kind: SectionKind): boolean =>
    text.sections.some(section => section.kind === kind && section.lines.some(line => line.isItem))
  const isProse = text.sections.some(s => s.kind === 'requirements' && s.lines.length > 0)
  // A paragraph on whom they look for does not make wishes of the list below it.
  const hasRequirements = isList('requirements') || (isProse && !isList('nice-to-have'))
  return new Set(hasRequirements ? ['requirements', 'stack'] : ['requirements', 'stack', 'nice-to-have'])
}
