import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readList as readLazily } from '../../src/source/read-list.ts'

const OPTIONS = { folder: 'list', maxDocumentBytes: 100_000 }
const JOB = { id: '1', title: 'Baker', company: 'Kornhof', location: 'Bonn' }

function readList(text: string, options: typeof OPTIONS) {
  const list = readLazily(text, options)
  return list && 'documents' in list ? { documents: [...list.documents] } : list
}

function paths(text: string): readonly string[] {
  const list = readList(text, OPTIONS)
  return list && 'documents' in list ? list.documents.map(({ path }) => path) : ['no list']
}

function contents(text: string): string {
  const list = readList(text, OPTIONS)
  if (list === null || 'problem' in list) return ''
  return list.documents
    .map(document => ('content' in document ? Buffer.from(document.content).toString() : ''))
    .join()
}

describe('readList', () => {
  it.each(['items', 'jobs', 'postings', 'results', 'data'])('finds a list in the field %s', field => {
    expect(paths(JSON.stringify({ [field]: [JOB] }))).toEqual(['list/1'])
  })

  it('reads JSON lines and names the lines that are none', () => {
    const text = `${JSON.stringify(JOB)}\n\n{"broken\n${JSON.stringify({ ...JOB, id: '2' })}\n`
    expect(readList(text, OPTIONS)).toMatchObject({
      documents: [
        { path: 'list/1' },
        { path: 'list/2' },
        { path: 'list/line-3', reason: 'Line 3 is no JSON object.' },
      ],
    })
  })

  it('reads one job in a file of its own under the path of the file', () => {
    expect(paths(JSON.stringify(JOB))).toEqual(['list'])
  })

  it('reads schema.org data as it is', () => {
    const posting = {
      '@type': 'JobPosting',
      title: 'Baker',
      description: 'Bake.',
      identifier: { value: 'B-1' },
    }
    expect(paths(JSON.stringify([posting, { ...posting, identifier: 'B-2' }]))).toEqual([
      'list/B-1',
      'list/B-2',
    ])
  })

  it.each(['[]', '{"jobs":[]}', '<rss></rss>'])('takes %s for an empty list', text => {
    expect(paths(text)).toEqual([])
  })

  it.each([
    '',
    'Baker wanted',
    '{"name":"left-pad","version":"1.0.0"}',
    '[1,2]',
    '[{"a":1}]',
    '"x"',
    'null',
    '12',
  ])('passes on %j', text => {
    expect(paths(text)).toEqual(['no list'])
  })

  it('refuses a feed that breaks off', () => {
    expect(readList('<rss><item><title>A</title></item>', OPTIONS)).toEqual({
      problem: 'The feed breaks off before its end.',
    })
  })

  it('leaves it to the reader of texts whether an article is a posting', () => {
    const blog =
      '<rss><title>Notes</title><item><title>On bread</title><description>It rises.</description></item></rss>'
    expect(contents(blog)).not.toContain('JobPosting')
    expect(contents(blog.replace('Notes', 'Jobs'))).toContain('JobPosting')
  })

  it('gives items of one number names of their own', () => {
    const list = [JOB, JOB, { ...JOB, url: 'https://kornhof.example/2' }]
    expect(new Set(paths(JSON.stringify(list))).size).toBe(3)
  })

  it('lets no name of an item lead out of the list', () => {
    for (const id of ['../../etc/passwd', '..', '/a', 'a/b', '', '.', 'a\nb'])
      expect(paths(JSON.stringify([{ ...JOB, id }]))[0]).toMatch(/^list\/[\w:-][\w.:-]*$/)
  })

  it('lets no text of an item end the data early', () => {
    const text = JSON.stringify([{ ...JOB, title: 'Baker</script><script>alert(1)</script>' }])
    expect(contents(text)).not.toContain('</script><script>alert')
  })

  it('names an item that is too large', () => {
    const text = JSON.stringify([{ ...JOB, description: 'x'.repeat(200_000) }])
    expect(readList(text, OPTIONS)).toMatchObject({
      documents: [{ path: 'list/1', reason: expect.stringContaining('100000 bytes') }],
    })
  })

  it('splits companies off titles where all titles of a feed have one form', () => {
    const item = (title: string) => `<item><title>${title}</title></item>`
    const feed = ['Kornhof: Baker', 'Saltmere: Diver', 'Moss: Clerk'].map(item).join('')
    expect(contents(`<rss><title>Jobs</title>${feed}</rss>`)).toContain('"name":"Saltmere"')
    expect(contents(`<rss><title>Jobs</title>${feed}${item('Cook')}</rss>`)).not.toContain(
      '"name":"Saltmere"',
    )
  })

  it('takes any text and any record', () => {
    fc.assert(fc.property(fc.string(), text => readList(text, OPTIONS) !== undefined))
    const record = fc.record({
      title: fc.anything(),
      id: fc.anything(),
      location: fc.anything(),
      salary: fc.anything(),
      description: fc.anything(),
    })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), records => {
        const text = JSON.stringify(records)
        return readList(text, OPTIONS) !== undefined
      }),
    )
  })
})
