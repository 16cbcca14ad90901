/** What a terminal can show; one place for its bounds. */
export const TERMINAL_LIMITS = {
  /** Columns when the terminal does not say. */
  defaultColumns: 80,
  /** Narrower than this, lines wrap badly; text is laid out for this many columns at least. */
  minColumns: 40,
  /** Lines longer than this are hard to read. */
  maxColumns: 110,
  /** Code units of a message that are read; a longer one is cut. */
  maxMessageLength: 2000,
} as const
