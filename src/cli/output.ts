import { once } from 'node:events'

/** Writes a line of the result to standard output, waiting while the reader is slower. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}

/** Says something to the person who runs the command, beside the result. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** A counter on the last line of a terminal while something takes long; silent elsewhere. */
export function createProgress(label: string): {
  readonly update: (count: number) => void
  readonly end: () => void
} {
  const { isTTY } = process.stderr
  const startMs = Date.now()
  let shownMs = startMs
  return {
    update(count) {
      const nowMs = Date.now()
      if (!isTTY || nowMs - shownMs < 100) return
      shownMs = nowMs
      process.stderr.write(`\r${label} ${count.toLocaleString('en-US')}`)
    },
    end() {
      if (isTTY && shownMs !== startMs) process.stderr.write('\r\u001b[K')
    },
  }
}
