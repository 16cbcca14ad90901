import type { Posting } from '../../src/posting/posting.ts'
import type { Seniority, Topic } from '../../src/posting/vocabulary.ts'

/** Whether a posting answers a question; null where a plain reading of its facts cannot decide. */
export type Judgement = (posting: Posting) => boolean | null

/** The same question for a database that has facts in columns. */
export interface PeerFacts {
  readonly workplace?: 'remote' | 'hybrid'
  readonly levels?: readonly Seniority[]
  readonly payOver?: number
  /** Each a choice of which one is enough. */
  readonly skills?: readonly (readonly string[])[]
  readonly withoutSkill?: string
  readonly topics?: readonly Topic[]
  readonly country?: string
  /** Whether the words are no facts, so that only a full-text index finds them. */
  readonly areWordsText?: true
}

/** A question of the mix, with a judgement of its own to check the answer by before it is timed. */
export interface BenchQuestion {
  readonly question: string
  /** The words that a plain full-text index is asked; empty where all of it is facts. */
  readonly words: string
  /** Whether it is to find all of the words or any of them. */
  readonly wordsMean: 'all' | 'any'
  readonly judge: Judgement
  readonly facts: PeerFacts
}

const all =
  (...judges: readonly Judgement[]): Judgement =>
  posting => {
    const verdicts = judges.map(judge => judge(posting))
    if (verdicts.includes(false)) return false
    return verdicts.includes(null) ? null : true
  }

const not =
  (judge: Judgement): Judgement =>
  posting => {
    const verdict = judge(posting)
    return verdict === null ? null : !verdict
  }

const anyOf = (...judges: readonly Judgement[]): Judgement => not(all(...judges.map(not)))

const worksAs =
  (workplace: Posting['workplace']): Judgement =>
  posting =>
    posting.workplace === workplace

const asks =
  (skill: string): Judgement =>
  posting =>
    posting.skills.includes(skill)

const isAbout =
  (topic: Topic): Judgement =>
  posting =>
    posting.topics.includes(topic)

const isLevel =
  (...levels: readonly Seniority[]): Judgement =>
  posting =>
    posting.seniority !== null && levels.includes(posting.seniority)

/** Other currencies, other periods and pay by place are left to the program. */
const paysOver =
  (amount: number): Judgement =>
  ({ salary }) => {
    if (salary === null) return false
    if (salary.currency !== 'USD' || salary.period !== 'year' || salary.zones.length > 0) return null
    const top = salary.max ?? salary.min
    return top !== null && top > amount
  }

const isOpenTo =
  (country: string): Judgement =>
  posting => {
    if (posting.countries.includes(country)) return true
    const namesOnlyOthers = posting.countries.length > 0 && !posting.countries.includes('*')
    return namesOnlyOthers && posting.regions.length === 0 ? false : null
  }

/** By the stem, with which all forms of a word begin: sure where the title holds the word, or no text its stem. */
const mentions =
  (word: string, stem: string): Judgement =>
  ({ title, company, sections }) => {
    if (
      title
        .toLowerCase()
        .split(/[^a-z]+/)
        .includes(word)
    )
      return true
    const lines = sections.flatMap(section => [
      section.heading ?? '',
      ...section.lines.map(line => line.text),
    ])
    return [title, company ?? '', ...lines].join('\n').toLowerCase().includes(stem) ? null : false
  }

const REMOTE = worksAs('remote')
const STAFF_AND_ABOVE = isLevel('staff', 'principal')

/** Facts only, facts and words, words only; wide and narrow ones. */
export const BENCH_QUESTIONS: readonly BenchQuestion[] = [
  { question: 'remote', words: '', wordsMean: 'all', judge: REMOTE, facts: { workplace: 'remote' } },
  {
    question: 'python',
    words: 'python',
    wordsMean: 'all',
    judge: asks('python'),
    facts: { skills: [['python']] },
  },
  {
    question: 'over 150k',
    words: '',
    wordsMean: 'all',
    judge: paysOver(150_000),
    facts: { payOver: 150_000 },
  },
  {
    question: 'remote ML infra roles over 200k',
    words: 'ml infra',
    wordsMean: 'any',
    judge: all(REMOTE, isAbout('ml-infra'), paysOver(200_000)),
    facts: { workplace: 'remote', topics: ['ml-infra'], payOver: 200_000 },
  },
  {
    question: 'senior backend python remote',
    words: 'backend python',
    wordsMean: 'all',
    judge: all(REMOTE, isLevel('senior'), isAbout('backend'), asks('python')),
    facts: { workplace: 'remote', levels: ['senior'], topics: ['backend'], skills: [['python']] },
  },
  {
    question: 'staff+ go or rust',
    words: 'go rust',
    wordsMean: 'any',
    judge: all(STAFF_AND_ABOVE, anyOf(asks('go'), asks('rust'))),
    facts: { levels: ['staff', 'principal'], skills: [['go', 'rust']] },
  },
  {
    question: 'remote in the US over 150k not java',
    words: '',
    wordsMean: 'all',
    judge: all(REMOTE, isOpenTo('US'), paysOver(150_000), not(asks('java'))),
    facts: { workplace: 'remote', country: 'US', payOver: 150_000, withoutSkill: 'java' },
  },
  {
    question: 'frontend react and typescript',
    words: 'frontend react typescript',
    wordsMean: 'all',
    judge: all(isAbout('frontend'), asks('react'), asks('typescript')),
    facts: { topics: ['frontend'], skills: [['react'], ['typescript']] },
  },
  {
    question: 'kubernetes terraform aws',
    words: 'kubernetes terraform aws',
    wordsMean: 'all',
    judge: all(asks('kubernetes'), asks('terraform'), asks('aws')),
    facts: { skills: [['kubernetes'], ['terraform'], ['aws']] },
  },
  {
    question: 'observability',
    words: 'observability',
    wordsMean: 'all',
    judge: mentions('observability', 'observ'),
    facts: { areWordsText: true },
  },
  {
    question: 'senior fraud payments',
    words: 'fraud payments',
    wordsMean: 'all',
    judge: all(isLevel('senior'), mentions('fraud', 'fraud'), mentions('payments', 'payment')),
    facts: { levels: ['senior'], areWordsText: true },
  },
  {
    question: 'how many hybrid jobs with sql',
    words: 'sql',
    wordsMean: 'all',
    judge: all(worksAs('hybrid'), asks('sql')),
    facts: { workplace: 'hybrid', skills: [['sql']] },
  },
]
