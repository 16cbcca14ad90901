/** What a follow-up does to the question before. */
export type FollowUpWay =
  /** "only the senior ones", "and in Europe?": adds, or takes the place of what is of the same kind. */
  | 'narrow'
  /** "or in France", "also hybrid": lets in more of the same kind. */
  | 'widen'
  /** "what about rust", "python instead": takes the place of what is of the same kind, skills too. */
  | 'replace'
  /** "drop remote", "without the salary": takes a condition away. */
  | 'drop'
  /** "who pays most?", "newest first": another order or figure of the same postings. */
  | 'order'

interface Form {
  readonly way: FollowUpWay
  readonly pattern: RegExp
}

/** Openings by which a message goes on from the answer before; the rest of the message says with what. */
const OPENINGS: readonly Form[] = [
  {
    way: 'drop',
    pattern:
      /^(?:please )?(?:drop|remove|ignore|forget(?: about)?|leave out|take (?:out|away|off)|lose|scrap|delete|without) (?:the |that |my )?/,
  },
  {
    way: 'replace',
    pattern:
      /^(?:(?:ok |okay |and |now |so )?(?:what|how) about|same (?:but |thing )?(?:for|in|with|as)?|same but|instead,?|change (?:it |that )?to|make (?:it|that)|try|(?:ok |okay |so )?then|(?:lower|raise|increase|reduce|set|bump)(?: it| that| the (?:salary|pay))?(?: up| down)? to) /,
  },
  { way: 'widen', pattern: /^(?:or|also(?: show| include)?|plus|include|including|as well as) / },
  {
    way: 'narrow',
    pattern:
      /^(?:(?:ok |okay |and |now |but )*(?:only|just)|and|but|with|show (?:me )?only|(?:which|how many|any|what|are any|is any|do any|some) (?:one |ones )?of (?:them|these|those)|(?:which|what) ones|(?:of|from|among) (?:them|these|those)|the ones (?:with|that|which|who|in|at|from|for)|any(?= (?:with|without|in|at|from|under|over|below|above|that|which)\b)|filter (?:by|for|to)?|narrow (?:it )?(?:down )?(?:to)?|limit (?:it )?to|must be|has to be|have to be|they must|needs? to be) /,
  },
]

/** Endings that point back: "the remote ones", "python instead". */
const ENDINGS: readonly Form[] = [
  { way: 'replace', pattern: / (?:instead(?: of [^,]{1,40})?|rather|then)$/ },
  { way: 'widen', pattern: / (?:too|as well|is (?:fine|ok|okay|good)(?: too| as well)?|also)$/ },
  { way: 'narrow', pattern: / (?:ones|ones only|of (?:them|these|those)|among (?:them|these|those))$/ },
]

/** "remote only", but not "senior python jobs only". */
const ONLY = /^(?!.*\b(?:jobs?|roles?|positions?)\b)\S+(?: \S+)? only$/

/** A message that is nothing but a bound, an exclusion or an order: nobody opens a conversation like that. */
const BARE: readonly Form[] = [
  {
    way: 'narrow',
    pattern:
      /^(?:over|above|under|below|at least|at most|more than|less than|up to|from|between|minimum|max|>=?|<=?)\s?[$€£]?\d/,
  },
  { way: 'narrow', pattern: /^(?:not|no|except|excluding|exclude|but not|and not) / },
  {
    way: 'order',
    pattern:
      /^(?:and )?(?:what is|what['’]?s|what are) the (?:median|average|typical|mean) (?:pay|salary)(?: of (?:them|these|those))?$/,
  },
  {
    way: 'order',
    pattern:
      /^(?:which|what) (?:companies|skills|cities|countries|levels)(?: are (?:they|these|those|there))?$/,
  },
  {
    way: 'order',
    pattern:
      /^(?:who|which(?: one| of (?:them|these|those))?|what) pays? (?:the )?(?:most|best|more|least)|^(?:highest|best|lowest|least|worst)[- ]pa(?:id|ying)(?: first| ones?)?$|^(?:newest|latest|most recent)(?: first| ones?)?$|^(?:sort|order)(?:ed)? (?:by|them)|^(?:also )?(?:include|show) (?:closed|old)\b|^how many(?: (?:is|are) (?:that|there|they))?$/,
  },
]

const LONGEST = 200

/** A follow-up before its words are read. */
export interface WrittenFollowUp {
  readonly way: FollowUpWay
  /** What is left once the form is taken off. */
  readonly rest: string
  /** True where the form alone does not tell: the rest has to be nothing but a bound or an exclusion. */
  readonly isBare: boolean
  /** True for "how many of them …". */
  readonly isCount: boolean
}

/**
 * Tells a follow-up by its form; null for a message that starts fresh.
 * @example readForm('only the senior ones') // { way: 'narrow', rest: 'the senior', … }
 */
export function readForm(text: string): WrittenFollowUp | null {
  const words = text
    .slice(0, LONGEST)
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s?!.,]+$/, '')
    .replace(/^(?:h+m+|ok|okay|alright|cool|great|nice|right|well)[,.!] /, '')
    .replace(/,? (?:please|pls|thanks|thx)$/, '')
  if (text.length > LONGEST || words === '') return null
  const isCount = /^how many\b/.test(words)
  const bare = BARE.find(({ pattern }) => pattern.test(words))
  if (bare) return { way: bare.way, rest: words, isBare: true, isCount }
  const opening = OPENINGS.find(({ pattern }) => pattern.test(words))
  if (ONLY.test(words) && !/^(?:the|only|just)\b/.test(words))
    return { way: 'narrow', rest: words.replace(/ only$/, ''), isBare: false, isCount }
  const ending = ENDINGS.find(({ pattern }) => pattern.test(words))
  const form = opening?.way === 'drop' ? opening : (ending ?? opening)
  if (!form) return null
  const opened = opening ? words.replace(opening.pattern, '') : words
  const rest = ending ? opened.replace(ending.pattern, '') : opened
  return {
    way: opening && ending?.way !== 'replace' ? opening.way : form.way,
    rest: rest.trim(),
    isBare: false,
    isCount,
  }
}
