/** How a stretch of text is meant; platforms choose how to show it, and must stay readable without colour. */
export type SpanStyle = 'plain' | 'strong' | 'muted' | 'good' | 'warning' | 'code'

/** A stretch of text of one style, perhaps a link. Text is plain: adapters escape it. */
export interface TextSpan {
  readonly text: string
  readonly style: SpanStyle
  /** http(s) only. */
  readonly url?: string
}

/** What a line of text is for; `receipt` is how the question was read, `hint` is what to try next. */
export type TextRole = 'receipt' | 'heading' | 'body' | 'hint' | 'quote' | 'problem'

export interface TextBlock {
  readonly type: 'text'
  readonly role: TextRole
  readonly spans: readonly TextSpan[]
}

/** A posting in short. Every value is ready to be read; null means that the line is left out. */
export interface PostingCard {
  readonly type: 'posting'
  /** Its number in the list, for "show 2". */
  readonly number: number
  readonly postingId: string
  readonly title: string
  readonly url: string | null
  readonly company: string | null
  readonly pay: string | null
  readonly place: string | null
  /** "posted 3 days ago", or that no date is stated. */
  readonly age: string
  readonly sourceName: string
  readonly isSample: boolean
  /** Why it matched, in words. */
  readonly reasons: readonly string[]
  /** What a reader should be wary of: ranges that cross the ask, contradictions. */
  readonly caveats: readonly string[]
}

/** Labelled values of one thing. */
export interface FactsBlock {
  readonly type: 'facts'
  readonly facts: readonly { readonly label: string; readonly value: string }[]
}

/** What a button does, or what a person's words ask for. */
export type Action =
  | { readonly type: 'search'; readonly question: string; readonly offset: number }
  | { readonly type: 'show'; readonly postingId: string }
  | { readonly type: 'help' }

export interface Button {
  readonly label: string
  /** The words that do the same where nothing can be pressed. */
  readonly words: string
  /** Short key of the action in the store; what a press sends back. */
  readonly key: string
}

export interface ButtonsBlock {
  readonly type: 'buttons'
  readonly buttons: readonly Button[]
}

export type ReplyBlock = TextBlock | PostingCard | FactsBlock | ButtonsBlock

/** The answer of the bot as platform-neutral blocks. */
export interface Reply {
  readonly blocks: readonly ReplyBlock[]
}

/** A line of text in one style. */
export function textBlock(role: TextRole, ...spans: readonly (TextSpan | string)[]): TextBlock {
  return { type: 'text', role, spans: spans.map(span => (typeof span === 'string' ? plain(span) : span)) }
}

/** Unstyled text. */
export function plain(text: string): TextSpan {
  return { text, style: 'plain' }
}

/** Text in a style. */
export function styled(style: SpanStyle, text: string): TextSpan {
  return { text, style }
}
