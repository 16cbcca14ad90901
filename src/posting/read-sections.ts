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
const STRAYS: ReadonlySet<SectionKind> = new Set(['legal', 'pay', 'benefits', 'company'])

interface Draft {
  kind: SectionKind
  heading: string | null
  lines: Line[]
}

/** Gathers blocks into sections; a paragraph about something else than its heading gets a section of its own. */
export function readSections(blocks: readonly Block[]): Section[] {
  const drafts: Draft[] = [{ kind: 'role', heading: null, lines: [] }]
  let headed: SectionKind = 'role'
  for (const block of blocks) {
    if (block.type === 'heading') {
      headed = classifyHeading(block.text) ?? inheritKind(headed)
      drafts.push({ kind: headed, heading: block.text, lines: [] })
      continue
    }
    const kind = kindOfLine(block, headed)
    const last = drafts.at(-1)
    const line = { text: block.text, isItem: block.type === 'item' }
    if (last && (last.kind === kind || (last.lines.length === 0 && last.heading === null))) {
      last.kind = kind
      last.lines.push(line)
    } else drafts.push({ kind, heading: null, lines: [line] })
  }
  return drafts.filter(draft => draft.lines.length > 0 || draft.heading !== null)
}

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
