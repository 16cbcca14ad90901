import { splitWords } from '../../catalog/split-words.ts'
import { lookUpSkills } from '../../posting/dictionary/skills.ts'
import type { Posting } from '../../posting/posting.ts'
import type { SectionKind } from '../../posting/posting-text.ts'

/** Sections whose technologies say little about the work. */
const BESIDE: ReadonlySet<SectionKind> = new Set([
  'legal',
  'benefits',
  'process',
  'company',
  'place',
] as const)

/** Technologies that the text names beyond doubt, also where no list of requirements does. */
export function listNamedSkills({ sections }: Posting): readonly string[] {
  const names = new Set<string>()
  for (const { kind, lines } of sections) {
    if (BESIDE.has(kind)) continue
    for (const { text } of lines) for (const name of namesIn(splitWords(text))) names.add(name)
  }
  return [...names]
}

function namesIn(words: readonly string[]): readonly string[] {
  const names: string[] = []
  for (let at = 0; at < words.length; ) {
    const hit = lookUpSkills(words, at)
    if (hit && !hit.isOrdinary) names.push(hit.skill.name)
    at += hit?.length ?? 1
  }
  return names
}
