import { readNumber } from './number-words.ts'
import { createPhraseTable, phrasesOf } from './phrase-table.ts'
import type { Token } from './tokenize.ts'

const LEADS = createPhraseTable(
  phrasesOf(
    'top|first|limit|limit:|limit to|best|only the first|the first|the top|max:|at most the first|show|show me|give me|list|list me|find me|get me|find|send me|only',
    true,
  ),
)
const NOUNS = new Set(
  'jobs job roles role postings posting results openings positions listings offers vacancies opportunities matches best newest latest'.split(
    ' ',
  ),
)
const OTHER_UNITS = new Set('k m years year yrs yoe days day weeks months hours % percent'.split(' '))
const ORDERS = new Set('latest newest recent freshest'.split(' '))
const MOST = 1000

/**
 * Reads how many postings the asker wants to see; null where no such words start at the token.
 * @example readLimit(tokenize('top 10'), 0) // 10
 */
export function readLimit(
  tokens: readonly Token[],
  at: number,
): { readonly limit: number; readonly count: number } | null {
  const lead = LEADS.find(tokens, at)
  const start = at + (lead?.count ?? 0)
  const number = readNumber(tokens, start)
  if (!number || !Number.isInteger(number.amount) || number.amount < 1 || number.amount > MOST) return null
  const next = tokens[start + number.count]?.key ?? ''
  if (OTHER_UNITS.has(next)) return null
  if (lead) return { limit: number.amount, count: lead.count + number.count }
  // "latest 5 data jobs": the order was read before the number.
  if (ORDERS.has(tokens[at - 1]?.key ?? '') && tokens[at - 1]?.type === 'word')
    return { limit: number.amount, count: number.count }
  // The noun stays: "5 jobs" is followed by what the jobs are.
  return NOUNS.has(next) ? { limit: number.amount, count: number.count } : null
}

const NUMBERING = new Set(['top', 'first', 'limit', 'best', 'max'])

/**
 * Whether a limit asks for postings by itself: "top 10" and "show 3 jobs" do, "show 2" may mean the second of some list.
 * @param limit the stretch that was read as a limit
 */
export function asksForPostings(
  tokens: readonly Token[],
  limit: { readonly at: number; readonly count: number },
): boolean {
  const words = tokens.slice(limit.at, limit.at + limit.count)
  return words.some(({ key }) => NUMBERING.has(key)) || tokens.some(({ key }) => NOUNS.has(key))
}
