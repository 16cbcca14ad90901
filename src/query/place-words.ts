import { createPhraseTable, phrasesOf } from './phrase-table.ts'

/** Words before a place, and what they make of it. */
export const PLACE_LEADS = createPhraseTable<'in' | 'outside'>([
  ...phrasesOf(
    'in|in the|within|within the|inside|inside the|near|near to|around|based in|based in the|located in|located in the|from|from the|anywhere in|from anywhere in|from anywhere in the|from anywhere within|work from anywhere in|working from anywhere in|somewhere in|anywhere in the|anywhere within|across|across the|throughout|working from|work from|living in|live in|in or near|open to|open to people in|for people in|hiring in|within commuting distance of|in commuting distance of|commutable from|close to|lives in|resident in|residing in|based out of|out of|candidates in|in der|in den|en',
    'in',
  ),
  ...phrasesOf(
    'outside|outside of|outside the|outside of the|anywhere but|anywhere but the|anywhere except|anywhere except the|beyond the borders of|other than in|elsewhere than|not limited to|not only in|not restricted to|not just in|not only in the|not just in the|not limited to the|not restricted to the|not just|not only|not just the|not only the|not just from|not only from|not exclusively in|not tied to',
    'outside',
  ),
] as const)

/** Words that say the one place there is. */
export const ANYWHERE = createPhraseTable<true>(
  phrasesOf(
    'anywhere|from anywhere|work from anywhere|worldwide|globally|any location|anywhere in the world|anywhere on earth|all over the world|from anywhere in the world|any country|any timezone|location independent|everywhere|weltweit|world wide|work from wherever|from wherever|work wherever|work from any country|from any country|any place|anyplace|anywhere at all|anywhere i want|wherever i want|wherever i am|anyone on the globe|across the globe|around the globe|around the world|all around the world|across the world|partout|partout dans le monde|desde cualquier lugar|de qualquer lugar|en cualquier lugar|uberall|no location restrictions|no location restriction|without location restrictions|no geographic restrictions|no geo restrictions|no country restrictions|no restrictions on location|with no location restrictions|internationally|planet earth|the whole world|the entire world',
    true,
  ),
)

/** What the words after a place say it is. */
export type PlaceTail = 'place' | 'state' | 'country' | 'city'

/** Words after a place that belong to it. */
export const PLACE_TAILS = createPhraseTable<PlaceTail>([
  ...phrasesOf(
    'only|based|friendly|wide|area|metro area|metro|region|bay area|residents|candidates',
    'place',
  ),
  ...phrasesOf('state|the state', 'state'),
  ...phrasesOf('the country', 'country'),
  ...phrasesOf('city|the city', 'city'),
] as const)
