import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import type { Token } from '../tokenize.ts'
import type { AskForm } from './detail-ask.ts'

const LEAD_INS = createPhraseTable(
  phrasesOf(
    'hi|hey|hello|please|so|and|ok|okay|well|also|btw|by the way|um|rolecall|can you tell me|could you tell me|tell me|do you know|i want to know|i would like to know|id like to know|just wondering|wondering|i wonder|im wondering|quick question|question|any idea|do you happen to know|curious|im curious|let me know|can i ask|may i ask|please tell me|if|whether|then|but|yo|show me|give me|find me|find out|remind me|say|in the last one|for example',
    true,
  ),
)
const YES_NO = new Set(
  'is are does do did can could will would must should has have am may isnt arent doesnt dont wont wouldnt cant any need was were ist sind gibt hat braucht brauche muss kann darf wird'.split(
    ' ',
  ),
)
const ASKING = new Set(
  'what whats which who whos whom whose when whens where wheres why how hows was wer wie wo wann welche welcher welches wieviel'.split(
    ' ',
  ),
)
const AMOUNTS = createPhraseTable(
  phrasesOf(
    'how many|how much|how long|how big|how large|how often|what percentage|what percent|what is the size|how old|how far|whats the size|how high|how generous|number of|wie viele|wie viel|wieviel|wie hoch|wie lange|wie oft|wie gross',
    true,
  ),
)

/** "until when", "to whom", "in which city". */
const PREPOSITIONS = new Set(
  'until by since for at in on to with from under of till bis ab seit in mit'.split(' '),
)

/** How a question opens. */
export interface Opening {
  readonly form: AskForm
  /** The first token after the words of courtesy. */
  readonly at: number
}

/** Reads how a question opens; null where the first words ask nothing: "netflix parental leave". */
export function readOpening(tokens: readonly Token[]): Opening | null {
  let at = 0
  for (let lead = LEAD_INS.find(tokens, at); at < tokens.length; lead = LEAD_INS.find(tokens, at)) {
    const isSign = tokens[at]?.type === 'sign'
    if (!lead && !isSign) break
    at += isSign ? 1 : (lead?.count ?? 1)
  }
  // "at Netflix, is there on-call?", "for the second one: what is the pay?"
  const later = tokens.findIndex(
    (token, i) => i > at && /^[,:–-]$/.test(tokens[i - 1]?.text ?? '') && isOpener(token),
  )
  const isAfterPreposition = PREPOSITIONS.has(tokens[at]?.key ?? '') && ASKING.has(tokens[at + 1]?.key ?? '')
  const start = isOpener(tokens[at]) ? at : isAfterPreposition ? at + 1 : later
  if (start < 0) return null
  const amount = tokens.some((_, i) => i >= start && i <= start + 2 && AMOUNTS.find(tokens, i) !== null)
  if (amount) return { form: 'amount', at: start }
  return { form: YES_NO.has(tokens[start]?.key ?? '') ? 'yes-no' : 'open', at: start }
}

function isOpener(token: Token | undefined): boolean {
  return token !== undefined && (YES_NO.has(token.key) || ASKING.has(token.key))
}
