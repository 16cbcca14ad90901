import { listMatches } from '../list-matches.ts'
import { listPattern } from '../list-pattern.ts'
import type { Place as KnownPlace } from '../places/place-name.ts'
import { resolvePlaces, type UnresolvedPlace } from '../places/resolve-places.ts'
import { scanPlaces } from '../places/scan-places.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import type { FoundPlace } from './merge-places.ts'

/** A place that a tag names: one the tables know, or a town by its name alone. */
export interface TagPlace {
  readonly text: string
  /** null for a town that no table knows; `country` and the others then come from its neighbours. */
  readonly place: KnownPlace | null
}

/** Words of a tag that are no part of a place's name. */
const FILLER = listPattern({
  before: String.raw`\b`,
  words: [
    'remote(?:ly)?|hybrid|on-?site|in-?office|office|location|locations|wfh|work from home',
    'home[- ]?based|home|based|only|friendly|first|within|from|anywhere|any|all|cities|in|the|of',
    'or|and|hq|headquarters|hub|greater|metropolitan|metro|area|region|downtown|southern|northern',
    'domestic|distributed|employees|can|work|job|jobs|will|consider|flexible|select|selected',
    'multiple|various|virtual|field|national|recruiting|local|optional|possible|preferred|other',
    'city center|county|to|be|with|at|time ?zones?|hours|working|office-based|télétravail',
    'teletrabajo|teletrabalho|zdalnie|zdalna|praca|hybrydowo|homeoffice|remoto|remota|a distância',
    String.raw`híbrid[oa]|presencial|(?:\d|one|two|three|four|five)(?:[-–]\d)? days? (?:a|per|each) week`,
  ],
  after: String.raw`\b`,
  flags: 'giu',
})
/** Words that make an unknown name none of a town. */
const NO_TOWN = listPattern({
  before: String.raw`\d|\b`,
  words: [
    'remote|hybrid|on-?site|office|locations?|wfh|home|based|only|within|anywhere|any|all',
    'headquarters|hq|hub|national|recruiting|employees|work|working|jobs?|select(?:ed)?|multiple',
    'various|virtual|field|other|global|international|worldwide|time ?zones?|hours?|preferred',
    'flexible|territory|optional|us|eu|usd|eur|full[- ]time|part[- ]time|contract|remot[oa]',
    String.raw`zdaln\w+|híbrid[oa]|hybryd\w+|presencial|télétravail|teletrabajo|homeoffice|distância|days?`,
    'week',
  ],
  after: String.raw`\b`,
  flags: 'iu',
})

interface Piece {
  readonly text: string
  readonly before: string
}

/** Signs, and the words between capitals, that part the places of a tag. */
const SEPARATORS = listPattern({
  words: [
    String.raw`\s*(?://|[,;|()/:+•]|\s[-–—]+\s|-(?=[Rr]emote\b)|(?<=(?<![\p{L}\d])[A-Z]{2,3})-(?=\p{Lu})|^-|-$)\s*`,
    String.raw`(?<!\b(?:North|South|Central|Eastern|Western|Northern|Southern))\s+(?:or|OR|and|oder|und|ou|et|lub)\s+(?=\p{Lu})`,
  ],
  flags: 'gu',
})

/** Splits a tag at signs and at "or" and "and" that part places. */
function splitPieces(tag: string): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  let before = ''
  for (const match of listMatches(SEPARATORS, tag)) {
    const text = tag.slice(start, match.index).trim()
    if (text !== '') {
      pieces.push({ text, before })
      before = ''
    }
    before += match[0]
    start = match.index + match[0].length
  }
  const last = tag.slice(start).trim()
  return last === '' ? pieces : [...pieces, { text: last, before }]
}

const isWholly = (piece: string, names: readonly string[]): boolean =>
  names
    .reduce((rest, name) => rest.replace(name, ' '), piece)
    .replace(FILLER, ' ')
    .replace(/[\s\-.&]/g, '') === ''

/** A town's name: a few capitalised words. */
function isTownName(text: string): boolean {
  return (
    text.length <= 40 &&
    !/^[A-Z]{2,4}$/.test(text) &&
    /^\p{Lu}[\p{L}\p{M}.'’\- ]+$/u.test(text) &&
    text.split(/\s/).length <= 5 &&
    !NO_TOWN.test(text)
  )
}

function readPiece({ text, before }: Piece): readonly UnresolvedPlace[] {
  if (/\btime(?: ?zones?)?\b/i.test(text)) return []
  const whole = scanPlaces(text)
  const isCovered = isWholly(
    text,
    whole.map(mention => mention.text),
  )
  // A city in a longer name is another town: "Englewood Cliffs".
  const mentions = whole.filter(
    ({ text: name, meanings, isAmbiguous }) =>
      (name.length < 3 || !isWholly(name, [])) &&
      (isCovered || (!isAmbiguous && meanings.some(meaning => meaning.kind !== 'city'))),
  )
  if (mentions.length > 0) {
    return mentions.map((mention, index) => ({
      text: mention.text,
      meanings: mention.meanings,
      before: index === 0 ? before : text.slice(mentions[index - 1]?.end ?? 0, mention.start),
    }))
  }
  return isTownName(text) ? [{ text, meanings: [], before }] : []
}

/** Reads the pieces of a tag; what stood before one that names no place stands before the next. */
function readPieces(tag: string): readonly UnresolvedPlace[] {
  const places: UnresolvedPlace[] = []
  let skipped = ''
  for (const piece of splitPieces(tag)) {
    const found = readPiece({ text: piece.text, before: skipped + piece.before })
    skipped = found.length === 0 ? skipped + piece.before : ''
    places.push(...found)
  }
  return places
}

const isArea = (place: KnownPlace | null | undefined): boolean =>
  place?.kind === 'country' || place?.kind === 'state' || place?.kind === 'province'

/** Whether an unknown name is a town by its place in the tag: "Faverges, France", "Maine - Wells Beach". */
function isTown(
  places: readonly UnresolvedPlace[],
  chosen: readonly (KnownPlace | null)[],
  at: number,
): boolean {
  const opensGroup = !places[at]?.before.includes(',') || chosen[at - 1] == null
  if (opensGroup && places[at + 1]?.before.includes(',') && isArea(chosen[at + 1])) return true
  const previous = chosen[at - 1]
  return (
    /^\s?[-–—]\s?$/.test(places[at]?.before ?? '') &&
    (previous?.kind === 'state' || previous?.kind === 'country')
  )
}

/**
 * Reads the places of a place tag or of a location line.
 * @example readPlaceTag('Remote,US,Los Gatos, CA').map(each => each.text) // ['US', 'Los Gatos', 'CA']
 */
export const readPlaceTag: (tag: string) => readonly TagPlace[] = rememberByPassage(readTag)

function readTag(tag: string): readonly TagPlace[] {
  const places = readPieces(
    tag.slice(0, 600).replace(/\p{Extended_Pictographic}|\p{Regional_Indicator}/gu, ' '),
  )
  const chosen = resolvePlaces(places)
  return places.flatMap(({ text }, at): TagPlace[] => {
    const place = chosen[at] ?? null
    return place !== null || isTown(places, chosen, at) ? [{ text, place }] : []
  })
}

/** The places of a tag or location line, each with the passage it was read from. */
export function findTagPlaces(tag: string, quote = tag): readonly FoundPlace[] {
  return readPlaceTag(tag).map(({ place, text: name }) => ({ place, name, quote }))
}

/** Whether a line names places and words of workplace only, as a location line does ("Berlin or remote (Germany)"). */
export function isPlaceLine(line: string): boolean {
  const pieces = splitPieces(line)
  const names = pieces.map(({ text }) => scanPlaces(text).map(mention => mention.text))
  return (
    names.some(each => each.length > 0) &&
    pieces.every(({ text }, index) => isWholly(text, names[index] ?? []))
  )
}
