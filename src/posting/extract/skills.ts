import type { PostingText, Reading, SectionKind } from '../posting-text.ts'
import { findSkillMentions } from './skill-mentions.ts'

/** How much naming a skill in a section says that the job needs it; other sections do not count. */
const WEIGHT: Readonly<Partial<Record<SectionKind, number>>> = {
  requirements: 3,
  stack: 3,
  duties: 2,
  'nice-to-have': 1.5,
  role: 1.5,
  company: 1,
}
const TITLE_WEIGHT = 6
const MOST_SKILLS = 25
const MOST_QUOTES = 8

/** Prose about who buys or pays, where names are those of other companies. */
const ABOUT_OTHERS =
  /\b(?:customers?|clients?|trusted by|backed by|investors?|invested|funded|funding|raised|acquired|alumni|companies (?:like|such as|including)|brands?|formerly|ex-|competitors?|partners? (?:like|such as|with|include)|founded|founders|best places? to work|glassdoor|award|forbes|ycombinator|y combinator)\b/i

interface Tally {
  weight: number
  readonly lines: Set<string>
}

/**
 * Reads the technologies that duties, requirements and stack name, by canonical name, in the order they stand in;
 * where there are more than 25, the ones named most and in the weightiest sections.
 */
export function readSkills(text: PostingText): Reading<readonly string[]> {
  const tallies = new Map<string, Tally>()
  const count = (line: string, weight: number, skip: string) => {
    for (const { skill } of findSkillMentions(line)) {
      if (skill.name === skip) continue
      const tally = tallies.get(skill.name) ?? { weight: 0, lines: new Set<string>() }
      tally.weight += weight
      tally.lines.add(line)
      tallies.set(skill.name, tally)
    }
  }
  if (text.titleLine) count(text.titleLine, TITLE_WEIGHT, '')
  for (const section of text.sections) {
    const weight = WEIGHT[section.kind]
    if (weight === undefined) continue
    const isProse = section.kind === 'role' || section.kind === 'company'
    for (const line of section.lines) {
      if (isProse && ABOUT_OTHERS.test(line.text)) continue
      count(line.text, weight, isProse ? companyName(text) : '')
    }
  }
  return { value: mostNamed(tallies), quotes: quoteLines(tallies) }
}

const companyName = (text: PostingText): string => text.companyLine?.trim().toLowerCase() ?? ''

function mostNamed(tallies: ReadonlyMap<string, Tally>): string[] {
  const names = [...tallies.keys()]
  if (names.length <= MOST_SKILLS) return names
  const weight = (name: string) => tallies.get(name)?.weight ?? 0
  const kept = new Set([...names].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_SKILLS))
  return names.filter(name => kept.has(name))
}

/** The lines that name most skills first. */
function quoteLines(tallies: ReadonlyMap<string, Tally>): string[] {
  const counts = new Map<string, number>()
  for (const { lines } of tallies.values()) for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_QUOTES).map(([line]) => line)
}
