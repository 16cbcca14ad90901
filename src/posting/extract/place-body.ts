import type { Line, Section, SectionKind } from '../posting-text.ts'
import type { FoundPlace } from './merge-places.ts'
import { splitSentences } from './passages.ts'
import { readOfficeChoice } from './place-choices.ts'
import { findAnnounced, findHashtags, findLinePlaces, findPayCity, findPayCountries } from './place-lines.ts'
import { readNamedCities, readSentencePlaces } from './place-sentences.ts'
import { findTagPlaces } from './place-tag.ts'
import { readWorldwide } from './place-worldwide.ts'
import { readTimeZones } from './time-zones.ts'
import { readWorkplaceSignals } from './workplace-signals.ts'

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

/** The cities of the premises that a sentence binds the work to ("You are in our Bergen office on Mondays and Fridays"). */
function findOfficeCities(sentence: string): readonly FoundPlace[] {
  const isBound = readWorkplaceSignals(sentence).some(
    ({ workplace, strength }) =>
      workplace === 'onsite' || (workplace === 'hybrid' && (strength === 'rule' || strength === 'role')),
  )
  return isBound ? readNamedCities(sentence).map(place => ({ place, name: place.name, quote: sentence })) : []
}

/** The same while it is being gathered. */
type Gathering = { readonly [Key in keyof BodyPlaces]: BodyPlaces[Key][number][] }

function gatherFromSentence(sentence: string, kind: SectionKind, into: Gathering): void {
  for (const { place, strength } of readSentencePlaces(sentence)) {
    const gathered = strength === 'role' ? into.ofRole : into.ofCompany
    gathered.push({ place, name: place.name, quote: sentence })
  }
  into.ofRole.push(...findOfficeCities(sentence))
  into.ofPay.push(...findPayCity(sentence))
  if (kind !== 'company') gatherOfRole(sentence, into)
  gatherWorldwide(sentence, kind, into)
}

/** What the blurb about the company says of neither the role nor its hours. */
function gatherOfRole(sentence: string, into: Gathering): void {
  for (const place of readOfficeChoice(sentence))
    into.ofRole.push({ place, name: place.name, quote: sentence })
  for (const name of readTimeZones(sentence)) into.timeZones.push({ name, quote: sentence })
}

function gatherWorldwide(sentence: string, kind: SectionKind, into: Gathering): void {
  const world = readWorldwide(sentence)
  if (world === null) return
  const isOfRole = world === 'role' && kind !== 'company' && kind !== 'benefits'
  const gathered = isOfRole ? into.ofRole : into.ofCompany
  gathered.push(...findTagPlaces('Worldwide', sentence))
}

function gatherFromSection({ kind, heading, lines }: Section, into: Gathering): void {
  if (heading !== null) {
    into.ofCompany.push(...findHashtags(heading))
    into.ofRole.push(...findLinePlaces(heading, false))
  }
  const texts = lines.map((line: Line) => line.text)
  for (const [at, line] of texts.entries()) {
    into.ofRole.push(...findLinePlaces(line, kind === 'place'))
    into.ofCompany.push(...findHashtags(line), ...findAnnounced(texts, at))
    into.ofPay.push(...findPayCountries(line))
    for (const sentence of splitSentences(line)) gatherFromSentence(sentence, kind, into)
  }
}

/** Finds the places that the parts of a posting give as those where one may work, and the hours they ask for. */
export function findBodyPlaces(sections: readonly Section[]): BodyPlaces {
  const found: Gathering = { ofRole: [], ofCompany: [], ofPay: [], timeZones: [] }
  for (const section of sections) gatherFromSection(section, found)
  return found
}
