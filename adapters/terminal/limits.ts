/** What a terminal can show; one place for its bounds. */
export const TERMINAL_LIMITS = {
  /** Columns when the terminal does not say. */
  defaultColumns: 80,
  /** Narrower than this, lines wrap badly; text is laid out for this many columns at least. */
  minColumns: 24,
  /** Lines longer than this are hard to read. */
  maxColumns: 110,
  /** Lines when the terminal does not say. */
  defaultRows: 24,
  /** Lines of an answer that are not cards: receipt, counts, hints, the prompt. */
  otherRows: 8,
  /** Lines a card takes, with the empty one above it. */
  rowsPerCard: 5,
  minCards: 3,
  maxCards: 8,
  /** Code units of a message that are read; a longer one is cut. */
  maxMessageLength: 2000,
} as const
