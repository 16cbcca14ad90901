import { AppError } from '../../src/errors.ts'
import { printFindings } from '../../src/layout/print-findings.ts'
import { examineSetup, type SetupAccess } from './examine-setup.ts'
import { type ManifestOptions, makeManifest } from './manifest.ts'

/** Is given one line at a time, without its line break. */
type Print = (line: string) => void

/**
 * Prints the manifest of the app, to be pasted into Slack.
 * @throws {AppError} `SETTINGS_INVALID` where Slack could not reach the address
 */
export function runSlackManifest(options: ManifestOptions, print: Print): void {
  const { address } = options
  const isReachable = address === null || (URL.canParse(address) && new URL(address).protocol === 'https:')
  if (!isReachable)
    throw new AppError('SETTINGS_INVALID', `--address ${address} does not begin with https://`)
  print(JSON.stringify(makeManifest(options), null, 2))
}

export interface DoctorAccess extends Omit<SetupAccess, 'botToken'> {
  /** null where SLACK_BOT_TOKEN is not set. */
  readonly botToken: string | null
}

/**
 * Says what is well and what is not, with what helps.
 * @returns the exit status: 0 where all is well, else 1
 * @throws {AppError} `SLACK_TOKEN_REFUSED` where there is no token at all
 */
export async function runSlackDoctor({ botToken, ...access }: DoctorAccess, print: Print): Promise<number> {
  if (botToken === null) throw new AppError('SLACK_TOKEN_REFUSED', 'SLACK_BOT_TOKEN is not set')
  return printFindings(await examineSetup({ botToken, ...access }), print)
}
