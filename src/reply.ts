/** How a stretch of text is meant; platforms choose how to show it, and must stay readable without colour. */
export type SpanStyle = 'plain' | 'strong' | 'muted' | 'good' | 'warning' | 'code'

/** A stretch of text of one style, perhaps a link. Text is plain: adapters escape it. */
export interface TextSpan {
  readonly text: string
  readonly style: SpanStyle
  /** http(s) only. */
  readonly url?: string
  /** Whom or which channel the text stands for, where a platform can show the name instead. */
  readonly names?: Named
}

/** A person or channel of a platform, by the id that it has there. */
export interface Named {
  readonly kind: 'member' | 'channel'
  readonly platform: string
  readonly id: string
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
  /** What became of it since it was shown first, such as "closed on 3 May"; absent while it is as it was. */
  readonly outcome?: string
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

export interface Button {
  readonly label: string
  /** The words that do the same where nothing can be pressed. */
  readonly words: string
  /** Short key of the action in the store; what a press sends back. */
  readonly key: string
  /** True where the press is answered by a form, which some platforms must know beforehand. */
  readonly opensForm?: true
  /** The step that most people take next, or one that cannot be taken back; absent for any other. */
  readonly weight?: 'primary' | 'danger'
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

/** Something that a form asks for; what is sent back stands under its name. */
export type FormField = TextField | ChoiceField | ChannelsField

interface FieldBase {
  readonly name: string
  readonly label: string
  /** What to know before filling it in; null where the label says it all. */
  readonly hint: string | null
  readonly isRequired: boolean
}

/** A line of text, or several. */
export interface TextField extends FieldBase {
  readonly type: 'text'
  readonly value: string
  readonly isLong: boolean
}

/** One of several values, or any number of them. */
export interface ChoiceField extends FieldBase {
  readonly type: 'choice'
  readonly options: readonly { readonly label: string; readonly value: string }[]
  /** Those that are chosen already. */
  readonly chosen: readonly string[]
  readonly isMultiple: boolean
}

/** Channels of the server or workspace, by the platform's own ids. */
export interface ChannelsField extends FieldBase {
  readonly type: 'channels'
  readonly chosen: readonly string[]
}

/** Asks for at most five things; only ever the single block of a reply. */
export interface FormBlock {
  readonly type: 'form'
  /** What sending it back is for. */
  readonly key: string
  readonly title: string
  /** On the button that sends it. */
  readonly submit: string
  readonly fields: readonly FormField[]
}

/** What was filled into a form, by the names of its fields; a field left empty has no values. */
export type FormValues = Readonly<Record<string, readonly string[]>>

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
  /** What takes the place of this reply while long work goes on, the last of them for good. */
  readonly updates?: AsyncIterable<Reply>
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
