import { listMatches } from '../list-matches.ts'
import { listPattern } from '../list-pattern.ts'
import { lookUpPlaces } from '../places/gazetteer.ts'

const TIER = listPattern({
  words: [
    String.raw`\b(?:zone|tier|level|geo(?:graphic)?(?: zone| area| region| tier)?|band|region|group|grade|location|category|step|premium|class)\s?[:#]?\s?[A-Z\d]{1,3}\b`,
    String.raw`\b(?:L|IC|E|P|T|SWE)\s?-?\d\b`,
    String.raw`\b(?:junior|mid(?:-level|-senior)?|senior|staff|principal|entry(?: level)?|intermediate|expert|lead)\b`,
  ],
  flags: 'gi',
})

/**
 * What tells one range of several apart: the place or level named right before it, else right after.
 * @param before the text from the previous range or sentence on
 * @returns null where neither names one
 */
export function labelZone(before: string, after: string): string | null {
  const behind = after.slice(0, 120).split(/[.;$€£|]/)[0] ?? ''
  if (/^(?:\s?\/\s?\w{2,6}|\s?(?:USD|CAD|EUR|GBP))?\s?\(?(?:in|for) /i.test(behind))
    return findLabel(behind) ?? labelBefore(before)
  return labelBefore(before) ?? findLabel(behind)
}

function labelBefore(before: string): string | null {
  const sentence = before.split(/(?<=[\p{Ll})][.!?]) |[;|•]/u).at(-1) ?? ''
  return readPrefix(sentence) ?? findLabel(sentence) ?? findLabel(before)
}

/** A short line right above a range names it: a level with its job ("Staff Engineer") or a place. */
export function labelFromLineAbove(above: readonly string[]): string | null {
  const line = above.at(-1)?.replace(/[:\s]{1,4}$/, '') ?? ''
  if (line.length > 60 || /[.!?$€£]/.test(line)) return null
  return findPlaces(line) ?? (lastTier(line) === null ? null : line)
}

/** "For all other states": the zone of whatever has none of its own. */
const REST =
  /\b(?:(?:all|any) )?other (?:[A-Z][\w.]{0,12} )?(?:states|locations|cities|areas|regions|markets|places|countries)\b|\brest of the (?:country|US|world)\b/i

function findLabel(text: string): string | null {
  return findPlaces(text) ?? lastTier(text) ?? REST.exec(text)?.[0] ?? null
}

function lastTier(text: string): string | null {
  return listMatches(TIER, text).at(-1)?.[0].trim() ?? null
}

/** Longest label (characters). */
const MAX_LABEL = 160

/** The span from the first place named to the last. */
function findPlaces(text: string): string | null {
  const words = listMatches(/[\p{L}\p{N}.'’]{1,40}/gu, text).map(match => ({
    text: match[0].replace(/\.$/, ''),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const names = words.map(word => word.text)
  let first: number | null = null
  let last = 0
  for (let i = 0; i < words.length; i++) {
    const written = names[i] ?? ''
    if (!/^\p{Lu}/u.test(written)) continue
    const place = lookUpPlaces(names, i).find(one => !one.isAmbiguousWord || /^[A-Z]{2,3}$/.test(written))
    if (!place) continue
    first ??= words[i]?.start ?? null
    i += place.length - 1
    last = words[i]?.end ?? last
  }
  if (first === null) return null
  const label = text.slice(first, last).replace(/[.,:]$/, '')
  const closed = label.includes('(') && !label.includes(')') ? `${label})` : label
  return closed.length <= MAX_LABEL ? closed : closed.slice(0, MAX_LABEL)
}

/** Words about pay that are no part of a zone's name. */
const PAY_WORDS =
  /\b(?:(?:the|this|our|for|is|of|at|per|year|role|position|expected|estimated|anticipated|starting|target|hiring|annual|annualized|yearly|monthly|hourly|base|cash|salary|compensation|pay|wage|ranges?|typical|current|across|band|rate|total|ote|usd|min|max|minimum|maximum)\b\s?)+/gi

/** A few words up to a colon name the range themselves ("Senior Staff Engineer: $150,000"). */
function readPrefix(sentence: string): string | null {
  const prefix = /^([^:|]{2,90})[:–—-]\s{0,3}$/.exec(sentence)?.[1]
  if (prefix === undefined) return null
  const label = prefix
    .replace(PAY_WORDS, ' ')
    .replace(/^\s{0,3}(?:(?:in|for|within|across|states)\s{1,3}){1,3}/i, '')
    .replace(/^[^\p{L}\d]{1,12}/u, '')
    .replace(/[^\p{L}\d)+]{1,12}$/u, '')
    .replace(/ {2,9}/g, ' ')
  return /\p{L}/u.test(label) && label.length <= 60 ? label : null
}
