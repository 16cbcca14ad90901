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
  /** Opens everything about the posting; absent where nothing can be pressed beside a card. */
  readonly details?: Button
}

/** Labelled values of one thing. */
export interface FactsBlock {
  readonly type: 'facts'
  readonly facts: readonly { readonly label: string; readonly value: string }[]
}

/** What a button does, or what a person's words ask for. */
export type Action =
  | SearchAction
  | ShowAction
  | { readonly type: 'share'; readonly question: string; readonly offset: number }
  | { readonly type: 'edit'; readonly question: string; readonly asker?: string }
  | { readonly type: 'help' }
  | { readonly type: 'stats' }

export interface ShowAction {
  readonly type: 'show'
  readonly postingId: string
  /** The question that listed it, so that what it matches can be said; absent where there was none. */
  readonly question?: string
}

export interface SearchAction {
  readonly type: 'search'
  readonly question: string
  readonly offset: number
  /** The catalog in which `offset` was counted; absent where any will do. */
  readonly revision?: string
  /** Id of the member whose message the button is on; absent where it is anybody's. */
  readonly asker?: string
}

export interface Button {
  readonly label: string
  /** The words that do the same where nothing can be pressed. */
  readonly words: string
  /** Short key of the action in the store; what a press sends back. */
  readonly key: string
  /** True where the press is answered by a form, which some platforms must know beforehand. */
  readonly opensForm?: true
}

export interface ButtonsBlock {
  readonly type: 'buttons'
  readonly buttons: readonly Button[]
}

/** Buttons of which one is picked, for labels too long to stand side by side. */
export interface MenuBlock {
  readonly type: 'menu'
  /** What the choice is about: "Try instead". */
  readonly title: string
  readonly options: readonly Button[]
}

/** The way out to another page. */
export interface LinkBlock {
  readonly type: 'link'
  readonly label: string
  /** http(s) only. */
  readonly url: string
}

/** Asks for a line of text; only ever the single block of a reply. */
export interface FormBlock {
  readonly type: 'form'
  /** What sending it back is for. */
  readonly key: string
  readonly title: string
  readonly label: string
  readonly value: string
}

/** What a question that is being typed may become; only ever the single block of a reply. */
export interface ChoicesBlock {
  readonly type: 'choices'
  readonly choices: readonly string[]
}

export type ReplyBlock =
  | TextBlock
  | PostingCard
  | FactsBlock
  | ButtonsBlock
  | MenuBlock
  | LinkBlock
  | FormBlock
  | ChoicesBlock

/** Who sees something: the asker only, or everybody in the place. */
export type Viewers = 'asker' | 'place'

/** The answer of the bot as platform-neutral blocks. */
export interface Reply {
  readonly blocks: readonly ReplyBlock[]
  /** Absent where whoever sees the request sees the reply. */
  readonly viewers?: Viewers
  /** True where it takes the place of the message whose button was pressed, which belongs to the asker. */
  readonly isReplacement?: true
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
