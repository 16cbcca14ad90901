import type { Posting } from '../../posting/posting.ts'
import type { PostingBody } from './archive-record.ts'

/** A posting whose facts are in memory, while its text stays in an archive. */
export interface HeldPosting extends Posting {
  /** Its key in the archive. */
  readonly key: string
}

/** Most postings are silent about most facts: they share one empty list. */
const NONE: readonly never[] = Object.freeze([])
/** The lists that repeat from posting to posting, such as the countries; skills do not. */
const SHARED_LISTS = ['countries', 'regions', 'states', 'cities', 'timeZones', 'topics'] as const
const MOST_SHARED = 20_000

/** Makes a posting out of its archived facts; null where they are those of a rejected document. */
export type HoldPosting = (facts: string) => HeldPosting | null

/**
 * Makes what turns archived facts into postings. `sections` and `evidence` are no properties of their own but are
 * read when somebody asks, so a copy by `{...posting}` lacks them.
 * @param readBody reads the text of the posting with this key
 */
export function createHolder(readBody: (key: string) => PostingBody): HoldPosting {
  const withText = {
    get sections() {
      return readBody((this as unknown as HeldPosting).key).sections
    },
    get evidence() {
      return readBody((this as unknown as HeldPosting).key).evidence
    },
  }
  const known = new Map<string, readonly string[]>()
  const share = (list: readonly string[]) => {
    if (list.length === 0) return NONE
    const text = list.join('\n')
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size < MOST_SHARED) known.set(text, list)
    return list
  }
  return text => {
    const facts = JSON.parse(text)
    if ('reason' in facts) return null
    for (const name of SHARED_LISTS) facts[name] = share(facts[name])
    if (facts.skills.length === 0) facts.skills = NONE
    if (facts.contradictions.length === 0) facts.contradictions = NONE
    // All of them come from JSON with the same fields in the same order, so they share one hidden class.
    return Object.setPrototypeOf(facts, withText)
  }
}
