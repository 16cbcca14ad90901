import { currencyOfCountry } from '../posting/pay/currencies.ts'
import type { PayAsk } from '../query/pay-ask.ts'
import { askedPlaces } from '../query/place-ask.ts'
import type { Query } from '../query/query.ts'

/** The currency (ISO 4217) of figures that answer a query: that of the pay asked for, else of the one country, else the setting's. */
export function chooseCurrency({ conditions }: Query, defaultCurrency: string): string {
  const asked = conditions.find(({ id }) => id === 'pay')?.value as PayAsk | undefined
  const countries = new Set(askedPlaces(conditions).flatMap(place => place.countries))
  const [country] = [...countries]
  return (
    asked?.currency ??
    (countries.size === 1 && country ? currencyOfCountry(country) : null) ??
    defaultCurrency
  )
}
