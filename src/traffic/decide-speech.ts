import type { ServerSettings } from '../platform.ts'

/** What to do about a message: answer it, answer it only where something is understood, say where to ask, nothing. */
export type Speech = 'answer' | 'overhear' | 'point' | 'ignore'

/** What of the settings decides where the bot speaks. */
export type Places = Pick<ServerSettings, 'channels' | 'listens'>

/**
 * Decides what to do about a message in a server.
 * @param here ids of the channel and, for a thread, of the channel that it is in
 */
export function decideSpeech(places: Places, here: readonly string[], isAddressed: boolean): Speech {
  const isHere = (ids: readonly string[]): boolean => ids.some(id => here.includes(id))
  if (isHere(places.listens)) return isAddressed ? 'answer' : 'overhear'
  if (!isAddressed) return 'ignore'
  return maySpeak(places, here) ? 'answer' : 'point'
}

/** Whether the bot may speak here without being asked by a command. */
export function maySpeak({ channels, listens }: Places, here: readonly string[]): boolean {
  return channels.length === 0 || [...channels, ...listens].some(id => here.includes(id))
}

/** The settings without the channels that are gone; with none left, nothing is restricted. */
export function keepExisting(places: Places, exists: (channelId: string) => boolean): Places {
  return { channels: places.channels.filter(exists), listens: places.listens.filter(exists) }
}
