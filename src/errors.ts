/** Every error a person can see: a stable code, a title, and what to do about it. */
export const ERRORS = {
  SETTINGS_INVALID: {
    title: 'The settings are not usable',
    fix: 'Correct the variables named above; the README lists every setting.',
  },
  SOURCE_NOT_FOUND: {
    title: 'There is nothing at this path',
    fix: 'Check the spelling; --data and ROLECALL_DATA take a file, a folder or an address with https://.',
  },
  SOURCE_UNREADABLE: {
    title: 'The source cannot be read',
    fix: 'Check that the account that runs Rolecall may read it.',
  },
  SOURCE_UNSUPPORTED: {
    title: 'Addresses of this kind are not supported as a source',
    fix: 'Give an address that begins with https:// or http://, or a file or folder.',
  },
  SOURCE_UNREACHABLE: {
    title: 'The source cannot be reached',
    fix: 'Check the address and the network, then try again; postings that were loaded before stay.',
  },
  SOURCE_REFUSED: {
    title: 'The source does not hand anything over',
    fix: 'Check the spelling, and that the address opens in a browser without signing in.',
  },
  SOURCE_FORBIDDEN: {
    title: 'This address may not be read from',
    fix: 'List a host that a source redirects to in ROLECALL_SOURCE_HOSTS, and one inside your own network in ROLECALL_PRIVATE_HOSTS.',
  },
  SOURCE_ROBOTS: {
    title: 'The site asks robots not to read this page',
    fix: 'Give the feed or the public board of the site instead, or ask its owner.',
  },
  SOURCE_TOO_LARGE: {
    title: 'The source hands over more than is allowed',
    fix: 'Raise ROLECALL_MAX_SOURCE_BYTES, or give a smaller source.',
  },
  SOURCE_NOT_RECOGNISED: {
    title: 'There are no postings here in a form that is known',
    fix: 'Give a board of Greenhouse, Lever or Ashby, a feed (RSS, Atom, JSON), or a page that carries schema.org JobPosting data.',
  },
  FACTS_UNREADABLE: {
    title: 'The file of parsed postings cannot be read',
    fix: 'Give a file of JSON lines as `rolecall parse` prints them.',
  },
  BATCH_UNREADABLE: {
    title: 'The file of questions cannot be read',
    fix: 'Give a file with one JSON object a line, such as {"id": "1", "q": "remote go jobs"}.',
  },
  HOST_CALL_LOST: {
    title: 'The running Rolecall does not answer',
    fix: 'Look at its log; it may have been stopped in the middle. “rolecall status” says whether one runs.',
  },
  STORE_UNAVAILABLE: {
    title: 'The state cannot be opened',
    fix: 'Check that the folder in ROLECALL_STATE can be written to, or set DATABASE_URL.',
  },
  BACKUP_UNUSABLE: {
    title: 'The backup cannot be used',
    fix: 'Give a file that `rolecall backup` made, or a path in a folder that can be written to.',
  },
  STORE_TOO_NEW: {
    title: 'The state was written by a newer Rolecall',
    fix: 'Start the newer version again, or give another ROLECALL_STATE.',
  },
  DISCORD_TOKEN_REFUSED: {
    title: 'Discord does not accept the token',
    fix: 'Copy the token from the Bot page of the application in the Discord developer portal into DISCORD_TOKEN.',
  },
  DISCORD_INTENT_OFF: {
    title: 'Discord does not let this bot read messages that are not for it',
    fix: 'Switch Message Content Intent on, on the Bot page of the application in the Discord developer portal, or set ROLECALL_DISCORD_MESSAGE_CONTENT to off.',
  },
  DISCORD_UNREACHABLE: {
    title: 'Discord cannot be reached',
    fix: 'Check the network and https://discordstatus.com, then start again.',
  },
  DISCORD_FORBIDDEN: {
    title: 'I may not write in this channel',
    fix: 'Somebody who manages the server can allow me View Channel, Send Messages and Read Message History there.',
  },
  DISCORD_REFUSED: {
    title: 'Discord did not take this answer',
    fix: 'Ask again; an admin finds the cause in the log under the reference.',
  },
  FORM_TOO_LATE: {
    title: 'That took too long for a form',
    fix: 'Press the button again.',
  },
  DISCORD_OLD_COMMAND: {
    title: 'This command is of another version',
    fix: 'Restart your Discord client: it keeps old lists of commands for a while.',
  },
  SLACK_TOKEN_REFUSED: {
    title: 'Slack does not accept the token',
    fix: 'Copy the Bot User OAuth Token (xoxb-) into SLACK_BOT_TOKEN and the app-level token (xapp-) into SLACK_APP_TOKEN; install the app again if it was removed.',
  },
  SLACK_UNREACHABLE: {
    title: 'Slack cannot be reached',
    fix: 'Check the network and https://slack-status.com, then start again.',
  },
  SLACK_FORBIDDEN: {
    title: 'I cannot write in this Slack channel',
    fix: 'Invite me there with /invite, or ask me in a direct message.',
  },
  SLACK_REFUSED: {
    title: 'Slack did not take this answer',
    fix: 'Ask again; an admin finds the cause in the log under the reference.',
  },
  SLACK_BUSY: {
    title: 'Slack asks me to slow down',
    fix: 'Ask again in a minute.',
  },
  INTERNAL: {
    title: 'Something went wrong on our side',
    fix: 'Try again; an admin finds the cause in the log under the reference.',
  },
} as const satisfies Record<string, { readonly title: string; readonly fix: string }>
export type ErrorCode = keyof typeof ERRORS

/** A failure that a person can do something about. Its message is for the log; `title` and `fix` are for people. */
export class AppError extends Error {
  readonly code: ErrorCode
  override readonly name = 'AppError'

  /** @param detail what exactly failed, such as the path; shown to people after the title */
  constructor(code: ErrorCode, detail: string, options?: ErrorOptions) {
    super(detail, options)
    this.code = code
  }
}

/** What a person sees of an error: title, detail and fix, each on a line of its own. */
export function describeError(error: AppError): string {
  const { title, fix } = ERRORS[error.code]
  return `${title}: ${error.message}\n${fix}`
}
