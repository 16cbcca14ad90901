import { type Logger, LogLevel } from '@slack/bolt'

/** Says nothing: cut lines and late answers are what these tests are about. */
export const SILENT_LOGGER: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
}
