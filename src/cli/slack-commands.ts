import type { Command } from 'commander'
import { loadSettings, type SlackSettings } from '../settings.ts'
import { writeLine } from './output.ts'

type Print = (line: string) => void

/** What the command line does at Slack. */
export interface SlackCommands {
  runSlackManifest(
    options: { readonly command: string; readonly address: string | null; readonly readsThreads: boolean },
    print: Print,
  ): void
  /** @returns the exit status */
  runSlackDoctor(
    access: SlackSettings & { readonly port: number | null; readonly adminChannel: string | null },
    print: Print,
  ): Promise<number>
}

interface SlackSurroundings {
  readonly env: NodeJS.ProcessEnv
  /** Loaded only when it is asked for. */
  readonly loadSlack: () => Promise<SlackCommands>
}

/** Adds what an admin does at Slack before and beside the bot's own work. */
export function describeSlack(
  slack: Command,
  { env, loadSlack }: SlackSurroundings,
  end: (status: number) => void,
): void {
  slack
    .command('manifest')
    .description('print the app manifest to paste into Slack')
    .option('--command <name>', 'name of the slash command; SLACK_COMMAND where absent')
    .option('--address <url>', 'where Slack reaches the bot over HTTP; Socket Mode where absent')
    .action(async ({ command, address }: { command?: string; address?: string }) => {
      const settings = loadSettings({
        ...env,
        ...(command === undefined ? {} : { SLACK_COMMAND: toCommandName(command) }),
      })
      const { runSlackManifest } = await loadSlack()
      const { command: name, readsThreads } = settings.slack
      runSlackManifest({ command: name, address: address ?? null, readsThreads }, writeLine)
    })
  slack
    .command('doctor')
    .description('check tokens, scopes and the way in, and say how to fix each')
    .action(async () => {
      const { slack: access, port, adminChannel } = loadSettings(env)
      const { runSlackDoctor } = await loadSlack()
      const channel = adminChannel?.startsWith('slack:') ? adminChannel.slice('slack:'.length) : null
      end(await runSlackDoctor({ ...access, port, adminChannel: channel }, writeLine))
    })
}

function toCommandName(name: string): string {
  return name.startsWith('/') ? name : `/${name}`
}
