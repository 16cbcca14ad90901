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
  /** The only words that it may be; absent where it may be any. */
  readonly choices?: readonly string[]
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

const alert = {
  name: 'alert',
  summary: 'which alert; alert list names them',
  type: 'text',
  isRequired: true,
  completes: 'alert',
} as const satisfies CommandOption

const resume = {
  name: 'resume',
  summary: 'let it go on again',
  type: 'switch',
  isRequired: false,
  completes: null,
} as const satisfies CommandOption

const hidable: CommandOption = {
  name: 'what',
  summary: 'posting, company or domain',
  type: 'text',
  isRequired: true,
  completes: null,
  choices: ['posting', 'company', 'domain'],
}

const hidden: CommandOption = {
  name: 'value',
  summary: 'the number in the last list or link of a posting, the name of a company, or a domain',
  type: 'text',
  isRequired: true,
  completes: null,
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
    name: 'create',
    group: 'alert',
    summary: 'be told of new postings for a question',
    example: 'alert create remote go jobs over 150k',
    audience: 'member',
    options: [question],
  },
  {
    name: 'list',
    group: 'alert',
    summary: 'the alerts of this channel, and your own',
    example: 'alert list',
    audience: 'member',
    options: [],
  },
  {
    name: 'edit',
    group: 'alert',
    summary: 'when and how an alert tells',
    example: 'alert edit k7fqm',
    audience: 'member',
    options: [
      alert,
      {
        name: 'question',
        summary: 'another question',
        type: 'text',
        isRequired: false,
        completes: 'question',
      },
    ],
    opensForm: true,
  },
  {
    name: 'mute',
    group: 'alert',
    summary: 'leave a company out of an alert, or let it in again',
    example: 'alert mute k7fqm Acme',
    audience: 'member',
    options: [
      alert,
      {
        name: 'company',
        summary: 'the name of the company',
        type: 'text',
        isRequired: true,
        completes: null,
      },
    ],
  },
  {
    name: 'pause',
    group: 'alert',
    summary: 'let an alert rest, or go on',
    example: 'alert pause k7fqm',
    audience: 'member',
    options: [alert, resume],
  },
  {
    name: 'delete',
    group: 'alert',
    summary: 'end an alert',
    example: 'alert delete k7fqm',
    audience: 'member',
    options: [alert],
  },
  {
    name: 'transfer',
    group: 'alert',
    summary: 'give an alert to somebody else, or take it over',
    example: 'alert transfer k7fqm @ann',
    audience: 'member',
    options: [
      alert,
      {
        name: 'to',
        summary: 'a mention of the new owner; yourself if left out',
        type: 'text',
        isRequired: false,
        completes: null,
      },
    ],
  },
  {
    name: 'test',
    group: 'alert',
    summary: 'post what an alert would say now',
    example: 'alert test k7fqm',
    audience: 'member',
    options: [alert],
  },
  {
    name: 'why',
    group: 'alert',
    summary: 'why an alert told of a posting, or did not',
    example: 'alert why 2',
    audience: 'member',
    options: [
      {
        name: 'posting',
        summary: 'its number in the last list, its address, or its title',
        type: 'text',
        isRequired: true,
        completes: null,
      },
      { ...alert, isRequired: false },
    ],
  },
  {
    name: 'subscriptions',
    group: 'admin',
    summary: 'every alert, with its owner',
    example: 'admin subscriptions',
    audience: 'admin',
    options: [],
  },
  {
    name: 'pause',
    group: 'admin',
    summary: 'let an alert rest, or all of them',
    example: 'admin pause all',
    audience: 'admin',
    options: [
      { name: 'alert', summary: 'an alert, or all', type: 'text', isRequired: true, completes: null },
      resume,
    ],
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
  {
    name: 'reload',
    group: 'admin',
    summary: 'read the sources anew; a dry run only says what would change',
    example: 'admin reload dry-run',
    audience: 'admin',
    options: [
      {
        name: 'dry-run',
        summary: 'only say what would change',
        type: 'switch',
        isRequired: false,
        completes: null,
      },
      {
        name: 'confirm',
        summary: 'use the postings that are held back',
        type: 'switch',
        isRequired: false,
        completes: null,
      },
      {
        name: 'discard',
        summary: 'drop the postings that are held back',
        type: 'switch',
        isRequired: false,
        completes: null,
      },
    ],
  },
  {
    name: 'undo',
    group: 'admin',
    summary: 'go back to the postings before the last reload',
    example: 'admin undo',
    audience: 'admin',
    options: [],
  },
  {
    name: 'status',
    group: 'admin',
    summary: 'how old the postings are, and how each source does',
    example: 'admin status',
    audience: 'admin',
    options: [],
  },
  {
    name: 'sources',
    group: 'admin',
    summary: 'where postings come from: list, add, remove, pause, resume',
    example: 'admin sources add https://jobs.lever.co/acme',
    audience: 'admin',
    options: [
      {
        name: 'what',
        summary: 'list, add, remove, pause or resume',
        type: 'text',
        isRequired: false,
        completes: null,
        choices: ['list', 'add', 'remove', 'pause', 'resume'],
      },
      {
        name: 'address',
        summary: 'the address of a board, feed or page',
        type: 'text',
        isRequired: false,
        completes: null,
      },
    ],
  },
  {
    name: 'hide',
    group: 'admin',
    summary: 'take a posting, a company or a domain out of every answer',
    example: 'admin hide company Acme',
    audience: 'admin',
    options: [hidable, hidden],
  },
  {
    name: 'unhide',
    group: 'admin',
    summary: 'show again what was hidden; alone, list what is hidden',
    example: 'admin unhide company Acme',
    audience: 'admin',
    options: [
      { ...hidable, isRequired: false },
      { ...hidden, isRequired: false },
    ],
  },
  {
    name: 'log',
    group: 'admin',
    summary: 'who used these commands, and what came of it',
    example: 'admin log',
    audience: 'admin',
    options: [],
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

/**
 * Reads a command that is written out, as where a platform has only one command for everything.
 * Words that name no command are a question.
 * @example readCall('alert remote go jobs') // { id: 'alert create', values: { question: 'remote go jobs' } }
 */
export function readCall(text: string): CommandCall {
  const words = text.trim().split(/\s+/)
  const [first = '', second = ''] = words.map(word => word.toLowerCase())
  if (first === '') return { id: 'help', values: {} }
  if (first === 'alerts' && words.length === 1) return callGroup('alert', ['list'])
  if (first === 'alert')
    return callGroup('alert', names('alert').has(second) ? words.slice(1) : ['create', ...words.slice(1)])
  if (first === 'admin' && names('admin').has(second)) return callGroup('admin', words.slice(1))
  const command = COMMANDS.find(({ group, name }) => group === null && name === first)
  const isWhole = command !== undefined && words.length <= command.options.length + 1
  if (command?.name === 'search') return { id: 'search', values: { question: words.slice(1).join(' ') } }
  return command && isWhole
    ? callCommand(command, words.slice(1))
    : { id: 'search', values: { question: text.trim() } }
}

function names(group: CommandGroup): ReadonlySet<string> {
  return new Set(listGroup(group).map(({ name }) => name))
}

function listGroup(group: CommandGroup): readonly Command[] {
  const commands: readonly Command[] = COMMANDS
  return commands.filter(command => command.group === group)
}

function callGroup(group: CommandGroup, [name = '', ...rest]: readonly string[]): CommandCall {
  const command = listGroup(group).find(candidate => candidate.name === name.toLowerCase())
  return command ? callCommand(command, rest) : { id: 'help', values: {} }
}

/** Switches are named, every other option takes a word, and the last one all that is left. */
function callCommand(command: Command, words: readonly string[]): CommandCall {
  const switches = command.options.filter(({ type }) => type === 'switch')
  const others = command.options.filter(({ type }) => type !== 'switch')
  const left = words.filter(word => !switches.some(({ name }) => name === word.toLowerCase()))
  const values = [
    ...switches
      .filter(({ name }) => words.some(word => word.toLowerCase() === name))
      .map(({ name }) => [name, 'true']),
    ...others.map(({ name }, index) => [
      name,
      (index === others.length - 1 ? left.slice(index) : left.slice(index, index + 1)).join(' '),
    ]),
  ].filter(([, value]) => value !== '')
  return { id: idOfCommand(command), values: Object.fromEntries(values) }
}

/**
 * Reads a command as it is typed in words; each option is one word, the last one the rest of the line.
 * @param line without a slash, such as "admin hide company Acme Robotics"
 * @returns null where it begins with no command
 * @example parseCommandLine('admin reload dry-run') // { id: 'admin reload', values: { 'dry-run': 'true' } }
 */
export function parseCommandLine(line: string): CommandCall | null {
  const words = line.trim().split(/\s+/)
  const ids = [words.slice(0, 2), words.slice(0, 1)].map(start => start.join(' ').toLowerCase())
  const command: Command | undefined = COMMANDS.find(candidate => ids.includes(idOfCommand(candidate)))
  if (!command) return null
  const rest = words.slice(command.group === null ? 1 : 2)
  return { id: idOfCommand(command), values: readValues(command.options, rest) }
}

function readValues(options: readonly CommandOption[], words: readonly string[]): Record<string, string> {
  const switches = options.filter(({ type, name }) => type === 'switch' && words.includes(name))
  const texts = options.filter(({ type }) => type !== 'switch')
  const others = words.filter(word => !switches.some(({ name }) => name === word))
  const given = texts.map(({ name }, index) => {
    const isLast = index === texts.length - 1
    return [name, (isLast ? others.slice(index) : others.slice(index, index + 1)).join(' ')] as const
  })
  return Object.fromEntries([
    ...given.filter(([, value]) => value !== ''),
    ...switches.map(({ name }) => [name, 'true'] as const),
  ])
}
