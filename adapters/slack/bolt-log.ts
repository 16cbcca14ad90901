import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../../src/log.ts'

/** Slack's libraries write into the log of the bot. Their chatter about connections is for those who look for it. */
export function createBoltLog(log: Log): Logger {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level]({ slack: parts.slice(1) }, String(parts[0]))
  return {
    debug: write('debug'),
    info: write('debug'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    setName: () => {},
    getLevel: () => LogLevel.INFO,
  }
}
