/** Months by the first letters of their names, in the languages of postings. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'sty', 'gen'],
  ['feb', 'fév', 'fev', 'lut'],
  ['mar', 'mär', 'maa', 'mrz'],
  ['apr', 'avr', 'abr', 'kwi'],
  ['may', 'mai', 'maj', 'mei', 'mag'],
  ['jun', 'juin', 'cze', 'giu'],
  ['jul', 'juil', 'lip', 'lug'],
  ['aug', 'aoû', 'aou', 'ago', 'sie'],
  ['sep', 'set', 'wrz'],
  ['oct', 'okt', 'out', 'paź', 'ott'],
  ['nov', 'lis'],
  ['dec', 'dez', 'déc', 'dic', 'gru'],
]

/**
 * Reads a date with day, month and year at the start of a text; null where there is none or day and month could be swapped.
 * @example parseDate('June 30, 2026 at noon') // '2026-06-30'
 */
export function parseDate(text: string): string | null {
  const start = text.slice(0, 40).trimStart()
  return readIso(start) ?? readNamed(start) ?? readNumbers(start)
}

function readIso(text: string): string | null {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text)
  return match ? makeDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

function readNamed(text: string): string | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.|º|er)? (?:of |de )?(\p{L}{3,12})\.?,? (?:de )?(\d{4})/u.exec(
    text,
  )
  if (dayFirst) return makeDate(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]))
  const monthFirst = /^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/u.exec(text)
  return monthFirst
    ? makeDate(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2]))
    : null
}

function monthOf(name: string): number {
  const lower = name.toLowerCase()
  return MONTHS.findIndex(starts => starts.some(start => lower.startsWith(start))) + 1
}

/** "30.06.2026" is day first; with slashes one of the two must be above 12 to tell which is the day. */
function readNumbers(text: string): string | null {
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text)
  if (!match) return null
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])]
  if (match[2] === '.' || first > 12 || first === second) return makeDate(year, second, first)
  return second > 12 ? makeDate(year, first, second) : null
}

/** ISO 8601 for a day that exists in a year that a posting may name. */
function makeDate(year: number, month: number, day: number): string | null {
  if (year < 2000 || year > 2100 || month < 1 || month > 12 || day < 1) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null
}
