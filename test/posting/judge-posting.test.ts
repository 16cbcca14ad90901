import { describe, expect, it } from 'vitest'
import { readPostingText } from '../../src/posting/read-posting-text.ts'

const judge = (text: string): string | null => {
  const posting = readPostingText(Buffer.from(text))
  return 'reason' in posting ? posting.reason : null
}

describe('readPostingText', () => {
  it.each([
    [
      'a one-line posting',
      'We’re hiring a barista in Lisbon. €1,200 a month, full time. Apply at https://example.com/b',
    ],
    [
      'a posting of three short lines',
      'Senior Go Developer\nAcme, Berlin or remote\nGo, PostgreSQL, Kubernetes. 80-95k EUR.',
    ],
    [
      'a German posting',
      'Ab sofort suchen wir eine Erzieherin (m/w/d) in Köln. Vollzeit, unbefristet. Bewerbung an kita@example.org.',
    ],
    ['a header with nothing under it', '# [Dev](https://example.com/1)\n### Acme\n#### `🌎 Remote`\n'],
    [
      'a posting without a title',
      'Build inference systems for our ML platform\nOperate training jobs\nRequirements\n2+ years of experience in C++\nBenefits\nParental leave',
    ],
  ])('takes %s', (_name, text) => {
    expect(judge(text)).toBeNull()
  })

  it.each([
    [
      'a README',
      '# My tool\n\nWe are looking for contributors. You will need Node.\n\n## Installation\n\n    npm install my-tool\n\n## Usage\n\nRun it. Experience with Node helps.\n\n## License\n\nMIT',
      'README',
    ],
    [
      'source code',
      "import fs from 'node:fs'\nconst salary = 1\nexport function apply(candidate) {\n  return salary;\n}\nconst role = 'engineer'\n",
      'source code',
    ],
    [
      'a log',
      Array.from(
        { length: 6 },
        (_, i) => `2026-01-0${i + 1} 10:00:00 INFO hiring job applied full-time`,
      ).join('\n'),
      'log',
    ],
    [
      'an invoice',
      'Invoice number: 7\nBill to: Acme\nSenior developer, 3 days at $800 per day, full-time\nTotal due: $2,400',
      'invoice',
    ],
    [
      'a web page',
      '<!doctype html><h1>Ten tips for bread</h1><p>You will need flour. Apply steam at the start.</p>',
      'read like a job posting',
    ],
    [
      'a letter',
      'Dear Ana,\n\nthank you for the lovely weekend. We will be back on Tuesday.\n\nTom',
      'read like a job posting',
    ],
    [
      'news about a company',
      'Acme raises $40 million\n\nThe start-up will hire 100 engineers. Investors include Big Fund.',
      'read like a job posting',
    ],
    ['a note with a price', 'Call the electrician, Leeds. £200 left', 'read like a job posting'],
    ['structured data alone', '{"name":"x","dependencies":{"remote":"1.0.0"}}', 'read like a job posting'],
  ])('refuses %s with a way out', (_name, text, word) => {
    expect(judge(text)).toContain(word)
    expect(judge(text)).toMatch(/Take it out of the source, or give it the text of one posting/)
  })
})
