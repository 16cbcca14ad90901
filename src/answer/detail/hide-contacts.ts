const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/u
const PHONE = /(?<![\w$€£.,-])(?:\+|\(|0|1[-. (])[\d() .-]{8,18}\d(?![\w%])/u
const DIGITS = 9

/**
 * Leaves e-mail addresses and phone numbers out of a quote: the longest stretch beside them stays, so that
 * what is quoted is still word for word.
 */
export function hideContacts(quote: string): string {
  for (const pattern of [EMAIL, PHONE]) {
    const hit = pattern.exec(quote)
    if (!hit || (pattern === PHONE && hit[0].replace(/\D/g, '').length < DIGITS)) continue
    const before = quote.slice(0, hit.index).trim()
    const after = quote.slice(hit.index + hit[0].length).trim()
    return hideContacts(before.length >= after.length ? before : after)
  }
  return quote
}
