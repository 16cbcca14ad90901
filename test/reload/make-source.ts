import type { NamedSource } from '../../src/reload/catalog-maker.ts'
import type { Source, SourceDocument, UnreadDocument } from '../../src/source/source.ts'

/** A source whose documents a test changes between reloads. */
export interface TestSource extends Source {
  documents: (SourceDocument | UnreadDocument)[]
  /** Thrown instead of anything else; null for a source that is well. */
  error: Error | null
  /** Waited for before the first document. */
  gate: Promise<void>
}

/** @param name also its id */
export function makeSource(name: string, documents: (SourceDocument | UnreadDocument)[] = []): TestSource {
  const source: TestSource = {
    id: `test:${name}`,
    name,
    origin: name,
    terms: '',
    isSample: false,
    maxAgeDays: null,
    documents,
    error: null,
    gate: Promise.resolve(),
    async *collect() {
      await source.gate
      for (const document of source.documents) yield document
      if (source.error) throw source.error
    },
  }
  return source
}

/** The source as the list of sources names it. */
export function nameSource(source: Source): NamedSource {
  return { address: source.origin, source }
}

export interface DocumentFacts {
  readonly title: string
  readonly company?: string
  readonly pay?: string
  readonly closes?: string
}

/** A posting as a board writes it down. */
export function makeDocument({ title, company, pay, closes }: DocumentFacts): SourceDocument {
  const path = `${[company ?? '', title].join(' ').trim().toLowerCase().replaceAll(' ', '-')}.md`
  const text = [
    `# ${title}`,
    '',
    ...(company ? [`**Company:** ${company}`] : []),
    '**Location:** Berlin, Germany',
    ...(pay ? [`**Salary:** ${pay}`] : []),
    ...(closes ? [`**Closing date:** ${closes}`] : []),
    '',
    '## What you will do',
    `- Work as ${title} on our ${path} product with a small team`,
    '',
    '## Requirements',
    '- 3+ years of experience with Go',
    '',
    `[Apply](https://jobs.example.com/${path})`,
  ].join('\n')
  return { path, content: new TextEncoder().encode(text) }
}

/** So many different postings. */
export function makeDocuments(count: number, facts: Partial<DocumentFacts> = {}): SourceDocument[] {
  return Array.from({ length: count }, (_, index) => makeDocument({ title: `Engineer ${index}`, ...facts }))
}
