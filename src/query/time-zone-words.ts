import { createPhraseTable, phrasesOf } from './phrase-table.ts'

/** Offsets from UTC in hours, from the west to the east; summer time makes an hour of difference that nobody means. */
export interface ZoneRange {
  readonly from: number
  readonly to: number
}

/** A zone as people name it. */
export interface NamedZone extends ZoneRange {
  /** In words that read back to it. */
  readonly name: string
}

const zone = (name: string, from: number, to = from): NamedZone => ({ name, from, to })

/** Abbreviations that are nothing but time zones. */
export const ZONE_ABBREVIATIONS = createPhraseTable<NamedZone>([
  ...phrasesOf('pst|pdt', zone('PST', -8)),
  ...phrasesOf('mst|mdt', zone('MST', -7)),
  ...phrasesOf('cst|cdt', zone('CST', -6)),
  ...phrasesOf('est|edt', zone('EST', -5)),
  ...phrasesOf('brt', zone('BRT', -3)),
  ...phrasesOf('gmt', zone('GMT', 0)),
  ...phrasesOf('utc', zone('UTC', 0)),
  ...phrasesOf('bst', zone('GMT', 0)),
  ...phrasesOf('cet|cest|mez|mesz', zone('CET', 1)),
  ...phrasesOf('eet|eest', zone('EET', 2)),
  ...phrasesOf('ist', zone('IST', 5.5)),
  ...phrasesOf('sgt', zone('SGT', 8)),
  ...phrasesOf('jst|kst', zone('JST', 9)),
  ...phrasesOf('aest|aedt', zone('AEST', 10)),
])

/** Names that mean a zone only before "time", "hours" or "time zone". */
export const ZONE_NAMES = createPhraseTable<NamedZone>([
  ...phrasesOf('pacific|pt|west coast|california', zone('PST', -8)),
  ...phrasesOf('mountain|mt', zone('MST', -7)),
  ...phrasesOf('central|ct', zone('CST', -6)),
  ...phrasesOf('eastern|et|east coast|new york', zone('EST', -5)),
  ...phrasesOf('us|usa|american|u s', zone('US time zones', -8, -5)),
  ...phrasesOf('north american|north america', zone('North American time zones', -8, -4)),
  ...phrasesOf('americas|the americas', zone('Americas time zones', -8, -3)),
  ...phrasesOf('latam|latin american|south american', zone('LATAM time zones', -6, -3)),
  ...phrasesOf('european|europe|eu', zone('European time zones', 0, 3)),
  ...phrasesOf('emea', zone('EMEA time zones', 0, 4)),
  ...phrasesOf('central european|german|berlin|paris|french|amsterdam', zone('CET', 1)),
  ...phrasesOf('eastern european', zone('EET', 2)),
  ...phrasesOf('uk|british|london|western european', zone('GMT', 0)),
  ...phrasesOf('indian|india', zone('IST', 5.5)),
  ...phrasesOf('asian|asia|apac', zone('APAC time zones', 5, 11)),
  ...phrasesOf('australian|australia|sydney', zone('AEST', 10)),
  ...phrasesOf('singapore', zone('SGT', 8)),
  ...phrasesOf('japanese|japan|tokyo', zone('JST', 9)),
])

const OFFSET = /(?:UTC|GMT)?\s?([+\-−–±])\s?(\d{1,2})(?::(\d{2}))?/gi
const WORD = /[a-z]+/g

/**
 * The offsets that a posting's words stand for; null where they are no zone that is known.
 * @example parseZone('UTC -5 to UTC +3') // { from: -5, to: 3 }
 */
export function parseZone(text: string): ZoneRange | null {
  const written = text.slice(0, 120)
  const offsets = [...written.matchAll(OFFSET)].map(([, sign, hours, minutes]) => {
    const amount = Number(hours) + Number(minutes ?? 0) / 60
    return sign === '+' || sign === '±' ? amount : -amount
  })
  const isUtc = /^\s?(?:utc|gmt)\b/i.test(written)
  if (offsets.length > 1) return { from: Math.min(...offsets), to: Math.max(...offsets) }
  if (offsets.length === 1 && isUtc) return { from: offsets[0] ?? 0, to: offsets[0] ?? 0 }
  return parseNamed(written.toLowerCase())
}

const LONG: readonly (readonly [RegExp, ZoneRange])[] = [
  [/central european|\bcest?\b/, { from: 1, to: 1 }],
  [/eastern european|\beest?\b/, { from: 2, to: 2 }],
  [/western european|\b(?:uk|london|bst|gmt|utc)\b/, { from: 0, to: 0 }],
  [/pacific|\bp[sd]?t\b/, { from: -8, to: -8 }],
  [/mountain|\bm[sd]t\b/, { from: -7, to: -7 }],
  [/eastern|new york|\be[sd]?t\b/, { from: -5, to: -5 }],
  [/\bcentral\b|\bc[sd]t\b/, { from: -6, to: -6 }],
  [/north american/, { from: -8, to: -4 }],
  [/\b(?:us|u\.s\.)/, { from: -8, to: -5 }],
  [/americas?|american/, { from: -8, to: -3 }],
  [/latam/, { from: -6, to: -3 }],
  [/\beuropean|\beu\b|berlin|paris/, { from: 0, to: 3 }],
  [/emea/, { from: 0, to: 4 }],
  [/indian|\bist\b/, { from: 5.5, to: 5.5 }],
  [/apac|asian/, { from: 5, to: 11 }],
  [/austral|\bae[sd]?t\b/, { from: 10, to: 10 }],
  [/\bsgt\b/, { from: 8, to: 8 }],
  [/\bjst\b/, { from: 9, to: 9 }],
  [/\bbrt\b/, { from: -3, to: -3 }],
]

function parseNamed(text: string): ZoneRange | null {
  if (text.match(WORD) === null) return null
  return LONG.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
