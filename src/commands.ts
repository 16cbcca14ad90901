/** Who may use a command. */
export type Audience = 'member' | 'admin'

/** A command as data: help, autocomplete and the platforms' own command lists follow from it. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** How it is typed, such as "show 2". */
  readonly example: string
  readonly audience: Audience
}

/** Everything a person can ask the bot for besides a question in plain words. */
export const COMMANDS = [
  { name: 'more', summary: 'the next postings of the last answer', example: 'more', audience: 'member' },
  { name: 'show', summary: 'one posting with all its facts', example: 'show 2', audience: 'member' },
  { name: 'help', summary: 'what can be asked', example: 'help', audience: 'member' },
] as const satisfies readonly Command[]
export type CommandName = (typeof COMMANDS)[number]['name']
