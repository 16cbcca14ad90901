import { setPriority } from 'node:os'

/** Lets threads that answer questions go first. */
const NICENESS = 10

/** Has this thread wait for others where the machine is busy. */
export function lowerPriority(): void {
  // Only there does it take a thread; elsewhere it would slow the whole process down.
  if (process.platform === 'linux') setPriority(NICENESS)
}
