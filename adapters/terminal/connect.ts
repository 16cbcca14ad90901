import { createInterface, type Interface } from 'node:readline'
import supportsHyperlinks from 'supports-hyperlinks'
import wrapAnsi from 'wrap-ansi'
import type { ChatPlatform, Handle } from '../../src/platform.ts'
import type { Button } from '../../src/reply.ts'
import { followReply } from './follow-reply.ts'
import { TERMINAL_LIMITS } from './limits.ts'
import { buttonsOf, fitCards, readLine } from './read.ts'
import { renderReply } from './render.ts'
import { paint, type TerminalAbilities } from './style.ts'

const CONVERSATION_ID = 'terminal:local'

export interface TerminalOptions {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  /** Said before the first prompt. */
  readonly welcome: readonly string[]
}

/** What a stream can show: plain text when it is no terminal; NO_COLOR and FORCE_COLOR are honoured by Node. */
export function readAbilities(output: NodeJS.WriteStream, env: NodeJS.ProcessEnv): TerminalAbilities {
  const columns = output.columns ?? TERMINAL_LIMITS.defaultColumns
  const isForced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && !env.NO_COLOR
  const hasColour = isForced || (output.isTTY === true && output.hasColors())
  return {
    columns: Math.min(TERMINAL_LIMITS.maxColumns, Math.max(TERMINAL_LIMITS.minColumns, columns)),
    pageSize: fitCards(output.rows ?? TERMINAL_LIMITS.defaultRows),
    hasColour,
    canPress: false,
    hasLinks: output.isTTY === true && supportsHyperlinks.stdout,
  }
}

/** The bot in a terminal: a line typed is a message, until the input ends or "quit". */
export function createTerminalPlatform(options: TerminalOptions, env: NodeJS.ProcessEnv): ChatPlatform {
  const { input, output } = options
  const ended = Promise.withResolvers<void>()
  let prompt: Interface | null = null
  return {
    id: 'terminal',
    ended: ended.promise,
    outbox: null,
    isConnected: () => true,
    start({ handle }) {
      const lines = createInterface({
        input,
        output,
        terminal: output.isTTY === true && input.isTTY === true,
      })
      prompt = lines
      lines.setPrompt(paint('› ', 'cyan', readAbilities(output, env)))
      for (const line of options.welcome)
        output.write(`${wrapAnsi(line, readAbilities(output, env).columns)}\n`)
      converse(lines, output, handle, env).finally(ended.resolve)
      return Promise.resolve()
    },
    async stop() {
      prompt?.close()
      await ended.promise
    },
  }
}

function replaceButtons(shown: readonly Button[], next: readonly Button[]): readonly Button[] {
  return next.length > 0 ? next : shown
}

/** Answers one line after another, in order, also when they come faster than the answers. */
async function converse(
  lines: Interface,
  output: NodeJS.WriteStream,
  handle: Handle,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  let buttons: readonly Button[] = []
  // Lines that came before the input ended are still answered, but nobody is asked for another.
  let isOpen = true
  lines.once('close', () => {
    isOpen = false
  })
  lines.prompt()
  for await (const line of lines) {
    const typed = readLine(line, buttons)
    if (typed.type === 'quit') break
    if (typed.type === 'request') {
      const abilities = readAbilities(output, env)
      const { pageSize } = abilities
      const first = await handle({ conversationId: CONVERSATION_ID, content: typed.content, pageSize })
      const reply = await followReply(first, output)
      // A reply without buttons, such as one posting, leaves those of the list above it in force.
      buttons = replaceButtons(buttons, buttonsOf(reply))
      output.write(`\n${renderReply(reply, { ...abilities, canPress: true })}\n`)
    }
    if (isOpen) lines.prompt()
  }
  lines.close()
}
