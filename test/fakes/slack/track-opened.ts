import { type BoltMode, type BoltOptions, type ConnectedBolt, connectBolt } from './connect-bolt.ts'
import type { FakeSlack, FakeSlackOptions } from './fake-slack.ts'
import { startFakeSlack } from './start-fake-slack.ts'

/** Something that can be stopped, as a connection of an adapter. */
export interface Stoppable {
  readonly stop: () => Promise<unknown>
}

/** Opens fakes and apps and remembers them, so that a test file can close all of them after each test. */
export interface Opened {
  readonly start: (options?: FakeSlackOptions) => Promise<FakeSlack>
  readonly connect: (slack: FakeSlack, mode: BoltMode, options?: BoltOptions) => Promise<ConnectedBolt>
  /** Has something stopped that was not opened here. */
  readonly adopt: <T extends Stoppable>(opened: T) => T
  /** Closes everything. @throws Error when a fake saw a mistake */
  readonly closeAll: () => Promise<void>
}

/** Makes an empty list of what is open. */
export function trackOpened(): Opened {
  const apps: Stoppable[] = []
  const fakes: FakeSlack[] = []
  const adopt = <T extends Stoppable>(opened: T): T => {
    apps.push(opened)
    return opened
  }
  return {
    start: async options => {
      const slack = await startFakeSlack(options)
      fakes.push(slack)
      return slack
    },
    connect: async (slack, mode, options) => adopt(await connectBolt(slack, mode, options)),
    adopt,
    closeAll: async () => {
      await Promise.all(apps.splice(0).map(app => app.stop()))
      await Promise.all(fakes.splice(0).map(slack => slack.stop()))
    },
  }
}
