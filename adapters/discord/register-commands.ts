import {
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord.js'
import { COMMANDS, type Command } from '../../src/commands.ts'

/** The commands as Discord takes them: one `/jobs` with a subcommand each. */
export function makeCommands(): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  const { Guild, BotDM, PrivateChannel } = InteractionContextType
  return [
    {
      name: 'jobs',
      description: 'Ask about jobs in plain words',
      contexts: [Guild, BotDM, PrivateChannel],
      integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      options: COMMANDS.filter(command => command.audience === 'member').map(makeSubcommand),
    },
  ]
}

function makeSubcommand({ name, summary, option }: Command): APIApplicationCommandSubcommandOption {
  const base = { type: ApplicationCommandOptionType.Subcommand, name, description: summary } as const
  if (option === null) return base
  const common = { name: option.name, description: option.summary, required: true } as const
  if (option.type === 'number')
    return {
      ...base,
      options: [{ ...common, type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 9999 }],
    }
  const type = ApplicationCommandOptionType.String
  return { ...base, options: [{ ...common, type, max_length: 1000, autocomplete: option.isCompleted }] }
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
    (key === 'autocomplete' ? false : undefined)
  )
}
