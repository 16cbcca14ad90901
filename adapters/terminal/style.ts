import { styleText } from 'node:util'
import type { SpanStyle, TextSpan } from '../../src/reply.ts'

/** What the terminal can do. */
export interface TerminalAbilities {
  readonly columns: number
  /** How many postings fit the screen. */
  readonly pageSize: number
  readonly hasColour: boolean
  readonly hasLinks: boolean
  /** True in a chat, where a letter presses a button; else the words that do the same are shown. */
  readonly canPress: boolean
}

type Format = Parameters<typeof styleText>[0]

const FORMATS: Readonly<Record<SpanStyle, Format | null>> = {
  plain: null,
  strong: 'bold',
  muted: 'dim',
  good: 'green',
  warning: 'yellow',
  code: 'cyan',
}

const ESCAPE = '\u001b'

/** Takes out what could steer a terminal or reverse the reading direction; line breaks become spaces. */
export function sanitize(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
}

/** Styles a stretch of text, as a link where the terminal knows links. */
export function renderSpan(span: TextSpan, abilities: TerminalAbilities): string {
  const text = paint(sanitize(span.text), FORMATS[span.style], abilities)
  return span.url === undefined ? text : renderLink(text, span.url, abilities)
}

/** Colours a text; unchanged where the terminal has no colour. */
export function paint(text: string, format: Format | null, abilities: TerminalAbilities): string {
  return format === null || !abilities.hasColour ? text : styleText(format, text, { validateStream: false })
}

/** Makes a text a link (OSC 8); unchanged where the terminal knows no links. */
export function renderLink(text: string, url: string, abilities: TerminalAbilities): string {
  if (!abilities.hasLinks) return text
  const target = sanitize(url).replace(/[^\x21-\x7e]/g, encodeURIComponent)
  return `${ESCAPE}]8;;${target}\u0007${text}${ESCAPE}]8;;\u0007`
}
