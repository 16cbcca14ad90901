import { lookUpSkills } from '../dictionary/skills.ts'
import type { Line, PostingText, Reading, SectionKind } from '../posting-text.ts'
import { impliedSkill } from './implied-skills.ts'
import { splitSentences } from './passages.ts'
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
  /\b(?:customers?|clients?|trusted by|backed by|investors?|invested|funded|funding|raised|acquired|alumni|companies,? (?:like|such as|including)|brands?|formerly|ex-|competitors?|partners? (?:like|such as|with|include)|founded|founders|best places? to work|glassdoor|award|forbes|ycombinator|y combinator)\b/i

/** Prose about leaders, money and prizes, wherever it stands. */
const ABOUT_THE_HOUSE =
  /\b(?:chairman|chief executive|\bceo\b|venture backed|board of directors|best (?:startup )?employers|best places to work|acquisitions|series [a-f]\b)/i

interface Tally {
  weight: number
  readonly lines: Set<string>
}

/** A sentence or item of the posting with what a skill in it weighs. */
interface Source {
  readonly text: string
  readonly weight: number
  /** False where the company's own name is no skill: in prose and in duties; else it is one beside other skills. */
  readonly mayNameCompany: boolean
}

/**
 * Reads the technologies that duties, requirements and stack name, by canonical name, in the order they stand in;
 * where there are more than 25, the ones named most and in the weightiest sections.
 */
export function readSkills(text: PostingText): Reading<readonly string[]> {
  const tallies = new Map<string, Tally>()
  const own = companyNames(text)
  for (const source of listSources(text)) {
    const names = skillsIn(source.text)
    for (const name of names) {
      if (own.has(name) && !(source.mayNameCompany && names.size > 1)) continue
      const tally = tallies.get(name) ?? { weight: 0, lines: new Set<string>() }
      tally.weight += source.weight
      tally.lines.add(source.text)
      tallies.set(name, tally)
    }
  }
  return { value: mostNamed(tallies), quotes: quoteLines(tallies) }
}

function listSources(text: PostingText): Source[] {
  const title = text.titleLine ? [{ text: text.titleLine, weight: TITLE_WEIGHT, mayNameCompany: false }] : []
  return [
    ...title,
    ...text.sections.flatMap(section => section.lines.flatMap(line => sourcesOf(section.kind, line))),
  ]
}

function sourcesOf(kind: SectionKind, line: Line): Source[] {
  const isDemand = line.isItem && (kind === 'requirements' || kind === 'nice-to-have' || kind === 'stack')
  const isProse = kind === 'role' || kind === 'company'
  const weight = WEIGHT[kind]
  return splitSentences(line.text)
    .filter(sentence => !ABOUT_THE_HOUSE.test(sentence) && !(isProse && ABOUT_OTHERS.test(sentence)))
    .filter(sentence => weight !== undefined || namesStack(sentence))
    .map(text => ({ text, weight: weight ?? 1, mayNameCompany: isDemand }))
}

/** Under a heading about other things a line counts where it names several technologies to build with. */
const namesStack = (line: string): boolean =>
  findSkillMentions(line).filter(({ skill }) => skill.kind !== 'tool').length >= 2

function skillsIn(line: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { skill, start, end } of findSkillMentions(line)) {
    const implied = impliedSkill(line.slice(start, end))
    if (implied) names.add(implied)
    names.add(skill.name)
  }
  return names
}

/** The skills that the company's name or its first word would be taken for. */
function companyNames(text: PostingText): ReadonlySet<string> {
  const words = text.companyLine?.trim().split(/\s+/) ?? []
  const hits = [lookUpSkills(words, 0), lookUpSkills(words.slice(0, 1), 0)]
  return new Set(hits.flatMap(hit => (hit ? [hit.skill.name] : [])))
}

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
  for (const { lines } of tallies.values())
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_QUOTES)
    .map(([line]) => line)
}
