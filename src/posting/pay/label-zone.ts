import { lookUpPlaces } from '../places/gazetteer.ts'

const TIER =
  /\b(?:zone|tier|level|geo(?:graphic)?(?: zone| area| region| tier)?|band|region|group|grade|location|category|step|premium|class)\s?[:#]?\s?[A-Z\d]{1,3}\b|\b(?:L|IC|E|P|T|SWE)\s?-?\d\b|\b(?:junior|mid(?:-level|-senior)?|senior|staff|principal|entry(?: level)?|intermediate|expert|lead)\b/i

/**
 * What tells one range of several apart: the place or level named right before it, else right after.
 * @param before the text from the previous range or sentence on
 * @returns null where neither names one
 */
export function labelZone(before: string, after: string): string | null {
  return (
    findLabel(before, true) ??
    findLabel(after.slice(0, 80).split(/[.;$€£]/)[0] ?? '', false) ??
    shortPrefix(before)
  )
}

function findLabel(text: string, isBefore: boolean): string | null {
  const tier = isBefore ? lastMatch(text) : TIER.exec(text)?.[0]
  const places = findPlaces(text)
  if (places !== null) return places
  return tier?.trim() ?? null
}

function lastMatch(text: string): string | undefined {
  return [...text.matchAll(new RegExp(TIER, 'gi'))].at(-1)?.[0]
}

/** Longest label (characters). */
const MAX_LABEL = 80

/** The span from the first place named to the last. */
function findPlaces(text: string): string | null {
  const words = Array.from(text.matchAll(/[\p{L}\p{N}.'’]{1,40}/gu), match => ({
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

/** A few words up to a colon or dash name the range themselves ("Maturing: $150,000"). */
function shortPrefix(before: string): string | null {
  const prefix = before
    .replace(/[\s:–—(-]{1,6}$/, '')
    .replace(/^[\s).,;:–—-]{1,6}/, '')
    .trim()
  if (!/[:–—-]\s{0,3}$/.test(before) || prefix.length > 40 || prefix.split(' ').length > 6) return null
  return /\p{L}{2}/u.test(prefix) && !/\b(?:salary|range|pay|compensation|base|rate)\b/i.test(prefix)
    ? prefix
    : null
}
