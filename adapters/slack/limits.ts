/**
 * Slack's limits in one table; lengths are in UTF-16 units, which never allows more than Slack does. Facts from
 * https://docs.slack.dev (Block Kit, surfaces, rate limits), and from the comments of @slack/types, read in November 2026.
 */
export const SLACK_LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** Characters over all blocks of a message; not documented, reported as refused from about 13,200 on. */
  messageText: 12_000,
  /** Of the plain text of a message, for notifications and screen readers. */
  fallbackText: 3000,
  sectionText: 3000,
  headerText: 150,
  cardTitle: 150,
  cardSubtitle: 150,
  cardBody: 200,
  cardButtons: 3,
  contextElements: 10,
  actionElements: 25,
  tableRows: 100,
  tableText: 10_000,
  buttonText: 75,
  buttonUrl: 3000,
  actionId: 255,
  menuOptions: 100,
  menuText: 75,
  menuPlaceholder: 150,
  optionValue: 150,
  inputLabel: 2000,
  inputHint: 2000,
  inputText: 3000,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3000,
  /** Time to acknowledge a command, an action, a view. */
  acknowledgeMs: 3000,
  /** Time for which an action can open a view. */
  triggerMs: 3000,
  responseUrlUses: 5,
  /** Between two changes of a message. */
  updateMs: 1200,
} as const

/** How a message is laid out inside those limits, so that an answer fits the screen of a phone. */
export const SLACK_LAYOUT = {
  cards: 4,
  lineText: 600,
  partText: 90,
  titleText: 110,
  factText: 320,
  factsText: 2400,
  linkUrl: 400,
  /** Longer questions are left out of the form that changes them. */
  question: 1000,
  /** Up to so many facts read well as lines; more stand in a table. */
  factLines: 20,
} as const
