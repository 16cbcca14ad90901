import { describe, expect, it } from 'vitest'
import { parsePosting } from '../../src/posting/parse-posting.ts'

const provenance = { sourceName: 'folder', isSample: false }
const board = `# [Senior Go Engineer - Remote](https://example.com/apply/1)
### Acme
#### \`ðŸ’° $100k\` \`ðŸŒŽ Remote,US\`

We are looking for an engineer. The base salary range is $120,000 - $150,000 a year.

## Requirements

* 5+ years of experience with Go
`

describe('parsePosting', () => {
  const posting = parsePosting({ path: 'jobs/a.md', content: Buffer.from(board) }, provenance)

  it('reads a document into a posting that says where it came from', () => {
    expect(posting).toMatchObject({
      path: 'jobs/a.md',
      sourceName: 'folder',
      isSample: false,
      url: 'https://example.com/apply/1',
      title: 'Senior Go Engineer',
      company: 'Acme',
      salary: { min: 120_000, max: 150_000, currency: 'USD', period: 'year', kind: 'base' },
      language: 'en',
    })
  })

  it('keeps the passages that facts were read from, and only of facts that have some', () => {
    expect(posting).toMatchObject({
      evidence: {
        title: ['Senior Go Engineer - Remote'],
        salary: ['The base salary range is $120,000 - $150,000 a year.'],
      },
    })
    expect(posting).not.toHaveProperty('evidence.closesAt')
  })

  it('keeps what tag and text disagree about', () => {
    expect(posting).toMatchObject({
      contradictions: [{ field: 'salary', quotes: [expect.any(String), '$100k'] }],
    })
  })

  it('gives a document the same id wherever it lies', () => {
    const moved = parsePosting(
      { path: 'b.md', content: Buffer.from(board.replace('$120,000', '$125,000')) },
      provenance,
    )
    expect('id' in moved && 'id' in posting && moved.id === posting.id).toBe(true)
  })

  it('hands back path and reason of a document that is none', () => {
    const refused = parsePosting({ path: 'x.bin', content: Uint8Array.of() }, provenance)
    expect(refused).toEqual({ path: 'x.bin', reason: expect.stringContaining('empty') })
    const large = parsePosting({ path: 'y.md', content: Buffer.from(board) }, { ...provenance, maxBytes: 10 })
    expect(large).toMatchObject({ reason: expect.stringContaining('10') })
  })
})
