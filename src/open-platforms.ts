import { AppError } from './errors.ts'
import type { Route } from './http.ts'
import type { Log } from './log.ts'
import type { ChatPlatform } from './platform.ts'
import type { Settings } from './settings.ts'

/** The platforms that are set up, and what they answer over HTTP. */
export interface OpenedPlatforms {
  readonly platforms: readonly ChatPlatform[]
  readonly routes: readonly Route[]
}

/** Whether any platform but the terminal is set up. */
export function hasPlatform({ discordToken, slack }: Settings): boolean {
  return discordToken !== null || slack.botToken !== null
}

/**
 * Makes every platform that has its settings; the libraries of a platform are loaded only where it is switched on.
 * @throws {AppError} `SETTINGS_INVALID` when a platform lacks a setting
 */
export async function openPlatforms(settings: Settings, log: Log): Promise<OpenedPlatforms> {
  const opened = [await openDiscord(settings, log), await openSlack(settings, log)]
  return {
    platforms: opened.flatMap(({ platforms }) => platforms),
    routes: opened.flatMap(({ routes }) => routes),
  }
}

const NONE: OpenedPlatforms = { platforms: [], routes: [] }

async function openDiscord(settings: Settings, log: Log): Promise<OpenedPlatforms> {
  const { discordToken: token, discordApiUrl: apiUrl, discordReadsContent: readsContent } = settings
  if (token === null) return NONE
  const { createDiscordPlatform } = await import('../adapters/discord/connect.ts')
  return { platforms: [createDiscordPlatform({ token, apiUrl, readsContent, log })], routes: [] }
}

/** Socket Mode where there is an app-level token; else Slack sends over HTTP. */
async function openSlack({ slack, port }: Settings, log: Log): Promise<OpenedPlatforms> {
  const { botToken, cards: cardStyle, ...rest } = slack
  if (botToken === null) return NONE
  const { createSlackPlatform } = await import('../adapters/slack/connect.ts')
  const { EVENTS_PATH } = await import('../adapters/slack/receivers.ts')
  const platform = createSlackPlatform({ ...rest, botToken, cardStyle, log })
  const { requestListener: answer } = platform
  if (answer !== null && port === null)
    throw new AppError('SETTINGS_INVALID', 'SLACK_SIGNING_SECRET needs PORT, where Slack sends to')
  const routes = answer === null ? [] : [{ method: 'POST', path: EVENTS_PATH, answer } as const]
  return { platforms: [platform], routes }
}
