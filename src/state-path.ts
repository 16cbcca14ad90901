import { homedir } from 'node:os'
import { join } from 'node:path'

/** The folder for state; one that is set to nothing counts as not set. */
export function findStatePath({ ROLECALL_STATE, XDG_STATE_HOME }: NodeJS.ProcessEnv): string {
  return ROLECALL_STATE || join(XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'rolecall')
}
