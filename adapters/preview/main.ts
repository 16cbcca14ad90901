import { parseArgs } from 'node:util'
import { AppError, describeError } from '../../src/errors.ts'
import { openPreview } from './open-preview.ts'

const HELP = `Shows the bot's replies as Discord and as Slack would, in a browser on this machine.

npm run preview                       on the sample postings
npm run preview -- --data PATH        on a file, folder, board, feed or page; any number of times
npm run preview -- --port N           on another port than 4180; 0 for any that is free
npm run preview -- --help             this text
`
const PORT = 4180
const EXIT_FAILED = 1
const EXIT_USAGE = 2

function readArguments() {
  const options = {
    data: { type: 'string', multiple: true, default: [] as string[] },
    port: { type: 'string', default: String(PORT) },
    help: { type: 'boolean', default: false },
  } as const
  const { values } = parseArgs({ options })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new TypeError('--port must be a whole number from 0 to 65535')
  return { ...values, port }
}

async function main(): Promise<number> {
  const { data, port, help } = readArguments()
  if (help) {
    process.stdout.write(HELP)
    return 0
  }
  const { url, close } = await openPreview({ data, port, now: () => new Date() })
  process.stdout.write(`Open ${url} in a browser; Ctrl+C ends it.\n`)
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await close()
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  const isUsage = error instanceof TypeError
  const isKnown = error instanceof AppError || isUsage || (error instanceof Error && 'code' in error)
  if (!isKnown) throw error
  const said = error instanceof AppError ? describeError(error) : (error as Error).message
  process.stderr.write(`${said}\n`)
  process.exitCode = isUsage ? EXIT_USAGE : EXIT_FAILED
}
