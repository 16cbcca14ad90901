import { lookUpSkills } from '../dictionary/skills.ts'
import { listPattern } from '../list-pattern.ts'
import type { PostingText, Reading, Section, SectionKind } from '../posting-text.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import { impliedSkill } from './implied-skills.ts'
import { splitSentences } from './passages.ts'
import { findSkillMentions, type SkillMention } from './skill-mentions.ts'

/** Sections in which naming a skill says that the job needs it. */
const TELLING: ReadonlySet<SectionKind> = new Set([
  'requirements',
  'stack',
  'duties',
  'nice-to-have',
  'role',
  'company',
])
const MOST_QUOTES = 8

/** Prose about who buys or pays, where names are those of other companies. */
const ABOUT_OTHERS = listPattern({
  before: String.raw`\b`,
  words: [
    'customers?|clients?|trusted by|backed by|investors?|invested|funded|funding|raised|acquired',
    '(?:firms|legends|names|leaders),? (?:like|such as|including)',
    'alumni|companies,? (?:like|such as|including)|brands?|formerly|ex-|competitors?',
    'partners? (?:like|such as|with|include)|founded|founders|best places? to work|glassdoor',
    'award|forbes|ycombinator|y combinator',
  ],
  after: String.raw`\b`,
})

/** Prose about leaders, money and prizes, wherever it stands. */
const ABOUT_THE_HOUSE =
  /\b(?:chairman|chief executive|\bceo\b|venture backed|board of directors|best (?:startup )?employers|best places to work|acquisitions|series [a-f]\b)/i

/** What a sentence says of skills by itself; those of other sections than the telling ones count only some of it. */
interface SentenceSkills {
  /** By canonical name, in the order they stand in. */
  readonly names: readonly string[]
  /** It names several technologies to build with. */
  readonly namesStack: boolean
  /** It speaks of who buys or pays, where names may be those of other companies. */
  readonly isAboutOthers: boolean
}

/** Null where a sentence names no skill, or speaks of leaders, money and prizes. */
const readSentence = rememberByPassage((sentence): SentenceSkills | null => {
  const mentions = findSkillMentions(sentence)
  if (mentions.length === 0 || ABOUT_THE_HOUSE.test(sentence)) return null
  return {
    names: nameSkills(sentence, mentions),
    namesStack: mentions.filter(({ skill }) => skill.kind !== 'tool').length >= 2,
    isAboutOthers: ABOUT_OTHERS.test(sentence),
  }
})

function nameSkills(sentence: string, mentions: readonly SkillMention[]): readonly string[] {
  const names = new Set<string>()
  for (const { skill, start, end } of mentions) {
    const implied = impliedSkill(sentence.slice(start, end))
    if (implied) names.add(implied)
    names.add(skill.name)
  }
  return [...names]
}

/** A sentence or item of the posting that names skills the job asks for. */
interface Source {
  readonly text: string
  readonly names: readonly string[]
  /** False where the company's own name is no skill: in prose and in duties. */
  readonly mayNameCompany: boolean
}

/**
 * Reads the technologies that duties, requirements and stack name, by canonical name, in the order they stand in.
 * @param company who hires; its own name is a skill only where the candidate must know it
 */
export function readSkills(
  text: PostingText,
  company: string | null = text.companyLine,
): Reading<readonly string[]> {
  const linesOf = new Map<string, Set<string>>()
  const own = companyNames(company)
  for (const { text: line, names, mayNameCompany } of listSources(text)) {
    for (const name of names) {
      if (own.has(name) && !(mayNameCompany && mustBeKnown(name, line, names.length))) continue
      linesOf.set(name, (linesOf.get(name) ?? new Set()).add(line))
    }
  }
  return { value: [...linesOf.keys()], quotes: quoteLines(linesOf) }
}

function listSources({ titleLine, sections }: PostingText): readonly Source[] {
  const sources = titleLine === null ? [] : [toTitleSource(titleLine)]
  for (const section of sections) addSources(section, sources)
  return sources
}

const toTitleSource = (title: string): Source => ({
  text: title,
  names: nameSkills(title, findSkillMentions(title)),
  mayNameCompany: false,
})

function addSources({ kind, lines }: Section, into: Source[]): void {
  const isTelling = TELLING.has(kind)
  const isProse = kind === 'role' || kind === 'company'
  const isList = kind === 'requirements' || kind === 'nice-to-have' || kind === 'stack'
  for (const { text, isItem } of lines) {
    for (const sentence of splitSentences(text)) {
      const read = readSentence(sentence)
      // Under a heading about other things a line counts where it names several technologies to build with.
      if (read === null || !(isTelling || read.namesStack) || (isProse && read.isAboutOthers)) continue
      into.push({ text: sentence, names: read.names, mayNameCompany: isItem && isList })
    }
  }
}

/** The skills that the company's name or its first word would be taken for. */
function companyNames(company: string | null): ReadonlySet<string> {
  const words = company?.trim().split(/\s+/) ?? []
  const hits = [lookUpSkills(words, 0), lookUpSkills(words.slice(0, 1), 0)]
  return new Set(hits.flatMap(hit => (hit ? [hit.skill.name] : [])))
}

const KNOWING =
  /\b(?:experienced?|famili(?:ar|arity)|knowledge|proficien(?:t|cy)|expertise|skilled|fluen(?:t|cy))\b[^.;:]{0,25}\b(?:with|in|of|using|on) (?:the )?$/i

/** A demand asks to know the company's product where it stands among other skills or right after "experience with". */
function mustBeKnown(name: string, line: string, count: number): boolean {
  return findSkillMentions(line).some(({ skill, start, end }) => {
    if (skill.name !== name || /^['’]s\b/.test(line.slice(end, end + 3))) return false
    return count > 1 || KNOWING.test(line.slice(Math.max(0, start - 60), start))
  })
}

/** The lines that name most skills first. */
function quoteLines(linesOf: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const counts = new Map<string, number>()
  for (const lines of linesOf.values())
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_QUOTES)
    .map(([line]) => line)
}
