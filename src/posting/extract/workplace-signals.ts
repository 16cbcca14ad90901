import { listPattern } from '../list-pattern.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import { type ScreenedPattern, screenPattern } from '../screen/screen-pattern.ts'
import { FOREIGN_WORKPLACE_RULES, SPEAKS_OF_FOREIGN_WORKPLACE } from './foreign-workplace-rules.ts'
import type { WorkplaceSignal } from './workplace-rule.ts'
import { WORKPLACE_RULES } from './workplace-rules.ts'

/** A sentence that lets one choose between remote work and an office. */
const CHOICES: readonly ScreenedPattern[] = [
  /\b(?:remote(?:ly)?|from home|anywhere)\b.{0,60}(?:\bor\b|\/|\bboth\b).{0,60}\b(?:hybrid|on-?site|in[- ]?(?:the |our |an? )?(?:\w+ )?office|in[- ]person|office)\b/i,
  /\b(?:hybrid|on-?site|office(?:-based)?|in[- ]person|in[- ]office)\b.{0,60}(?:\bor\b|\/).{0,60}\b(?:remote(?:ly)?|from home|anywhere)\b/i,
  listPattern({
    words: [
      String.raw`\b(?:hybrid|office)\b.{0,30}\b(?:and (?:fully? )?remote|(?:and )?open to remote)\b`,
      String.raw`\b(?:both remote and (?:in[- ]person|on-?site|hybrid)|remote and hybrid (?:work )?(?:opportunit|option|work|model))`,
    ],
  }),
  /\b(?:soit de la maison ou|entweder remote oder|remote oder (?:von|vor|im)|remote o presencial|zdalnie lub)\b/i,
].map(screenPattern)
/** What makes a choice one of the job. */
const OF_WORK =
  /\b(?:role|position|job|work|works|working|options?|model|candidates?|opportunit\w+|choose|choice|flexib\w+|based|you can|schedules?|location|arbeiten|travail\w*)\b/i
/** Rules of the office that hold only for those who live near one. */
const CONDITIONAL = screenPattern(
  listPattern({
    words: [
      String.raw`\b(?:for|if)\b(?: \w+){0,3} (?:those|candidates?|employees|team members|applicants|you|staff|people|colleagues|anyone)\b.{0,60}\b(?:in|near|within|nearb?y|nerby|around|live|local|located|residing|situated)\b`,
      String.raw`\bif (?:you|near|located|based)\b|\bwithin \d+ ?(?:-?miles?|kms?\b|kilomet|minutes)`,
      String.raw`\bresiding within\b`,
    ],
  }),
)
const OPTIONAL =
  /\b(?:optional|option|choose|choice|up to you|encourag\w*|welcome|if you|as many|can work|opportunity to|like to|prefer|some activities|occasional\w*)\b.{0,60}$/i
/** Talk of technology, teams or customers. */
const NO_WORKPLACE = screenPattern(
  listPattern({
    words: [
      String.raw`\bhybrid[- ]?(?:cloud|multi|apps?|in-app|sdks?|mobile|games?|publisher|architecture|infrastructure|aws|azure|deploy|search|casual|or on-?prem|\/on-?prem|and on-?prem|models, and)`,
      String.raw`\b(?:cloud|on-?prem\w*|scrum|agile)(?:,|, and| and| or|\/)+ ?hybrid\b`,
      String.raw`\bremote (?:control|sens|access|desktop|procedure|teams?\b|stipend|workplace stipend|method|debug|server|data|patient)`,
      String.raw`\bhome office (?:stipend|set-?up|equipment|budget|support)|\btravel\w* .{0,20}\d+ ?%`,
      String.raw`\d+ ?% .{0,20}\btravel|virtual .?on-?site`,
      String.raw`\b\d+ ?% of (?:our |the |all )?(?:\w+ ){0,3}(?:team|employees|staff|members)`,
      String.raw`\b(?:lunch|lunches|snacks?|breakfast|coffee|fruit|meals?|drinks|massages?|yoga)\b`,
      'on-?site (?:interview|gym|chef|visits?|child|fitness)',
    ],
  }),
)

/** A sentence without any of these words says nothing of the workplace. */
const MENTION = screenPattern(
  listPattern({
    before: String.raw`\b`,
    words: [
      String.raw`remot|hybr|híbr|ibrid|on-?site|site\b|in-|office|büro|bureau|oficina|escritório`,
      'kantoor|hoofdkantoor|biur|home|telecomm|tele?trab|télétrav|trabalho|zdaln|thuis',
      String.raw`anywhere|li-|plant\b|labs?\b|workshop|studio|building\b|warehouse|factory|premises`,
      String.raw`floor|come in|locatie|locaux|uns\b|ons\b|ufficio|sede\b|salas|vor ort|présentiel`,
      String.raw`presencial|in (?:person|presenza)|stacjonarn|headquarters|hubs?\b|maison|kontor`,
      String.raw`på plats|distan|afstand|huis|präsenz|présence|mobil|travail hybride|schedule\b`,
    ],
  }),
)

const OFFER: WorkplaceSignal = { workplace: 'remote', strength: 'offer' }

const NEGATED = /\b(?:no|not|never|without|isn.t|cannot|can.t)\b.{0,30}$/i

/** What a matched rule says in its sentence: one may be free to follow it, or it may be denied. */
function weighRule({ workplace, strength }: WorkplaceSignal, before: string): WorkplaceSignal {
  if (workplace === 'remote')
    return NEGATED.test(before) ? { workplace: 'onsite', strength: 'company' } : { workplace, strength }
  return { workplace, strength: OPTIONAL.test(before) ? 'company' : strength }
}

/** What the rules that bind speak of: days, shares of the time, or that it is wholly so. */
const SPEAKS_OF_DAYS = screenPattern(
  listPattern({
    words: [
      String.raw`da[yg]|tage|jour|\/ ?sem|d[ií]as?\b|dni|giorni|week|times?\b|once|twice|%|fully|strictly`,
      String.raw`monday|woch|codziennie|täglich|\b(?:lun|mar|mercre|jeu|vendre)di|lunes|martes`,
      'miércoles|jueves|viernes|mittwoch|segunda|terça|quarta|quinta|sexta|poniedział|wtor',
      'śro|czwart|piąt|lunedì|martedì|mercoledì|giovedì|venerdì',
    ],
  }),
)

const OF_CULTURE = screenPattern(/\bculture\b/i)

function readRules(sentence: string): readonly WorkplaceSignal[] {
  const isOfDays = SPEAKS_OF_DAYS.test(sentence)
  const rules = SPEAKS_OF_FOREIGN_WORKPLACE.test(sentence)
    ? [...WORKPLACE_RULES, ...FOREIGN_WORKPLACE_RULES]
    : WORKPLACE_RULES
  const signals: WorkplaceSignal[] = []
  for (const rule of rules) {
    if (rule.strength === 'rule' && !isOfDays) continue
    const match = rule.pattern.exec(sentence)
    if (match !== null) signals.push(weighRule(rule, sentence.slice(0, match.index)))
  }
  return signals
}

/**
 * Reads what a sentence says of where the work is done; a choice that includes remote work is an offer of it.
 * @example readWorkplaceSignals('You are in our office three days a week.') // [{ workplace: 'hybrid', strength: 'role' }]
 */
export const readWorkplaceSignals: (sentence: string) => readonly WorkplaceSignal[] =
  rememberByPassage(readSignals)

function readSignals(sentence: string): readonly WorkplaceSignal[] {
  if (sentence.length > 1000 || !MENTION.test(sentence) || NO_WORKPLACE.test(sentence)) return []
  if (OF_CULTURE.test(sentence))
    return readRules(sentence).map(signal => ({ ...signal, strength: 'company' }))
  if (CHOICES.some(choice => choice.test(sentence)) && OF_WORK.test(sentence)) return [OFFER]
  const signals = readRules(sentence)
  if (!CONDITIONAL.test(sentence)) return signals
  return signals.filter(signal => signal.workplace === 'remote')
}
