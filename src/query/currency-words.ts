import { createPhraseTable, phrasesOf } from './phrase-table.ts'

/** Signs that stand right before or after an amount. A bare "$" is the US dollar; "CA$" is read with its letters. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₪', 'ILS'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₴', 'UAH'],
  ['₺', 'TRY'],
])

/** Letters glued to a "$" that say whose dollar it is. */
export const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['cad', 'CAD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['nz', 'NZD'],
  ['s', 'SGD'],
  ['sg', 'SGD'],
  ['hk', 'HKD'],
  ['r', 'BRL'],
  ['mx', 'MXN'],
])

/** Words for currencies, after an amount or (as codes) before it. */
export const CURRENCY_WORDS = createPhraseTable([
  ...phrasesOf('usd|us dollars|us dollar|dollars|dollar|bucks|american dollars', 'USD'),
  ...phrasesOf('eur|euro|euros', 'EUR'),
  ...phrasesOf('gbp|pounds|pound|pounds sterling|quid|british pounds', 'GBP'),
  ...phrasesOf('cad|canadian dollars|canadian dollar', 'CAD'),
  ...phrasesOf('aud|australian dollars|australian dollar', 'AUD'),
  ...phrasesOf('nzd|new zealand dollars', 'NZD'),
  ...phrasesOf('sgd|singapore dollars', 'SGD'),
  ...phrasesOf('hkd|hong kong dollars', 'HKD'),
  ...phrasesOf('chf|francs|swiss francs|franken', 'CHF'),
  ...phrasesOf('pln|zl|zloty|zlotys|zlotych', 'PLN'),
  ...phrasesOf('sek|swedish krona|swedish kronor|kronor', 'SEK'),
  ...phrasesOf('nok|norwegian kroner', 'NOK'),
  ...phrasesOf('dkk|danish kroner|kroner', 'DKK'),
  ...phrasesOf('czk|kc|czech koruna|crowns', 'CZK'),
  ...phrasesOf('huf|forint|forints', 'HUF'),
  ...phrasesOf('ron|lei', 'RON'),
  ...phrasesOf('inr|rupees|rupee|rs', 'INR'),
  ...phrasesOf('jpy|yen', 'JPY'),
  ...phrasesOf('brl|reais|real', 'BRL'),
  ...phrasesOf('mxn|pesos|mexican pesos', 'MXN'),
  ...phrasesOf('ils|shekels|nis', 'ILS'),
  ...phrasesOf('zar|rand', 'ZAR'),
  ...phrasesOf('myr|ringgit|rm', 'MYR'),
  ...phrasesOf('aed|dirhams|dirham', 'AED'),
  ...phrasesOf('cny|rmb|yuan', 'CNY'),
  ...phrasesOf('turkish lira', 'TRY'),
  ...phrasesOf('uah|hryvnia', 'UAH'),
  ...phrasesOf('php|philippine pesos', 'PHP'),
  ...phrasesOf('bgn|bulgarian lev', 'BGN'),
])
