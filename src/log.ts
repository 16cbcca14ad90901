import pino from 'pino'

export type Log = pino.Logger

/** A logger that writes JSON lines to standard error, so that standard output holds only results. */
export function createLog(level: string): Log {
  return pino({ level }, pino.destination({ fd: 2, sync: true }))
}
