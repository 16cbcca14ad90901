import { describe, expect, it } from 'vitest'
import { CURRENCY_SIGNS_AFTER, CURRENCY_SIGNS_BEFORE } from '../../../src/posting/pay/currencies.ts'
import { mayBeginWithCurrency, mayEndWithCurrency } from '../../../src/posting/pay/may-name-currency.ts'

describe('mayBeginWithCurrency', () => {
  it.each(CURRENCY_SIGNS_AFTER)('lets %s pass behind whatever may part it from its number', sign => {
    for (const link of ['', ' ', '+', ' + ', ' (', '/', ' in ', ',- ', '\u00a0', '\t'])
      for (const written of [sign, sign.toUpperCase(), sign.toLowerCase()])
        expect(mayBeginWithCurrency(`${link}${written} a year`)).toBe(true)
  })

  it.each(['', ' ', '+ years of Go', ' people', '%', ') or more', '-5'])(
    'tells that %j begins with none',
    after => {
      expect(mayBeginWithCurrency(after)).toBe(false)
    },
  )
})

describe('mayEndWithCurrency', () => {
  it.each(CURRENCY_SIGNS_BEFORE)('lets %s pass before whatever may part it from its number', sign => {
    for (const link of ['', ' ', ' * ', ': ', '~', '\u00a0', '\t'])
      for (const written of [sign, sign.toUpperCase(), sign.toLowerCase()])
        expect(mayEndWithCurrency(`up to ${written}${link}`)).toBe(true)
  })

  it.each(['', ' ', 'at least ', 'minimum of (', 'founded in ', 'top '])(
    'tells that %j ends with none',
    before => {
      expect(mayEndWithCurrency(before)).toBe(false)
    },
  )
})
