import { setTimeout as sleep } from 'node:timers/promises'
import { endWithReader } from './cli/output.ts'
import { AppError, describeError } from './errors.ts'
import { keepCode } from './keep-code.ts'
import { createLog, type Log } from './log.ts'
import { hasPlatform } from './open-platforms.ts'
import type { Stop } from './run-program.ts'
import { loadSettings, type Settings } from './settings.ts'

/** How long one thing may take to stop before the next one is stopped. */
const STOP_LIMIT_MS = 8000

const EXIT_AFTER_MS = 500

/** Runs the program; resolves once it has ended and all is stopped. */
async function main(): Promise<void> {
  const { env } = process
  const settings = loadSettings(env)
  const log = createLog(chooseLogLevel(settings))
  const stops: Stop[] = []
  keepCode(settings.statePath, env)
  try {
    // Only what is loaded from here on is kept.
    const { runProgram } = await import('./run-program.ts')
    await runProgram({ settings, log, stops, env })
  } finally {
    const late = await stopAll(stops, log)
    // What hangs would keep the process alive.
    if (late > 0) process.exit(1)
    // Nor does anybody wait for what is still being read from a slow source.
    setTimeout(() => process.exit(), EXIT_AFTER_MS).unref()
  }
}

/** A chat in the terminal shares its screen with the log. */
function chooseLogLevel(settings: Settings): Settings['logLevel'] {
  const isChat = !hasPlatform(settings) && settings.port === null
  return isChat && settings.logLevel === 'info' ? 'warn' : settings.logLevel
}

/** Stops what was started last first. @returns how many parts did not stop in time */
async function stopAll(stops: readonly Stop[], log: Log): Promise<number> {
  let late = 0
  for (const stop of stops.toReversed()) {
    const inTime = await Promise.race([settle(stop, log), sleep(STOP_LIMIT_MS, false, { ref: false })])
    if (!inTime) late += 1
  }
  return late
}

/** A part that fails to stop does not keep the others from stopping. */
async function settle(stop: Stop, log: Log): Promise<true> {
  try {
    await stop()
  } catch (error) {
    log.error({ err: error }, 'a part did not stop cleanly')
  }
  return true
}

endWithReader()
try {
  await main()
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stderr.write(`${describeError(error)}\n`)
  process.exitCode = 1
}
