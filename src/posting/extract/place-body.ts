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

function findSentencePlaces(sentence: string, kind: SectionKind): BodyPlaces {
  const cued = readSentencePlaces(sentence).map(({ place, strength }) => ({
    strength,
    found: { place, name: place.name, quote: sentence },
  }))
  const world = readWorldwide(sentence)
  const worldwide = world === null ? [] : findTagPlaces('Worldwide', sentence)
  const isOfRole = world === 'role' && kind !== 'company' && kind !== 'benefits'
  const isAboutCompany = kind === 'company'
  const choice = isAboutCompany ? [] : readOfficeChoice(sentence)
  return {
    ofRole: [
      ...cued.filter(each => each.strength === 'role').map(each => each.found),
      ...findOfficeCities(sentence),
      ...choice.map(place => ({ place, name: place.name, quote: sentence })),
      ...(isOfRole ? worldwide : []),
    ],
    ofCompany: [
      ...cued.filter(each => each.strength === 'company').map(each => each.found),
      ...(isOfRole ? [] : worldwide),
    ],
    ofPay: findPayCity(sentence),
    timeZones: isAboutCompany ? [] : readTimeZones(sentence).map(name => ({ name, quote: sentence })),
  }
}

function joinPlaces(parts: readonly BodyPlaces[]): BodyPlaces {
  return {
    ofRole: parts.flatMap(part => part.ofRole),
    ofCompany: parts.flatMap(part => part.ofCompany),
    ofPay: parts.flatMap(part => part.ofPay),
    timeZones: parts.flatMap(part => part.timeZones),
  }
}

function findSectionPlaces({ kind, heading, lines }: Section): BodyPlaces {
  const texts = lines.map((line: Line) => line.text)
  const inHeading: BodyPlaces = {
    ofRole: [],
    ofCompany: findHashtags(heading ?? ''),
    ofPay: [],
    timeZones: [],
  }
  const inLines = texts.flatMap((line, at): readonly BodyPlaces[] => [
    {
      ofRole: findLinePlaces(line, kind === 'place'),
      ofCompany: [...findHashtags(line), ...findAnnounced(texts, at)],
      ofPay: findPayCountries(line),
      timeZones: [],
    },
    ...splitSentences(line).map(sentence => findSentencePlaces(sentence, kind)),
  ])
  return joinPlaces([inHeading, ...inLines])
}

/** Finds the places that the parts of a posting give as those where one may work, and the hours they ask for. */
export function findBodyPlaces(sections: readonly Section[]): BodyPlaces {
  return joinPlaces(sections.map(findSectionPlaces))
}
