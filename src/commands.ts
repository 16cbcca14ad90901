/**
 * Who may use a command: anybody; whoever manages the server it is used in; or an admin of the bot itself, who is
 * named in the settings.
 */
export type Audience = 'member' | 'server-manager' | 'admin'

/** Commands that stand together under a word of their own; null for those that everybody uses most. */
export type CommandGroup = 'alert' | 'admin' | null

/** What a command is given. */
export interface CommandOption {
  readonly name: string
  readonly summary: string
  readonly type: 'text' | 'number' | 'switch'
  readonly isRequired: boolean
  /** What the bot offers while it is typed; null for nothing. */
  readonly completes: 'question' | 'alert' | null
}

/** A command as data: help, autocomplete and the platforms' own command lists follow from it. */
export interface Command {
  readonly name: string
  readonly group: CommandGroup
  readonly summary: string
  /** How it is typed, such as "show 2". */
  readonly example: string
  readonly audience: Audience
  readonly options: readonly CommandOption[]
  /** True where the answer may be a form, which some platforms must know beforehand. */
  readonly opensForm?: true
}

const question: CommandOption = {
  name: 'question',
  summary: 'such as: remote ML infra roles over 200k',
  type: 'text',
  isRequired: true,
  completes: 'question',
}

/** Everything a person can ask the bot for; `search` is also what any other words mean. */
export const COMMANDS = [
  {
    name: 'search',
    group: null,
    summary: 'postings for a question in plain words',
    example: 'remote go jobs over 150k',
    audience: 'member',
    options: [question],
  },
  {
    name: 'more',
    group: null,
    summary: 'the next postings of the last answer',
    example: 'more',
    audience: 'member',
    options: [],
  },
  {
    name: 'show',
    group: null,
    summary: 'one posting with all its facts',
    example: 'show 2',
    audience: 'member',
    options: [
      {
        name: 'number',
        summary: 'its number in the last list',
        type: 'number',
        isRequired: true,
        completes: null,
      },
    ],
  },
  {
    name: 'saved',
    group: null,
    summary: 'the postings that you saved',
    example: 'saved',
    audience: 'member',
    options: [],
  },
  {
    name: 'stats',
    group: null,
    summary: 'how many postings there are, and of what',
    example: 'stats',
    audience: 'member',
    options: [],
  },
  {
    name: 'help',
    group: null,
    summary: 'what can be asked',
    example: 'help',
    audience: 'member',
    options: [],
  },
  {
    name: 'settings',
    group: 'admin',
    summary: 'what the bot does in this server',
    example: 'admin settings',
    audience: 'server-manager',
    options: [],
    opensForm: true,
  },
] as const satisfies readonly Command[]

/** The name of a command with its group: "show", "alert list". */
export type CommandId = IdOf<(typeof COMMANDS)[number]>
type IdOf<C extends Command> = C extends {
  readonly group: infer G extends string
  readonly name: infer N extends string
}
  ? `${G} ${N}`
  : C['name']

/** A command with what it is given, by the names of its options. */
export interface CommandCall {
  readonly id: CommandId
  readonly values: Readonly<Record<string, string>>
}

/** The name of a command with its group. */
export function idOfCommand({ group, name }: Command): CommandId {
  return (group === null ? name : `${group} ${name}`) as CommandId
}
