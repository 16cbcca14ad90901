import { listPattern } from '../list-pattern.ts'
import { currencyOfCountry, currencyOfWriting } from './currencies.ts'
import type { MoneyRange } from './find-ranges.ts'

/** A name that several currencies go by. */
interface SharedName {
  readonly pattern: RegExp
  readonly currencies: readonly string[]
  /** What is meant where the job is in none of their countries; null where nothing is likelier. */
  readonly usual: string | null
}

/** A word before the name ("Mexican pesos") makes it the name of one currency. */
const BARE =
  '(?<!\\b(?:mexican|argentine|chilean|colombian|philippine|uruguayan|swedish|norwegian|danish|czech|icelandic|swiss|indian|pakistani|sri lankan) )\\b'

const SHARED_NAMES: readonly SharedName[] = [
  {
    names: 'pesos?(?! (?:mexicanos|argentinos|chilenos|colombianos))',
    currencies: ['MXN', 'ARS', 'CLP', 'COP', 'UYU', 'PHP'],
    usual: null,
  },
  { names: '(?:kronor|kroner|crowns)', currencies: ['SEK', 'NOK', 'DKK', 'ISK', 'CZK'], usual: null },
  { names: 'rupees', currencies: ['INR', 'PKR', 'LKR'], usual: 'INR' },
].map(({ names, ...shared }) => ({ ...shared, pattern: new RegExp(`${BARE}${names}\\b`, 'i') }))

/** Names that mean one currency wherever they stand near an amount. */
const OWN_NAME = listPattern({
  before: String.raw`\b`,
  words: [
    'euros?|(?:mexican|argentine|chilean|colombian|philippine) pesos',
    'pesos (?:mexicanos|argentinos|chilenos|colombianos)',
    '(?:swedish|norwegian|danish|czech) (?:kronor|kroner|crowns)|swiss francs|francs',
    '(?:indian )?rupees|(?:brazilian )?reais|yen|dirhams|pounds sterling',
  ],
  after: String.raw`\b`,
})

/** How far from an amount a name is looked for (characters). */
const REACH = { before: 60, after: 24 }

/**
 * The currency whose name stands beside an amount without a code or with a bare "$"; null where no name does.
 * @param countries where the job sits (ISO 3166): they tell one peso from another; without them its currency is null
 * @example readNamedCurrency(range, 'Yearly pay in pesos: $900,000', ['MX']) // { currency: 'MXN' }
 */
export function readNamedCurrency(
  range: MoneyRange,
  line: string,
  countries: readonly string[],
): { readonly currency: string | null } | null {
  const own = line.slice(range.start, range.end)
  // A code or another sign in the amount itself says more than words around it.
  const isSettled = range.currency !== null && !range.isBareDollar
  const around = isSettled ? own : `${wordsBefore(line, range.start)}${own}${wordsAfter(line, range.end)}`
  if (isSettled && !/\p{L}{5}/u.test(own)) return null
  const shared = SHARED_NAMES.find(({ pattern }) => pattern.test(around))
  if (shared) return { currency: chooseShared(shared, countries) }
  const name = isSettled ? undefined : OWN_NAME.exec(around)?.[0]
  return name === undefined ? null : { currency: currencyOfWriting(name === 'euro' ? 'euros' : name) }
}

function chooseShared({ currencies, usual }: SharedName, countries: readonly string[]): string | null {
  const local = new Set(
    countries.map(currencyOfCountry).filter(code => code !== null && currencies.includes(code)),
  )
  const [only] = local
  return local.size === 1 && only !== undefined ? only : usual
}

/** Another amount or a sentence in between cuts the words off from this one. */
const wordsBefore = (line: string, start: number): string =>
  line
    .slice(Math.max(0, start - REACH.before), start)
    .split(/[\d.;!?]/)
    .at(-1) ?? ''

const wordsAfter = (line: string, end: number): string =>
  line.slice(end, end + REACH.after).split(/[\d.;!?]/)[0] ?? ''
