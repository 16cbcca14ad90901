import cloud from '../../../data/skills/cloud.json' with { type: 'json' }
import databases from '../../../data/skills/databases.json' with { type: 'json' }
import frameworks from '../../../data/skills/frameworks.json' with { type: 'json' }
import languages from '../../../data/skills/languages.json' with { type: 'json' }
import tools from '../../../data/skills/tools.json' with { type: 'json' }
import { createPhraseIndex, type PhraseHit } from './phrase-index.ts'
import type { Word } from './split-words.ts'

/** What a skill is; also the name of its table in `data/skills`. */
export type SkillKind = 'language' | 'framework' | 'database' | 'cloud' | 'tool'

/** A technology that postings name and questions ask for. */
export interface Skill {
  /** Canonical, lower case: what `parse` prints. */
  readonly name: string
  /** As people write it: "PostgreSQL". */
  readonly label: string
  readonly kind: SkillKind
  /** Other names, lower case; without the canonical one. */
  readonly otherNames: readonly string[]
  /** Those names that are ordinary words too ("go", "spring"): they need words around them that show what is meant. */
  readonly ordinaryNames: readonly string[]
  /** Those of the ordinary names that not even a capital letter makes certain ("Go", "Excel" can begin a sentence). */
  readonly vagueNames: readonly string[]
}

/** A skill found in a list of words. */
export interface SkillHit {
  readonly skill: Skill
  /** How many words it took. */
  readonly length: number
  /** True where the words are an ordinary expression too and nothing but their neighbours can tell. */
  readonly isOrdinary: boolean
  /** True where it takes neighbours to tell even if the word is written with a capital. */
  readonly isVague: boolean
}

interface SkillRow {
  readonly name: string
  readonly label: string
  readonly also?: readonly string[] | undefined
  readonly ordinary?: readonly string[] | undefined
  readonly vague?: readonly string[] | undefined
}

const TABLES: Readonly<Record<SkillKind, readonly SkillRow[]>> = {
  language: languages,
  framework: frameworks,
  database: databases,
  cloud,
  tool: tools,
}

const toSkill = (row: SkillRow, kind: SkillKind): Skill => ({
  name: row.name,
  label: row.label,
  kind,
  otherNames: row.also ?? [],
  ordinaryNames: row.ordinary ?? [],
  vagueNames: row.vague ?? [],
})

const KINDS = ['language', 'framework', 'database', 'cloud', 'tool'] as const satisfies readonly SkillKind[]

/** Every skill of the tables. */
export const SKILLS: readonly Skill[] = KINDS.flatMap(kind => TABLES[kind].map(row => toSkill(row, kind)))

const namesOf = (skill: Skill): string[] => [skill.name, ...skill.otherNames]

/** Every name of every skill, lower case: for completion and for mending typing errors. */
export const SKILL_NAMES: readonly string[] = SKILLS.flatMap(namesOf)

const byName = new Map(SKILLS.map(skill => [skill.name, skill]))

const toEntry = (skill: Skill, name: string) => ({
  skill,
  isOrdinary: skill.ordinaryNames.includes(name),
  isVague: skill.vagueNames.includes(name),
})

const index = createPhraseIndex(
  SKILLS.flatMap(skill => namesOf(skill).map(name => [name, toEntry(skill, name)] as const)),
)

/**
 * The skill whose name starts at the word `at`, the longest name first; null where none does.
 * @example lookUpSkills(['Ruby', 'on', 'Rails'], 0) // rails, length 3
 */
export function lookUpSkills(words: readonly string[], at: number): SkillHit | null {
  return toHit(index.lookUp(words, at))
}

/** The same for the words of a text; a name goes over no comma. */
export function lookUpSkillsIn(text: string, words: readonly Word[], at: number): SkillHit | null {
  return toHit(index.lookUpJoined(text, words, at))
}

const toHit = (hit: PhraseHit<Omit<SkillHit, 'length'>> | null): SkillHit | null =>
  hit && { ...hit.entry, length: hit.length }

/** The skill with this canonical name; null where there is none. */
export function findSkill(name: string): Skill | null {
  return byName.get(name) ?? null
}
