import type { ReloadResult } from '../../src/reload/reload-result.ts'

const SOURCES = ['Tidewright (Greenhouse)', 'Mapleforge (Lever)', 'Bürgerlich & Söhne Karriere']

const TITLES: readonly (readonly [string, string])[] = [
  ['a1', 'Senior Backend Engineer, Payments'],
  ['a2', 'Staff Machine Learning Platform Engineer'],
  ['a3', 'Werkstudent (m/w/d) Softwareentwicklung und Qualitätssicherung'],
  ['c1', 'Site Reliability Engineer'],
  ['g1', 'Product Designer'],
  ['g2', 'Data Analyst'],
]

/** A reload that was held back: a source lost nearly everything, and another could not be read. */
export function makeHeldResult(): ReloadResult {
  return {
    outcome: 'held',
    at: new Date('2026-06-01T09:00:00Z'),
    by: 'discord:100',
    durationMs: 4200,
    revision: 'k7fqm',
    isFirst: false,
    summary: {
      size: 306,
      sources: SOURCES.map((name, id) => ({ id: String(id), name, postings: 102, rejected: 1 })),
      payShare: 0.62,
      placeShare: 0.94,
      companyShare: 1,
    },
    diff: {
      added: ['a1', 'a2', 'a3'],
      changed: [{ postingId: 'c1', fields: ['salary', 'workplace'] }],
      gone: ['g1', 'g2'],
      reposted: [],
    },
    doubts: [{ type: 'source-shrank', name: 'Mapleforge (Lever)', before: 96, after: 11 }],
    rejected: [{ sourceName: 'Tidewright (Greenhouse)', path: 'jobs/4411', reason: 'it has no title' }],
    failures: [{ name: 'Bürgerlich & Söhne Karriere', reason: 'it answers with 503', kept: 41, error: null }],
    titles: new Map(TITLES),
  }
}
