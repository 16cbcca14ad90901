import type { Named, SpanStyle, TextSpan } from '../reply.ts'

/**
 * Parts a sentence at the id of a member, so that a platform can show their name instead.
 * @param memberId `PLATFORM:ID`; anything else, such as `schedule`, stays a word of the sentence
 * @example nameWithin('owner discord:12', 'discord:12') // spans 'owner ' and 'discord:12', which names a member
 */
export function nameWithin(
  sentence: string,
  memberId: string,
  style: SpanStyle = 'plain',
): readonly TextSpan[] {
  const colon = memberId.indexOf(':')
  if (colon <= 0) return [{ text: sentence, style }]
  const [platform, id] = [memberId.slice(0, colon), memberId.slice(colon + 1)]
  return partAt(sentence, memberId, { kind: 'member', platform, id }, style)
}

/** Parts a sentence at the id of a channel, so that a platform can show its name instead. */
export function nameChannelWithin(sentence: string, platform: string, id: string): readonly TextSpan[] {
  return partAt(sentence, id, { kind: 'channel', platform, id }, 'plain')
}

function partAt(sentence: string, words: string, names: Named, style: SpanStyle): readonly TextSpan[] {
  const at = words === '' ? -1 : sentence.lastIndexOf(words)
  if (at < 0) return [{ text: sentence, style }]
  const parts: readonly TextSpan[] = [
    { text: sentence.slice(0, at), style },
    { text: words, style, names },
    { text: sentence.slice(at + words.length), style },
  ]
  return parts.filter(({ text }) => text !== '')
}
