import type { BotSide, Handle } from '../../src/platform.ts'

/** A bot that answers as it is told, in servers that nobody has changed. */
export function makeBotSide(handle: Handle): BotSide {
  return {
    handle,
    loadServer: async () => ({ answers: 'asker', channels: [], listens: [] }),
    forgetServer: async () => {},
    claimEvent: async () => true,
    knows: async () => false,
  }
}
