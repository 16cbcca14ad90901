import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parsePosting } from '../src/posting/parse-posting.ts'
import type { Posting, PostingFacts } from '../src/posting/posting.ts'

/** A posting of the first users, as a careful reader has it. */
interface Seed {
  readonly sample: string
  readonly original: string
  readonly facts: Partial<PostingFacts>
  readonly url: string | null
  /** Named in the copy and in the original; either may name more. */
  readonly skills: readonly string[]
  readonly topics: readonly string[]
  readonly contradicted: readonly string[]
}

const SEEDS: readonly Seed[] = [
  {
    sample: 'clarifai-backend-engineering-manager.md',
    original: '000_46857934bcd329a2.txt',
    facts: {
      title: 'Backend Engineering Manager',
      titleInferred: false,
      company: 'Clarifai',
      salary: { min: 65_000, max: 95_000, currency: 'USD', period: 'year', kind: null, zones: [] },
      workplace: 'remote',
      countries: ['IN'],
      regions: [],
      states: [],
      cities: [],
      seniority: 'manager',
      employment: null,
      yearsMin: 7,
      degree: null,
      visaSponsorship: null,
      language: 'en',
    },
    url: 'https://www.remotewlb.com/apply/backend-engineering-manager',
    skills: ['python', 'go', 'c++', 'postgresql', 'redshift', 'docker', 'redis', 'aws', 'kubernetes'],
    topics: ['backend', 'engineering-management'],
    contradicted: [],
  },
  {
    sample: 'netflix-senior-engineering-manager-model-development-infrastructure.md',
    original: '001_034d930dbea3725e.txt',
    facts: {
      title: 'Senior Engineering Manager, Model Development Infrastructure, Machine Learning Platform',
      titleInferred: false,
      company: 'Netflix',
      salary: { min: 240_000, max: 1_200_000, currency: 'USD', period: 'year', kind: 'total', zones: [] },
      workplace: 'remote',
      countries: ['US'],
      regions: [],
      states: ['CA'],
      cities: ['Los Gatos'],
      seniority: 'manager',
      employment: null,
      yearsMin: 12,
      degree: null,
      visaSponsorship: null,
      language: 'en',
    },
    url: 'https://www.remotewlb.com/apply/senior-engineering-manager-model-development-infrastructure-machine-learning-platform',
    skills: ['python', 'pytorch', 'tensorflow'],
    topics: ['ml-infra', 'engineering-management'],
    contradicted: ['salary'],
  },
  {
    sample: 'salesforce-machine-learning-engineer.md',
    original: '002_54add4b445df9212.txt',
    facts: {
      title: 'Machine Learning Engineer',
      titleInferred: false,
      company: 'Salesforce',
      salary: {
        min: 151_800,
        max: 265_200,
        currency: 'USD',
        period: 'year',
        kind: 'base',
        zones: [
          { label: 'Washington', min: 151_800, max: 243_100 },
          { label: 'California', min: 165_600, max: 265_200 },
        ],
      },
      workplace: 'remote',
      countries: ['US'],
      regions: [],
      states: ['CA', 'WA'],
      cities: ['San Francisco', 'Bellevue'],
      seniority: null,
      employment: null,
      yearsMin: 5,
      degree: 'bachelor',
      degreeOrEquivalent: true,
      visaSponsorship: null,
      language: 'en',
    },
    url: 'https://www.remotewlb.com/apply/machine-learning-engineer-90436',
    skills: [
      'tensorflow',
      'pytorch',
      'spark',
      'kubernetes',
      'aws',
      'java',
      'scala',
      'python',
      'kafka',
      'dynamodb',
    ],
    topics: ['ml', 'ml-infra'],
    contradicted: ['salary'],
  },
  {
    sample: 'scale-staff-ai-infrastructure-engineer.txt',
    original: '003_311344efcf301e9a.txt',
    facts: {
      title: 'Staff AI Infrastructure Engineer',
      titleInferred: false,
      company: 'Scale',
      salary: { min: 212_000, max: 255_000, currency: 'USD', period: 'year', kind: 'base', zones: [] },
      workplace: null,
      regions: [],
      cities: ['San Francisco'],
      seniority: 'staff',
      employment: 'full-time',
      yearsMin: 5,
      degree: null,
      visaSponsorship: null,
      language: 'en',
    },
    url: null,
    skills: ['python', 'docker', 'kubernetes', 'terraform', 'aws', 'gcp', 'deepspeed', 'fsdp'],
    topics: ['ml-infra'],
    contradicted: [],
  },
  {
    sample: 'snap-ml-infrastructure.txt',
    original: '004_1c54679e8528766d.txt',
    facts: {
      title: 'Machine Learning Infrastructure Engineer',
      titleInferred: true,
      company: 'Snap',
      salary: null,
      workplace: null,
      countries: [],
      regions: [],
      states: [],
      cities: [],
      seniority: null,
      employment: null,
      yearsMin: 2,
      degree: 'bachelor',
      degreeOrEquivalent: true,
      visaSponsorship: null,
      language: 'en',
    },
    url: null,
    skills: ['c++', 'spark', 'flink', 'ray'],
    topics: ['ml-infra'],
    contradicted: [],
  },
]

const sampleFolder = fileURLToPath(new URL('../data/postings', import.meta.url))
const originalFolder = fileURLToPath(new URL('../../shared/seeds', import.meta.url))

function read(folder: string, file: string): Posting {
  const content = readFileSync(`${folder}/${file}`)
  const result = parsePosting({ path: file, content }, { sourceName: 'seeds', isSample: true })
  if ('reason' in result) throw new Error(`${file}: ${result.reason}`)
  return result
}

function describeSeeds(name: string, folder: string, fileOf: (seed: Seed) => string): void {
  describe.skipIf(!existsSync(folder))(name, () => {
    for (const seed of SEEDS) {
      it(`reads every field of ${seed.facts.company}’s “${seed.facts.title}”`, () => {
        const posting = read(folder, fileOf(seed))
        expect(posting).toMatchObject({ ...seed.facts, url: seed.url })
        expect(posting.skills).toEqual(expect.arrayContaining([...seed.skills]))
        expect(posting.topics).toEqual(expect.arrayContaining([...seed.topics]))
        expect(posting.contradictions.map(entry => entry.field)).toEqual(seed.contradicted)
      })
    }
  })
}

describeSeeds('the first postings, in our own words', sampleFolder, seed => seed.sample)
describeSeeds(
  'the first postings as they came (skipped where they are not beside the project)',
  originalFolder,
  seed => seed.original,
)
