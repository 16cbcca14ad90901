import { type APIApplication, REST, Routes } from 'discord.js'
import { AppError } from '../../src/errors.ts'
import { describeStartFailure } from './describe-start-failure.ts'
import { type ExamineOptions, examineSetup, type Finding } from './examine-setup.ts'
import { makeMemberInvite, makeServerInvite } from './invite-links.ts'
import { registerCommands } from './register-commands.ts'

export interface DiscordCommandOptions {
  /** null where DISCORD_TOKEN is not set. */
  readonly token: string | null
  /** Where Discord is, without the version; null for Discord itself. */
  readonly apiUrl: string | null
  /** Is given one line at a time, without its line break. */
  readonly print: (line: string) => void
}

/**
 * Registers the commands and prints the addresses at which the bot is added.
 * @throws {AppError} `DISCORD_TOKEN_REFUSED` or `DISCORD_UNREACHABLE`
 */
export async function runDiscordSetup(options: DiscordCommandOptions): Promise<void> {
  const rest = openRest(options)
  try {
    const { id, name } = (await rest.get(Routes.currentApplication())) as APIApplication
    const changed = await registerCommands(rest, id)
    options.print(`The commands of ${name} ${changed ? 'are registered now' : 'were registered already'}.`)
    options.print('')
    options.print('Add it to a server (you need Manage Server there):')
    options.print(`  ${makeServerInvite(id)}`)
    options.print('Add it to your own account, to use /jobs anywhere:')
    options.print(`  ${makeMemberInvite(id)}`)
  } catch (error) {
    throw new AppError(...describeStartFailure(error), { cause: error })
  }
}

/** What the doctor looks at besides the application itself. */
export type DoctorOptions = DiscordCommandOptions & ExamineOptions

/**
 * Says what is well and what is not, with what helps.
 * @returns the exit status: 0 where all is well, else 1
 * @throws {AppError} `DISCORD_TOKEN_REFUSED` where there is no token at all, `DISCORD_UNREACHABLE`
 */
export async function runDiscordDoctor(options: DoctorOptions): Promise<number> {
  const findings = await examine(openRest(options), options)
  for (const { subject, state, fix } of findings) {
    options.print(`${fix === null ? '✓' : '✗'} ${subject}: ${state}`)
    if (fix !== null) options.print(`  ${fix}`)
  }
  return findings.every(({ fix }) => fix === null) ? 0 : 1
}

async function examine(rest: REST, options: ExamineOptions): Promise<readonly Finding[]> {
  try {
    return await examineSetup(rest, options)
  } catch (error) {
    throw new AppError(...describeStartFailure(error), { cause: error })
  }
}

function openRest({ token, apiUrl }: DiscordCommandOptions): REST {
  if (token === null) throw new AppError('DISCORD_TOKEN_REFUSED', 'DISCORD_TOKEN is not set')
  return new REST({ version: '10', ...(apiUrl === null ? {} : { api: apiUrl }) }).setToken(token)
}
