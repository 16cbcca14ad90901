import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createFolderSource } from '../../src/source/folder-source.ts'
import { createRandom, type Random } from './random.ts'
import { type PostingPieces, type Section, takeApart } from './take-apart.ts'

export interface GenerateOptions {
  /** Postings to recombine, as a job board in Markdown writes them; other files in it are passed over. */
  readonly folder: string
  readonly count: number
  /** Same seed, same bytes. */
  readonly seed: number | string
}

/** A made-up posting: its path below the folder it will live in, and its text. */
export interface GeneratedPosting {
  readonly path: string
  readonly text: string
}

const MAX_SOURCE_BYTES = 1_048_576
const POSTINGS_A_FOLDER = 1000

/**
 * Makes postings of real size by recombining the pieces of those in a folder. Each has the build of one of them (how
 * many sections, of what length); title, company, tags and most sections come from others. A posting depends on the
 * seed and its number only, so that a larger count begins with the same postings.
 */
export async function* generatePostings(options: GenerateOptions): AsyncGenerator<GeneratedPosting> {
  const pieces = await loadPieces(options.folder)
  if (pieces.length === 0) throw new Error(`there are no board postings in ${options.folder}`)
  const sections = pieces.flatMap(posting => posting.sections).sort((a, b) => a.length - b.length)
  for (let index = 0; index < options.count; index += 1) {
    yield makePosting(pieces, sections, index, createRandom(`${options.seed}:${index}`))
  }
}

async function loadPieces(folder: string): Promise<PostingPieces[]> {
  const pieces: PostingPieces[] = []
  const source = createFolderSource({ path: folder, maxDocumentBytes: MAX_SOURCE_BYTES })
  for await (const document of source.collect()) {
    const posting = 'content' in document ? takeApart(new TextDecoder().decode(document.content)) : null
    if (posting) pieces.push(posting)
  }
  return pieces
}

function makePosting(
  pieces: readonly PostingPieces[],
  sections: readonly Section[],
  index: number,
  random: Random,
): GeneratedPosting {
  const number = String(index).padStart(7, '0')
  const { title } = random.pick(pieces)
  const { company } = random.pick(pieces)
  const { payTag } = random.pick(pieces)
  const { placeTags } = random.pick(pieces)
  const build = random.pick(pieces)
  const url = `https://jobs.example.com/apply/${number}`
  const tags = [payTag, placeTags].filter(tag => tag).join(' ')
  const body = build.sections.map(section => makeSection(section, sections, random))
  return {
    path: `${String(Math.floor(index / POSTINGS_A_FOLDER)).padStart(4, '0')}/${number}.md`,
    text: [
      `# [${title}](${url})  \n### ${company}  \n#### ${tags}  `,
      ...body,
      // Real postings add a word or two to a vocabulary that nobody else uses.
      `Reference: R-${number}`,
      `  \n## CLICK TO [APPLY](${url})\n`,
    ].join('\n\n'),
  }
}

/** Mostly another section of about this length, with one paragraph of a third one between its own. */
function makeSection(section: Section, sections: readonly Section[], random: Random): string {
  const chosen = random.isIn(0.8) ? pickOfLength(section.length, sections, random) : section
  const paragraphs = [...chosen.paragraphs]
  if (paragraphs.length > 2 && random.isIn(0.5)) {
    const donor = pickOfLength(chosen.length, sections, random)
    paragraphs[1 + random.below(paragraphs.length - 1)] = random.pick(donor.paragraphs)
  }
  return paragraphs.join('\n\n')
}

/** One of the sections next in length: within a fortieth of all of them to either side. */
function pickOfLength(length: number, sections: readonly Section[], random: Random): Section {
  const reach = Math.max(1, Math.floor(sections.length / 40))
  const middle = findPosition(length, sections)
  const first = Math.max(0, middle - reach)
  return random.pick(sections.slice(first, middle + reach + 1))
}

/** The position of the first section that is at least this long, in a list sorted by length. */
function findPosition(length: number, sections: readonly Section[]): number {
  let [low, high] = [0, sections.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sections[middle]?.length ?? 0) < length) low = middle + 1
    else high = middle
  }
  return low
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  })
  const count = Number(values.count)
  if (!values.from || !values.out || !Number.isSafeInteger(count) || count < 0) {
    throw new Error('usage: generate-postings --from FOLDER --out FOLDER [--count N] [--seed S]')
  }
  for await (const posting of generatePostings({ folder: values.from, count, seed: values.seed })) {
    const file = join(values.out, posting.path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, posting.text)
  }
}

if (import.meta.main) await main()
