/** Makes the identifiers of Slack. */
export interface Ids {
  /** `U0000000A1`: a letter or two for the kind, then digits of base 36. */
  readonly next: (kind: string) => string
  /** The time of a message, `1700000000.000100`, never twice. */
  readonly nextTs: () => string
  /** Something that nobody can guess, as at the end of addresses. */
  readonly nextSecret: () => string
}

/** Makes a source of identifiers that counts up. */
export function createIds(now: () => number): Ids {
  let count = 0
  let lastMicros = 0
  const next = (kind: string) => {
    count += 1
    return `${kind}${(0xfab00 + count).toString(36).toUpperCase().padStart(9, '0')}`
  }
  return {
    next,
    nextTs: () => {
      lastMicros = Math.max(lastMicros + 1, Math.floor(now()) * 1000)
      const digits = String(lastMicros)
      return `${digits.slice(0, -6)}.${digits.slice(-6)}`
    },
    nextSecret: () => `${next('s').toLowerCase()}${Math.random().toString(36).slice(2, 12)}`,
  }
}
