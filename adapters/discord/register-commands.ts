import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord.js'
import { COMMANDS, type Command, type CommandGroup, type CommandOption } from '../../src/commands.ts'

/** The name of the command that holds what only some may use, so that Discord hides it from the others. */
export const ADMIN_COMMAND = 'jobs-admin'

/** The commands as Discord takes them: `/jobs` and `/jobs-admin`, with a subcommand each. */
export function makeCommands(): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  const { Guild, BotDM, PrivateChannel } = InteractionContextType
  return [
    {
      name: 'jobs',
      description: 'Ask about jobs in plain words',
      contexts: [Guild, BotDM, PrivateChannel],
      integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      options: [...listCommands(null).map(makeSubcommand), ...makeGroup('alert', 'Be told of new postings')],
    },
    {
      name: ADMIN_COMMAND,
      description: 'Look after Rolecall and its postings',
      contexts: [Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      options: listCommands('admin').map(makeSubcommand),
    },
  ]
}

function listCommands(group: CommandGroup): readonly Command[] {
  return COMMANDS.filter(command => command.group === group)
}

/** A word with commands below it; nothing where there are none. */
function makeGroup(group: 'alert', description: string): APIApplicationCommandSubcommandGroupOption[] {
  const options = listCommands(group).map(makeSubcommand)
  const type = ApplicationCommandOptionType.SubcommandGroup
  return options.length === 0 ? [] : [{ type, name: group, description, options }]
}

function makeSubcommand({ name, summary, options }: Command): APIApplicationCommandSubcommandOption {
  const base = { type: ApplicationCommandOptionType.Subcommand, name, description: summary } as const
  // Discord wants the required ones first.
  const ordered = options.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired))
  return options.length === 0 ? base : { ...base, options: ordered.map(makeOption) }
}

function makeOption(option: CommandOption): APIApplicationCommandBasicOption {
  const common = { name: option.name, description: option.summary, required: option.isRequired } as const
  if (option.type === 'switch') return { ...common, type: ApplicationCommandOptionType.Boolean }
  if (option.type === 'number')
    return { ...common, type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 9999 }
  const type = ApplicationCommandOptionType.String
  return { ...common, type, max_length: 1000, autocomplete: option.completes !== null }
}

/**
 * Registers the commands where Discord has others.
 * @returns whether anything had to change
 */
export async function registerCommands(rest: REST, applicationId: string): Promise<boolean> {
  if (await areRegistered(rest, applicationId)) return false
  await rest.put(Routes.applicationCommands(applicationId), { body: makeCommands() })
  return true
}

/** Whether Discord has exactly these commands. */
export async function areRegistered(rest: REST, applicationId: string): Promise<boolean> {
  return holds(makeCommands(), await rest.get(Routes.applicationCommands(applicationId)))
}

/** Whether what Discord has says everything that is wanted; what it adds by itself does not count. */
function holds(wanted: unknown, present: unknown): boolean {
  if (Array.isArray(wanted)) {
    const items: readonly unknown[] = Array.isArray(present) ? present : []
    return items.length === wanted.length && wanted.every((item, index) => holds(item, items[index]))
  }
  if (typeof wanted !== 'object' || wanted === null) return wanted === present
  return Object.entries(wanted).every(([key, value]) => holds(value, readKey(present, key)))
}

/** Discord leaves out what is false. */
function readKey(present: unknown, key: string): unknown {
  if (typeof present !== 'object' || present === null) return undefined
  return (
    Object.entries(present).find(([name]) => name === key)?.[1] ??
    (key === 'autocomplete' || key === 'required' ? false : undefined)
  )
}
