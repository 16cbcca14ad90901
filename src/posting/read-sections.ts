import { classifyHeading } from './classify-heading.ts'
import { classifyLine } from './classify-line.ts'
import type { Block, Line, Section, SectionKind } from './posting-text.ts'

/** Section kinds whose list items stay what the heading says, whatever words they hold. */
const FIRM: ReadonlySet<SectionKind> = new Set([
  'requirements',
  'nice-to-have',
  'duties',
  'stack',
  'benefits',
  'process',
])

/** Kinds that a paragraph may leave its section for. */
const STRAYS: ReadonlySet<SectionKind> = new Set(['legal', 'pay', 'benefits', 'company', 'process'])

interface Draft {
  kind: SectionKind
  heading: string | null
  lines: Line[]
}

/** Gathers blocks into sections; a paragraph about something else than its heading gets a section of its own. */
export function readSections(blocks: readonly Block[]): Section[] {
  const drafts: Draft[] = [{ kind: 'role', heading: null, lines: [] }]
  let headed: SectionKind = 'role'
  blocks.forEach((block, i) => {
    if (block.type === 'heading') {
      headed = classifyHeading(block.text) ?? (blocks[i + 1]?.type === 'item' ? inheritKind(headed) : 'role')
      drafts.push({ kind: headed, heading: block.text, lines: [] })
      return
    }
    if (isAfterList(blocks, i, headed)) headed = 'role'
    addLine(drafts, kindOfLine(block, headed), { text: block.text, isItem: block.type === 'item' })
  })
  return drafts.filter(draft => draft.lines.length > 0 || draft.heading !== null)
}

/** Puts a line into the last section, or into a new one where it is about something else. */
function addLine(drafts: Draft[], kind: SectionKind, line: Line): void {
  const last = drafts.at(-1)
  if (last && (last.kind === kind || (last.lines.length === 0 && last.heading === null))) {
    last.kind = kind
    last.lines.push(line)
  } else drafts.push({ kind, heading: null, lines: [line] })
}

/** Shortest paragraph that ends a list (characters); shorter ones are lines of it without a bullet. */
const CLOSING_PARAGRAPH = 80

/** A paragraph after the last item of a list of requirements or the like has left the list's subject. */
function isAfterList(blocks: readonly Block[], i: number, headed: SectionKind): boolean {
  const block = blocks[i]
  if (!LISTS.has(headed) || block?.type !== 'paragraph' || blocks[i - 1]?.type !== 'item') return false
  return block.text.length >= CLOSING_PARAGRAPH && !block.text.endsWith(':') && blocks[i + 1]?.type !== 'item'
}

/** Kinds that are written as lists. */
const LISTS: ReadonlySet<SectionKind> = new Set(['requirements', 'nice-to-have', 'stack'])

/** A heading that says nothing stays inside a list of duties or requirements, else it is about the role. */
function inheritKind(previous: SectionKind): SectionKind {
  return previous === 'duties' || previous === 'requirements' || previous === 'nice-to-have'
    ? previous
    : 'role'
}

function kindOfLine(block: Block, headed: SectionKind): SectionKind {
  if (FIRM.has(headed) && block.type === 'item') return headed
  const own = classifyLine(block.text)
  if (own === null || !STRAYS.has(own)) return headed
  if (own === 'company' && headed !== 'role') return headed
  return own
}
