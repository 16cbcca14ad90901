import { lookUpPlaces } from '../posting/places/gazetteer.ts'
import type { Found } from './condition.ts'
import { createPhraseTable } from './phrase-table.ts'
import { type AskedPlace, type PlaceAsk, placeAsk } from './place-ask.ts'
import type { Token } from './tokenize.ts'

/** Stretches of land that people name and no border follows, with the places they stand for. */
const NICKNAMES: readonly (readonly [names: string, places: string])[] = [
  ['west coast|us west coast|the west coast', 'California|Oregon|Washington state'],
  [
    'east coast|us east coast|the east coast|eastern seaboard',
    'Maine|New Hampshire|Massachusetts|Rhode Island|Connecticut|New York state|New Jersey|Delaware|Maryland|Virginia|North Carolina|South Carolina|Georgia US|Florida',
  ],
  [
    'midwest|the midwest|us midwest|midwestern states',
    'Illinois|Indiana|Iowa|Kansas|Michigan|Minnesota|Missouri|Nebraska|North Dakota|Ohio|South Dakota|Wisconsin',
  ],
  ['new england', 'Maine|New Hampshire|Vermont|Massachusetts|Rhode Island|Connecticut'],
  ['pacific northwest|the pacific northwest|pnw', 'Washington state|Oregon'],
  ['southern california|socal|northern california|norcal', 'California'],
  ['silicon valley|the valley', 'San Francisco|San Jose, CA|Palo Alto|Mountain View|Sunnyvale'],
  ['greater london|london area', 'London'],
]

const TABLE = createPhraseTable(
  NICKNAMES.flatMap(([names, places]) => names.split('|').map(name => [name, places.split('|')] as const)),
)

/** A place known by a nickname; null where none starts at the token. */
export function readNickname(tokens: readonly Token[], at: number): Found<PlaceAsk> | null {
  const hit = TABLE.find(tokens, at)
  if (!hit) return null
  return { value: placeAsk(hit.value.flatMap(findPlace), 'in'), count: hit.count }
}

/** The place of a name; "state" or a state's code after it says which of several. */
function findPlace(written: string): readonly AskedPlace[] {
  const [, name = written, tail = ''] = /^(.*?),? (state|US|CA)$/.exec(written) ?? []
  const meanings = lookUpPlaces(name.split(' '), 0)
  const isMeant = ({ kind, state }: AskedPlace) => (tail === 'CA' ? state === 'CA' : kind === 'state')
  const place =
    (tail === '' ? undefined : meanings.find(isMeant)) ??
    meanings.find(each => each.kind === 'state') ??
    meanings[0]
  if (!place) return []
  const { kind, code, countries, regions, state, subdivision } = place
  return [{ kind, code, name: place.name, countries, regions, state, subdivision }]
}
