import { readCall } from '../../src/commands.ts'
import type { Handle, Request, RequestContent } from '../../src/platform.ts'
import type { FormValues, Reply } from '../../src/reply.ts'
import { followUpdates } from '../../src/traffic/follow-updates.ts'
import { readCustomId } from '../discord/custom-id.ts'
import { DISCORD_LAYOUT } from '../discord/limits.ts'
import { renderReply } from '../discord/render.ts'
import { renderForm } from '../discord/render-form.ts'
import { drawDiscordMessage } from './draw-discord.ts'
import { drawDiscordForm } from './draw-discord-form.ts'
import { frameDiscord } from './frame-discord.ts'
import { html } from './html.ts'
import type { EventOf, MessageRef, PageEvent, Show } from './page-event.ts'
import { makeVisitorRequest, nextMessageId } from './visitor.ts'

/** Answers what was done in the drawn Discord, by the bot and the adapter's own layout. */
export async function answerDiscord(handle: Handle, event: PageEvent, show: Show): Promise<void> {
  if (event.type === 'say') return answerWords(handle, event, show)
  const content = event.type === 'show' ? null : readContent(event)
  if (content === null || event.type === 'show') return
  const request = ask(content, event.message?.place ?? 'direct', event.message?.isEphemeral ?? true)
  await deliverInDiscord(await handle(request), event.message, show)
}

/** Words with a slash are the command, which answers in private; any others are a direct message. */
async function answerWords(handle: Handle, { text }: EventOf<'say'>, show: Show): Promise<void> {
  const words = /^\/\w*\s*(.*)$/s.exec(text)?.[1]
  const isCommand = words !== undefined
  const place = isCommand ? 'channel' : 'direct'
  const message: MessageRef = { id: nextMessageId(), place, isEphemeral: false }
  show({
    type: 'post',
    message,
    author: 'you',
    html: frameDiscord('you', html`<div class="line">${text}</div>`, false).html,
  })
  const content: RequestContent = isCommand
    ? { type: 'command', call: readCall(words) }
    : { type: 'text', text }
  await deliverInDiscord(
    await handle(ask(content, place, isCommand)),
    { ...message, isEphemeral: isCommand },
    show,
  )
}

/** @returns null for a control that is not the bot's */
function readContent(event: EventOf<'press'> | EventOf<'submit'>): RequestContent | null {
  const control = readCustomId(event.type === 'press' ? event.id : event.metadata)
  if (control === null) return null
  if (event.type === 'press') return { type: 'press', key: event.picked ?? control.key }
  return { type: 'form', key: control.key, values: dropEmpty(event.values) }
}

/** Discord sends no empty values. */
function dropEmpty(values: FormValues): FormValues {
  const entries = Object.entries(values).map(
    ([name, all]) => [name, all.filter(value => value !== '')] as const,
  )
  return Object.fromEntries(entries)
}

function ask(content: RequestContent, place: MessageRef['place'], isEphemeral: boolean): Request {
  return makeVisitorRequest('discord', content, place, isEphemeral, DISCORD_LAYOUT.cards)
}

/** Shows a reply where the adapter would: as a form, in place of the message, or below it. */
export async function deliverInDiscord(reply: Reply, asked: MessageRef | null, show: Show): Promise<void> {
  const form = reply.blocks.find(block => block.type === 'form')
  if (form) return show({ type: 'window', html: drawDiscordForm(renderForm(form)).html })
  const isEphemeral = asked?.place === 'channel' && (reply.viewers ?? 'asker') === 'asker'
  const draw = (shown: Reply) => frameDiscord('bot', drawDiscordMessage(renderReply(shown)), isEphemeral).html
  const message =
    reply.isReplacement && asked
      ? asked
      : { id: nextMessageId(), place: asked?.place ?? 'direct', isEphemeral }
  if (message === asked) show({ type: 'replace', id: message.id, html: draw(reply) })
  else show({ type: 'post', message, author: 'bot', html: draw(reply) })
  if (reply.updates === undefined) return
  const edit = async (update: Reply) => {
    show({ type: 'replace', id: message.id, html: draw(update) })
    return true
  }
  await followUpdates(reply.updates, edit, DISCORD_LAYOUT.updateMs)
}
