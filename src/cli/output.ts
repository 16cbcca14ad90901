import { once } from 'node:events'

/** Writes a line of the result to standard output, waiting while the reader is slower. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}

/** Says something to the person who runs the command, beside the result. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Ends the process quietly when the reader of standard output ends, as `head` does; else with the reason. */
export function endWithReader(): void {
  process.stdout.on('error', error => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0)
    tell(`The result cannot be written: ${error.message}`)
    process.exit(1)
  })
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

/** One line that is written over while something takes long; where nobody watches, each new line once. */
export function createStatusLine(): { readonly update: (line: string) => void; readonly end: () => void } {
  const { isTTY, columns = 80 } = process.stderr
  let shown = ''
  return {
    update(line) {
      if (line === shown) return
      shown = line
      process.stderr.write(isTTY ? `\r\u001b[K${line.slice(0, columns - 1)}` : `${line}\n`)
    },
    end() {
      if (isTTY && shown !== '') process.stderr.write('\r\u001b[K')
      shown = ''
    },
  }
}
