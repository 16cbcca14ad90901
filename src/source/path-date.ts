const YEAR = '(20\\d\\d)'
const MONTH = '(0[1-9]|1[0-2])'
const DAY = '(0[1-9]|[12]\\d|3[01])'
const DATE = new RegExp(`(?<!\\d)${YEAR}[-/_.]?${MONTH}(?:[-/_.]?${DAY})?(?!\\d)`)

/**
 * The date or month that a path names, as archives of postings are kept; null where it names none.
 * It says when a posting was filed, which is not when it was posted.
 * @example readPathDate('jobs/2024-05/baker.md') // '2024-05'
 */
export function readPathDate(path: string): string | null {
  const [, year, month, day] = DATE.exec(path) ?? []
  if (year === undefined || month === undefined) return null
  return day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`
}
