import { listMatches } from '../list-matches.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import { screenPattern } from '../screen/screen-pattern.ts'

const OFFSET = String.raw`(?:UTC|GMT)\s?[+\-−–±]\s?\d{1,2}(?::\d{2})?`
const ABBREVIATION = '(?:E|C|M|P)[SD]?T|CES?T|EES?T|WES?T|GMT|UTC|BST|IST|AES?T|SGT|JST|BRT|ART'
const NAMED = String.raw`(?:(?:US|U\.S\.|North American|European|Central European|Eastern European|Western European|Asian|Indian|Eastern|Central|Mountain|Pacific|Atlantic|EMEA|APAC|LATAM|EU|EST|PST|CET|Americas|American|UK|London|Berlin|Paris|New York|Australian)(?:\s(?:Standard|Daylight|Summer|or|and|\/)){0,2}\s?(?:Time\b|[Tt]ime\s?[Zz]ones?))`
/** Zones in the order they are tried: a range of offsets first. */
const ZONES = new RegExp(
  String.raw`${OFFSET}\s?(?:to|until|through|and|–|—|-|\/)\s?(?:(?:UTC|GMT)\s?)?[+\-−]?\s?\d{1,2}(?::\d{2})?|${OFFSET}|${NAMED}|\b(?:${ABBREVIATION})\b(?:\s?[+\-−]\s?\d{1,2}\b)?`,
  'g',
)
/** What a sentence must speak of for an abbreviation to be a time zone. */
const OF_TIME = screenPattern(/\b(?:time ?-?zones?|timezones?|hours|overlap|time|schedule|shift|UTC|GMT)\b/i)

const isZone = (zone: string): boolean => zone.length > 2 && zone !== 'ART'

/** Reads the time zones of a tag or title, where no other word speaks of time ("Remote - EST"). */
export const readHeaderTimeZones: (header: string) => readonly string[] = rememberByPassage(header => {
  const zones = listMatches(ZONES, header.slice(0, 600)).map(match => match[0].trim())
  return [...new Set(zones.filter(isZone))].slice(0, 6)
})

/**
 * Reads the working hours or overlap that a sentence asks for, as stated.
 * @example readTimeZones('You overlap with CET for four hours.') // ['CET']
 */
export function readTimeZones(sentence: string): readonly string[] {
  if (sentence.length > 1500 || !OF_TIME.test(sentence)) return []
  return [...new Set(listMatches(ZONES, sentence).map(match => match[0].trim()))].slice(0, 6)
}
