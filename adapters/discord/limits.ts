/**
 * Discord's limits in one table; lengths are in UTF-16 units, which never allows more than Discord does. Facts from
 * https://discord.com/developers/docs (components, messages, commands, interactions), read in November 2026.
 */
export const DISCORD_LIMITS = {
  /** All components of a message, also those inside others. */
  components: 40,
  /** Characters over all texts of a message. */
  messageText: 4000,
  customId: 100,
  buttonLabel: 80,
  buttonUrl: 512,
  buttonsInRow: 5,
  menuOptions: 25,
  menuText: 100,
  menuPlaceholder: 150,
  choices: 25,
  choiceText: 100,
  formTitle: 45,
  formLabel: 45,
  formHint: 100,
  formFields: 5,
  formValue: 4000,
  commandText: 100,
  /** Time for the first answer to an interaction. */
  acknowledgeMs: 3000,
} as const

/** How a message is laid out inside those limits, so that an answer fits the screen of a phone. */
export const DISCORD_LAYOUT = {
  cards: 4,
  cardText: 600,
  /** The second line of a card takes no more of what can be left out; about two lines on a phone. */
  cardLine: 120,
  titleText: 200,
  partText: 120,
  markText: 90,
  lineText: 500,
  factText: 320,
  factsText: 2200,
  /** Longer addresses are left out of texts. */
  linkUrl: 400,
  sourceUrl: 120,
  /** Between two changes of a message while work goes on. */
  updateMs: 1000,
  /** Longer questions are left out of the form that changes them. */
  question: 1000,
} as const
