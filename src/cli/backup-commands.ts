import type { Command } from 'commander'
import { loadSettings } from '../settings.ts'
import { tell, writeLine } from './output.ts'

/** Copying the state and putting a copy back, also while the bot runs. */
export function describeBackup(program: Command, env: NodeJS.ProcessEnv): void {
  program
    .command('backup')
    .description('copy the state into a file, also while the bot runs')
    .argument('<file>', 'where to; an older backup there is replaced')
    .action(async (file: string) => {
      const { backUpStore } = await import('../store/back-up.ts')
      await backUpStore(loadSettings(env).databaseUrl, file)
      await writeLine(`The state as of now is in ${file}.`)
    })
  program
    .command('restore')
    .description('put a backup in the place of the state, also while the bot runs')
    .argument('<file>', 'what `backup` made')
    .action(async (file: string) => {
      const { restoreStore } = await import('../store/back-up.ts')
      const before = await restoreStore(loadSettings(env).databaseUrl, file)
      await writeLine(`The state is as it was when ${file} was made.`)
      if (before !== null) tell(`What was there before is in ${before}.`)
    })
}
