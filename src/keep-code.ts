import { mkdirSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/**
 * Keeps code that is loaded from here on as Node makes it from TypeScript, for the next start and for every thread.
 * Without a usable folder all of it is read anew each time, which costs a second and 20 MB.
 * @param statePath the folder for state, which others may not look into
 * @param env where threads are told of it
 */
export function keepCode(statePath: string, env: NodeJS.ProcessEnv): void {
  try {
    mkdirSync(statePath, { recursive: true, mode: 0o700 })
  } catch {
    return
  }
  const { directory } = enableCompileCache(env.NODE_COMPILE_CACHE ?? join(statePath, 'code'))
  if (directory !== undefined) env.NODE_COMPILE_CACHE = directory
}
