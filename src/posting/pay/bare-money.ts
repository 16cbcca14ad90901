import { listPattern } from '../list-pattern.ts'

const COUNTS_NOTHING = listPattern({
  before: String.raw`^[\s+]{0,2}`,
  words: [
    String.raw`base|gross|brutto|net|netto|per|a year|an hour|a month|p\.?a|annual|annually|yearly`,
    'monthly|hourly|plus|and|or|depending|based|dependent|in|for|as|with|on|to|ote|total',
    String.raw`salary|pay|brut|bruto|is|at|before|dollars?|doe\b|kr\b|kč|zł|gross\/year`,
  ],
  after: String.raw`\b`,
})

/**
 * Whether a number without a currency may be money: no noun follows that it counts ("62,000 staff").
 * @param after the text behind the number
 */
export function isBareMoney(after: string): boolean {
  return !/^[\s+]{0,2}\p{L}/u.test(after) || COUNTS_NOTHING.test(after)
}
