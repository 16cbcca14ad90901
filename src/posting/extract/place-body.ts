import type { Place as KnownPlace } from '../places/place-name.ts'
import type { Section, SectionKind } from '../posting-text.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import type { FoundPlace } from './merge-places.ts'
import { splitSentences } from './passages.ts'
import { readOfficeChoice } from './place-choices.ts'
import type { CueStrength } from './place-cues.ts'
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
function findOfficeCities(sentence: string): readonly KnownPlace[] {
  const isBound = readWorkplaceSignals(sentence).some(
    ({ workplace, strength }) =>
      workplace === 'onsite' || (workplace === 'hybrid' && (strength === 'rule' || strength === 'role')),
  )
  return isBound ? readNamedCities(sentence) : []
}

/** What a sentence says of places by itself, wherever it stands. */
interface SentencePlaces extends Omit<BodyPlaces, 'timeZones'> {
  /** What counts unless it stands in the blurb about the company, which says nothing of the role or its hours. */
  readonly unlessOfCompany: Pick<BodyPlaces, 'ofRole' | 'timeZones'>
  /** Whether the work may be done from anywhere. */
  readonly world: CueStrength | null
}

const readSentence = rememberByPassage((sentence): SentencePlaces | null => {
  const cued = readSentencePlaces(sentence)
  const offices = findOfficeCities(sentence)
  const ofPay = findPayCity(sentence)
  const choice = readOfficeChoice(sentence)
  const timeZones = readTimeZones(sentence)
  const world = readWorldwide(sentence)
  const found = cued.length + offices.length + ofPay.length + choice.length + timeZones.length
  // Most sentences name no place.
  if (found === 0 && world === null) return null
  const toFound = (place: KnownPlace): FoundPlace => ({ place, name: place.name, quote: sentence })
  const pick = (wanted: CueStrength) =>
    cued.flatMap(({ place, strength }) => (strength === wanted ? [toFound(place)] : []))
  return {
    ofRole: [...pick('role'), ...offices.map(toFound)],
    ofCompany: pick('company'),
    ofPay,
    unlessOfCompany: {
      ofRole: choice.map(toFound),
      timeZones: timeZones.map(name => ({ name, quote: sentence })),
    },
    world,
  }
})

/** The places that a line names as a whole, wherever it stands. */
const readLine = rememberByPassage((line): Omit<BodyPlaces, 'timeZones'> | null => {
  const ofRole = findLinePlaces(line, false)
  const ofCompany = findHashtags(line)
  const ofPay = findPayCountries(line)
  return ofRole.length + ofCompany.length + ofPay.length === 0 ? null : { ofRole, ofCompany, ofPay }
})

/** Below a heading about places a line may be one without saying so. */
const readLineOfPlaces = rememberByPassage(line => findLinePlaces(line, true))

/** What is found while it is being gathered. */
type Gathering = { readonly [Key in keyof BodyPlaces]: BodyPlaces[Key][number][] }

function gatherFromSentence(sentence: string, kind: SectionKind, into: Gathering): void {
  const read = readSentence(sentence)
  if (read === null) return
  into.ofRole.push(...read.ofRole)
  into.ofCompany.push(...read.ofCompany)
  into.ofPay.push(...read.ofPay)
  if (kind !== 'company') {
    into.ofRole.push(...read.unlessOfCompany.ofRole)
    into.timeZones.push(...read.unlessOfCompany.timeZones)
  }
  if (read.world === null) return
  const isOfRole = read.world === 'role' && kind !== 'company' && kind !== 'benefits'
  const gathered = isOfRole ? into.ofRole : into.ofCompany
  gathered.push(...findTagPlaces('Worldwide', sentence))
}

function gatherFromLine(line: string, kind: SectionKind, into: Gathering): void {
  if (kind === 'place') into.ofRole.push(...readLineOfPlaces(line))
  const read = readLine(line)
  if (read === null) return
  if (kind !== 'place') into.ofRole.push(...read.ofRole)
  into.ofCompany.push(...read.ofCompany)
  into.ofPay.push(...read.ofPay)
}

function gatherFromSection({ kind, heading, lines }: Section, into: Gathering): void {
  if (heading !== null) {
    const read = readLine(heading)
    into.ofCompany.push(...(read?.ofCompany ?? []))
    into.ofRole.push(...(read?.ofRole ?? []))
  }
  lines.forEach(({ text }, at) => {
    gatherFromLine(text, kind, into)
    into.ofCompany.push(...findAnnounced(lines, at))
    for (const sentence of splitSentences(text)) gatherFromSentence(sentence, kind, into)
  })
}

/** Finds the places that the parts of a posting give as those where one may work, and the hours they ask for. */
export function findBodyPlaces(sections: readonly Section[]): BodyPlaces {
  const found: Gathering = { ofRole: [], ofCompany: [], ofPay: [], timeZones: [] }
  for (const section of sections) gatherFromSection(section, found)
  return found
}
