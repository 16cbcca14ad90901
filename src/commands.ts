/** Who may use a command. */
export type Audience = 'member' | 'admin'

/** What a command is given. */
export interface CommandOption {
  readonly name: string
  readonly summary: string
  readonly type: 'text' | 'number'
  /** True where the bot offers endings while it is typed. */
  readonly isCompleted: boolean
}

/** A command as data: help, autocomplete and the platforms' own command lists follow from it. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** How it is typed, such as "show 2". */
  readonly example: string
  readonly audience: Audience
  /** The one thing it needs; null where it needs nothing. */
  readonly option: CommandOption | null
  /** The words that do the same in a message, without the option. */
  readonly words: string
}

/** Everything a person can ask the bot for; `search` is also what any other words mean. */
export const COMMANDS = [
  {
    name: 'search',
    summary: 'postings for a question in plain words',
    example: 'remote go jobs over 150k',
    audience: 'member',
    option: {
      name: 'question',
      summary: 'such as: remote ML infra roles over 200k',
      type: 'text',
      isCompleted: true,
    },
    words: '',
  },
  {
    name: 'more',
    summary: 'the next postings of the last answer',
    example: 'more',
    audience: 'member',
    option: null,
    words: 'more',
  },
  {
    name: 'show',
    summary: 'one posting with all its facts',
    example: 'show 2',
    audience: 'member',
    option: { name: 'number', summary: 'its number in the last list', type: 'number', isCompleted: false },
    words: 'show',
  },
  {
    name: 'stats',
    summary: 'how many postings there are, and of what',
    example: 'stats',
    audience: 'member',
    option: null,
    words: 'stats',
  },
  {
    name: 'help',
    summary: 'what can be asked',
    example: 'help',
    audience: 'member',
    option: null,
    words: 'help',
  },
] as const satisfies readonly Command[]

/**
 * The message that says the same as a command.
 * @example commandWords(show, '2') // "show 2"
 */
export function commandWords(command: Command, value: string): string {
  return `${command.words} ${value}`.trim()
}
