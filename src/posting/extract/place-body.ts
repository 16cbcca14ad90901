import { scanPlaces } from '../places/scan-places.ts'
import type { Section } from '../posting-text.ts'
import type { FoundPlace } from './merge-places.ts'
import { readOfficeChoice } from './place-choices.ts'
import { readSentencePlaces } from './place-sentences.ts'
import { isPlaceLine, readPlaceTag } from './place-tag.ts'
import { splitSentences } from './split-sentences.ts'
import { readTimeZones } from './time-zones.ts'

/** What the text of a posting says of places. */
export interface BodyPlaces {
  /** Where this role may be done from. */
  readonly ofRole: readonly FoundPlace[]
  /** Where the company hires, or where one must be allowed to work. */
  readonly ofCompany: readonly FoundPlace[]
  /** The countries that pay is given for. */
  readonly ofPay: readonly FoundPlace[]
  readonly timeZones: readonly { readonly name: string; readonly quote: string }[]
}

const LOCATION_LINE =
  /^[^\p{L}\p{N}]{0,6}(?:(?:candidates?|applicants?|job|work|role|primary|available|hiring|position)\s)?(?:locations?|based in|country|countries|place of work|(?:dienst|arbeits|ein|stand)ort|lieu(?: de travail)?|localisation|ubicación|localização|locatie|lokalizacja|miejsce pracy|sede)\s?(?:\([^)]{0,40}\))?\s?[:–—-]\s?(.{2,200})/iu
const HASHTAG = /#(EMEA|APAC|LATAM|AMER|DACH|US|USA|UK|EU|Canada|India|Germany|Europe|NorthAmerica)\b/g
/** A sentence that announces a list of places. */
const ANNOUNCES =
  /\b(?:hire|hiring|located|based|reside|residents?|live|living|remote|open|available|following|eligible|employ)\b[^:]*\b(?:countries|states|locations?|regions?|areas|provinces|cities|places)\b[^:]{0,80}:$/i
const OF_PAY =
  /\b(?:salary|pay|compensation|base)\b.{0,60}\b(?:range|ranges|band|bands|scale)\b|\blocations?: ?[$€£]|^[\p{Lu}][\p{L} ]{2,30}(?: residents)?: ?[A-Z]{0,3} ?[$€£\d]/iu
/** Work that may be done from anywhere, without a limit in time. */
const WORLDWIDE =
  /\b(?:work(?:ing)?|hir(?:e|ing)|located|based|live|living|apply|applicants?|candidates|remote(?:ly)?)\b.{0,60}\banywhere (?:(?:else )?in the world|around the (?:world|globe)|(?:on|across) (?:the )?(?:globe|planet|earth))|\b(?:fully|100%|work(?:ing)?) remote(?:ly)? (?:from )?(?:anywhere|worldwide|globally)(?=\s*(?:[.,;!)–—-]|$))|\bwork from anywhere(?=\s*(?:[.,;!)–—]|$))|\b(?:hire|hiring) (?:globally|worldwide)\b/i
const IN_THE_WORLD =
  /\b(?:full(?:y)?|100%|work(?:ing)?)[- ]remote(?:ly)?(?: work)? from (?:anywhere|any country) (?:in the world|around the (?:world|globe))/i
const ROLE_KINDS: ReadonlySet<string> = new Set(['role', 'duties', 'requirements', 'place'])
const LIMITED =
  /\b(?:weeks?|days?|months?|per year|each year|a year|annually|policy|allowance|program|customers|clients|users|companies)\b/i
const WORKPLACE_WORD = /\b(?:remote|hybrid|on-?site|in-office)\b/i

const findTagPlaces = (tag: string, quote: string): readonly FoundPlace[] =>
  readPlaceTag(tag).map(({ place, text: name }) => ({ place, name, quote }))

/** Location lines ("Location: Berlin"), and short lines that hold nothing but places. */
function findLinePlaces(line: string, isUnderPlaceHeading: boolean): readonly FoundPlace[] {
  const location = LOCATION_LINE.exec(line)?.[1]
  if (location !== undefined) {
    const first = splitSentences(location)[0] ?? ''
    return isPlaceLine(first) || first.length <= 120 ? findTagPlaces(first, line) : []
  }
  const isShort =
    line.length <= 90 && !/\boffices?\b/i.test(line) && (isUnderPlaceHeading || WORKPLACE_WORD.test(line))
  return isShort && isPlaceLine(line) ? findTagPlaces(line, line) : []
}

const findHashtags = (line: string): readonly FoundPlace[] =>
  [...line.matchAll(HASHTAG)].flatMap(match => findTagPlaces(match[1] ?? '', line))

function findPayCountries(line: string): readonly FoundPlace[] {
  if (line.length > 600 || !OF_PAY.test(line)) return []
  const countries = scanPlaces(line).filter(
    ({ text, meanings }) =>
      meanings[0]?.kind === 'country' && (!/^[A-Z]{2}$/.test(text) || /^U[SK]$/.test(text)),
  )
  return countries.flatMap(({ text, meanings: [place] }) =>
    place ? [{ place, name: text, quote: line }] : [],
  )
}

const MOST_ITEMS = 100

/** The places of the lines after one that announces a list. */
function findAnnounced(lines: readonly string[], at: number): readonly FoundPlace[] {
  const following = lines.slice(at + 1, at + 1 + MOST_ITEMS)
  const end = following.findIndex(line => line.length > 120 || !isPlaceLine(line))
  const items = end === -1 ? following : following.slice(0, end)
  return items.flatMap(item => findTagPlaces(item, item))
}

function findSectionPlaces(section: Section): BodyPlaces {
  const ofRole: FoundPlace[] = []
  const ofCompany: FoundPlace[] = []
  const ofPay: FoundPlace[] = []
  const timeZones: { name: string; quote: string }[] = []
  const lines = section.lines.map(line => line.text)
  ofCompany.push(...findHashtags(section.heading ?? ''))
  const isPlace = section.kind === 'place'
  for (const [at, line] of lines.entries()) {
    ofRole.push(...findLinePlaces(line, isPlace))
    ofCompany.push(...findHashtags(line))
    ofPay.push(...findPayCountries(line))
    if (line.length < 300 && ANNOUNCES.test(line)) ofCompany.push(...findAnnounced(lines, at))
    for (const sentence of splitSentences(line)) {
      for (const { place, strength } of readSentencePlaces(sentence)) {
        const found = { place, name: place.name, quote: sentence }
        if (strength === 'role') ofRole.push(found)
        else ofCompany.push(found)
      }
      if (section.kind !== 'company') {
        ofRole.push(
          ...readOfficeChoice(sentence).map(place => ({ place, name: place.name, quote: sentence })),
        )
      }
      if (IN_THE_WORLD.test(sentence) && !LIMITED.test(sentence) && ROLE_KINDS.has(section.kind)) {
        ofRole.push(...findTagPlaces('Worldwide', sentence))
      } else if (WORLDWIDE.test(sentence) && !LIMITED.test(sentence))
        ofCompany.push(...findTagPlaces('Worldwide', sentence))
      if (section.kind !== 'company')
        timeZones.push(...readTimeZones(sentence).map(name => ({ name, quote: sentence })))
    }
  }
  return { ofRole, ofCompany, ofPay, timeZones }
}

/** Finds the places that the parts of a posting give as those where one may work, and the hours they ask for. */
export function findBodyPlaces(sections: readonly Section[]): BodyPlaces {
  const parts = sections.map(findSectionPlaces)
  return {
    ofRole: parts.flatMap(part => part.ofRole),
    ofCompany: parts.flatMap(part => part.ofCompany),
    ofPay: parts.flatMap(part => part.ofPay),
    timeZones: parts.flatMap(part => part.timeZones),
  }
}
