import { createPhraseTable, phrasesOf } from './phrase-table.ts'
import type { Token } from './tokenize.ts'

/** Whether a question asks that pay is stated or that it is not, and how many tokens say so. */
export interface StatedPay {
  readonly isStated: boolean
  readonly count: number
}

const NOUNS = createPhraseTable(
  phrasesOf(
    'salary|salaries|pay|compensation|comp|wage|wages|remuneration|salary range|salary ranges|pay range|pay ranges|salary band|pay band|salary info|salary information|salary details|pay info|pay information|pay details|compensation range|compensation info|compensation details|salary figure|salary figures',
    true,
  ),
)

type Lead = 'says' | 'says-with-article' | 'hides'

/** What stands before the noun. "Show salaries" may ask for figures; "show the salary" and "must show salary" do not. */
const LEADS = createPhraseTable<Lead>([
  ...phrasesOf(
    'state|states|stating|lists|listing|mention|mentions|mentioning|disclose|discloses|disclosing|shows|showing|gives|giving|publishes|publishing|includes|including|include|tells|says|posts|reveals|specifies|provides|advertises|indicates|displays|shares|have|has|having|with|stated|known|disclosed|published|visible|transparent|no hidden|not hidden|open about|upfront about|transparent about|must show|should show|that show|which show|must list|should list|that list|which list|must give|that give|must state|must include|must have|must disclose|that share|that post|that provide|that tell|that say|that publish|actually list|actually show|have to show|has to show|need to show|list',
    'says',
  ),
  ...phrasesOf(
    'show|give|tell|say|name|share|post|advertise|display|provide|publish|reveal|indicate|specify',
    'says-with-article',
  ),
  ...phrasesOf(
    'without|no|hidden|unstated|undisclosed|hide|hides|hiding|dont state|dont list|dont mention|dont disclose|dont show|doesnt state|doesnt list|doesnt mention|doesnt show|not stating|not listing|not showing|missing',
    'hides',
  ),
])

const ARTICLES = createPhraseTable(
  phrasesOf(
    'a|the|their|its|any|clear|actual|stated|listed|known|transparent|published|visible|disclosed',
    true,
  ),
)
const MOST_ARTICLES = 3

const WORDS_AFTER =
  'listed|stated|shown|disclosed|given|mentioned|included|posted|published|available|visible|transparent|public|known|specified|provided|advertised|indicated|named|displayed|revealed|upfront|up front|clear|clearly stated|clearly listed|openly stated|not hidden'
/** What stands after the noun. */
const SAID = createPhraseTable<boolean>([
  ...phrasesOf('transparency|disclosure|details', true),
  ...afterEach('', true),
  ...['is', 'are', 'must be', 'should be', 'has to be', 'have to be'].flatMap(to => afterEach(to, true)),
  ...['not', 'isnt', 'arent', 'is not', 'are not'].flatMap(to => afterEach(to, false)),
  ...phrasesOf('unknown|hidden|undisclosed|unstated|missing|is unknown|is hidden', false),
])

/** Whole clauses about what is paid. */
const CLAUSES = createPhraseTable<boolean>([
  ...[
    'say',
    'says',
    'state',
    'states',
    'tell',
    'tells',
    'tell you',
    'show',
    'list',
    'disclose',
    'discloses',
  ].flatMap(verb => [
    ...phrasesOf(
      `${verb} what they pay|${verb} what it pays|${verb} how much they pay|${verb} how much it pays`,
      true,
    ),
    ...phrasesOf(
      `dont ${verb} what they pay|dont ${verb} how much they pay|doesnt ${verb} what it pays`,
      false,
    ),
  ]),
])

function afterEach(to: string, value: boolean) {
  return WORDS_AFTER.split('|').map(word => [`${to} ${word}`.trim(), value] as const)
}

/**
 * Reads that pay must be stated, or not; null where no such words start at the token.
 * @example readStatedPay(tokenize('with the pay disclosed'), 0) // stated, 4 tokens
 */
export function readStatedPay(tokens: readonly Token[], at: number): StatedPay | null {
  const clause = CLAUSES.find(tokens, at)
  if (clause) return { isStated: clause.value, count: clause.count }
  const lead = LEADS.find(tokens, at)
  const start = at + (lead?.count ?? 0)
  const articles = skipArticles(tokens, start)
  const noun = NOUNS.find(tokens, start + articles)
  if (!noun) return null
  const end = start + articles + noun.count
  const said = SAID.find(tokens, end)
  const count = end - at + (said?.count ?? 0)
  if (lead?.value === 'hides') return { isStated: false, count }
  // An article alone leads nowhere: "the salary".
  if (said) return { isStated: said.value, count }
  const isSaying = lead?.value === 'says' || (lead?.value === 'says-with-article' && articles > 0)
  return isSaying ? { isStated: true, count } : null
}

function skipArticles(tokens: readonly Token[], at: number): number {
  let count = 0
  for (let words = 0; words < MOST_ARTICLES; words++) count += ARTICLES.find(tokens, at + count)?.count ?? 0
  return count
}
