import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts'
import { parsePosting } from '../../src/posting/parse-posting.ts'

/** A small board of remote Go jobs that differ in company and pay, which `raise` lifts (thousands of dollars). */
export function makeBoard(count: number, raise = 0): Catalog {
  const postings = Array.from({ length: count }, (_, index) => {
    const text = [
      `# [Backend Engineer](https://example.com/apply/${index})`,
      `### Company ${index}`,
      `#### \`💰 $${100 + raise + index}k - $${120 + raise + index}k\` \`🌎 Remote, US\``,
      '',
      '## Requirements',
      '',
      `* You write services in Go and keep them fast. Team number ${index} has its own customers.`,
      '',
      `## CLICK TO [APPLY](https://example.com/apply/${index})`,
    ].join('\n')
    const content = new TextEncoder().encode(text)
    const posting = parsePosting({ path: `${index}.md`, content }, { sourceName: 'board', isSample: false })
    if ('reason' in posting) throw new Error(posting.reason)
    return posting
  })
  return createCatalog(postings)
}
