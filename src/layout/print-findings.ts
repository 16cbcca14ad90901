/** One thing that was looked at while a set-up was checked. */
export interface Finding {
  readonly subject: string
  readonly state: string
  /** What to do about it; null where all is well. */
  readonly fix: string | null
}

/**
 * Prints what is well and what is not, with what helps.
 * @param print is given one line at a time, without its line break
 * @returns the exit status: 0 where all is well, else 1
 */
export function printFindings(findings: readonly Finding[], print: (line: string) => void): number {
  for (const { subject, state, fix } of findings) {
    print(`${fix === null ? '✓' : '✗'} ${subject}: ${state}`)
    if (fix !== null) print(`  ${fix}`)
  }
  return findings.every(({ fix }) => fix === null) ? 0 : 1
}
