import { keepCode } from './keep-code.ts'
import { findStatePath } from './state-path.ts'

// Reading the TypeScript anew costs half of a short command's time; the rest loads once the cache is on.
keepCode(findStatePath(process.env), process.env)

const { readAbilities } = await import('../adapters/terminal/connect.ts')
const { renderReply } = await import('../adapters/terminal/render.ts')
const { runProgram } = await import('./cli/program.ts')

const abilities = readAbilities(process.stdout, process.env)
process.exitCode = await runProgram({
  env: process.env,
  screen: { pageSize: abilities.pageSize, draw: reply => renderReply(reply, abilities) },
  loadDiscord: () => import('../adapters/discord/discord-command.ts'),
  loadSlack: () => import('../adapters/slack/slack-command.ts'),
})
