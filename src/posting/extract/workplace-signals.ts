import type { Workplace } from '../vocabulary.ts'

/**
 * What a sentence says of the workplace. `rule`: a number of office days, which binds. `role`: of this job. `offer`: one may choose it.
 * `company`: of the company or by a bare tag; counts only where nothing else is said.
 */
export type SignalStrength = 'rule' | 'role' | 'offer' | 'company'

export interface WorkplaceSignal {
  readonly workplace: Workplace
  readonly strength: SignalStrength
}

interface SignalRule extends WorkplaceSignal {
  readonly pattern: RegExp
}

const DAY_COUNT =
  '(?:\\d|one|two|three|four|a few|several|some)(?: ?(?:-|–|to|or) ?(?:\\d|three|four|five))?(?: or more)?(?: \\(\\d\\))?'
const WEEKLY = '(?:a|per|each|every|/|in a|of the) ?(?:work ?)?week'
const OFFICE =
  '(?:in[- ](?:the |our |an )?(?:\\w+ ){0,3}?(?:office|hub|hq|headquarters)|in[- ]office|in[- ]person|on-?site|at (?:the|our) (?:\\w+,? ){0,4}?(?:office|headquarters|hq)|from (?:the|our|one of our|an) (?:\\w+ ){0,3}?(?:offices?|headquarters|hubs?)|office)'
const ROLE = '(?:role|position|job|opportunity|vacancy|contract|internship|stelle|poste|puesto|vaga)'
const ON_SITE = '(?:on-?site|in[- ]office|in[- ]person|office[- ]based)'

const rule = (workplace: Workplace, strength: SignalStrength, source: string): SignalRule => ({
  workplace,
  strength,
  pattern: new RegExp(source, 'iu'),
})

const RULES: readonly SignalRule[] = [
  // Days in the office
  rule(
    'hybrid',
    'rule',
    `\\b${DAY_COUNT}(?:[- ]times?| days?)(?:/| (?:\\w+ ){0,2}?)(?:${WEEKLY}|week)\\b.{0,60}\\b${OFFICE}\\b`,
  ),
  rule(
    'hybrid',
    'rule',
    `\\b${OFFICE}\\b.{0,80}\\b${DAY_COUNT}(?:[- ]times?| days?)(?:/| (?:\\w+ ){0,2}?)(?:${WEEKLY}|week)\\b`,
  ),
  rule('hybrid', 'rule', `\\b${DAY_COUNT} days? (?:\\w+ ){0,3}?${OFFICE}\\b`),
  rule(
    'hybrid',
    'rule',
    `\\b(?:in|into|from|at) the office (?:at least |a minimum of |every |on |up to )?(?:\\w+ ){0,3}?(?:${DAY_COUNT} (?:days?|times)|once|twice|mondays?|tuesdays?|wednesdays?|thursdays?)`,
  ),
  rule('hybrid', 'rule', `\\b\\d{2} ?% .{0,40}\\b(?:in the office|on-?site)`),
  rule(
    'hybrid',
    'rule',
    '\\b\\d ?(?:tage?|jours?|días?|dias?|dagen|dni)\\b.{0,30}\\b(?:home ?-?office|büro|vor ort|télétravail|bureau|présentiel|teletrabajo|oficina|presencial(?:es)?|escritório|thuis\\w*|kantoor|zdaln\\w*|biur\\w*)',
  ),
  // Hybrid by name
  rule(
    'hybrid',
    'role',
    `\\b(?:this|the|our) (?:\\w+ ){0,2}?${ROLE} (?:is|will be|offers|requires|follows|has|operates) (?:\\w+ ){0,3}?hybrid\\b(?! (?:cloud|app|infra))`,
  ),
  rule('hybrid', 'role', `\\b(?<!\\bin this )hybrid(?:/on-?site)? (?:\\w+ )?${ROLE}\\b`),
  rule('hybrid', 'role', '\\bhybrid (?:work(?:ing)? )?schedule\\b'),
  rule(
    'hybrid',
    'role',
    '\\bhybrid work(?:ing)?(?: arrangement)? (?:from|in|at)\\b(?! (?:these|those|which|some|many|most|several))',
  ),
  rule(
    'hybrid',
    'role',
    '\\b(?:for|in|commitment to|part of) (?:our|a|the|an?) hybrid (?:work(?:ing)? )?(?:model|arrangement|set-?up)',
  ),
  rule('hybrid', 'role', '^\\W{0,4}hybrid\\b(?=\\W*$|,| ?[-–(:])|\\( ?hybrid ?\\)'),
  rule(
    'hybrid',
    'role',
    '\\b(?:location|work ?place|work(?:ing)? (?:model|arrangement|type|mode)|job type)\\b[^:]{0,20}: ?(?:[\\w\\s,.]{0,40}\\W)?hybrid\\b',
  ),
  rule(
    'hybrid',
    'role',
    '\\b(?:hybrides? arbeit\\w*|(?<!politique de )travail hybride|modalidad híbrida|trabajo híbrido|modelo híbrido|trabalho híbrido|hybride werken|hybrydow\\w+|lavoro ibrido|modalità ibrida)',
  ),
  rule(
    'hybrid',
    'company',
    '\\bhybrid (?:work|working|workplace|office|model|environment|approach|policy|set-?up|team|workforce)\\b|#? ?LI-(?:hybrid|HY1)\\b',
  ),
  // On site
  rule(
    'onsite',
    'role',
    `\\b(?:this|the) (?:\\w+ ){0,2}?${ROLE} (?:is|will be|requires|must be)(?: being)? (?:\\w+ ){0,4}?${ON_SITE}\\b(?! (?:travel|visit|customer|client))`,
  ),
  rule('onsite', 'role', `\\b(?:full-time,? |fully |100% )?${ON_SITE} ${ROLE}\\b`),
  rule(
    'onsite',
    'role',
    `\\b(?:based|work(?:ing)?|employees?) (?:fully |100% |full[- ]time )?${ON_SITE} (?:in|at|from)\\b(?! (?:customer|client))`,
  ),
  rule(
    'onsite',
    'role',
    `\\b(?:fully|100%|strictly|five days a week|5 days (?:a|per) week|5x/week) ${ON_SITE}\\b`,
  ),
  rule(
    'onsite',
    'role',
    `\\b(?:five|5) days? (?:\\w+ ){0,3}?(?:${WEEKLY} )?${OFFICE}\\b|\\b${OFFICE} (?:five|5) days`,
  ),
  rule(
    'onsite',
    'role',
    '\\b(?:not|no|isn.t|without) (?:a |an |currently |possible )?(?:remote (?:role|position|job|work|option)|remotely)\\b|\\bremote (?:work )?is not (?:possible|available|an option|offered)',
  ),
  rule(
    'onsite',
    'role',
    '\\b(?:location|work ?place|work(?:ing)? (?:model|arrangement|type|mode)|job type)\\b[^:]{0,20}: ?(?:[\\w\\s,.]{0,40}\\W)?on-?site\\b',
  ),
  rule('onsite', 'role', '^\\W{0,4}on-?site\\b(?=\\W*$|,| ?[-–(:])|\\( ?on-?site ?\\)'),
  rule(
    'onsite',
    'role',
    '\\b(?:100 ?% présentiel|trabajo presencial|modalidad presencial|trabalho presencial|praca stacjonarna|ausschließlich vor ort|in presenza)',
  ),
  rule('onsite', 'company', '#? ?LI-on-?site\\b'),
  // Remote
  rule(
    'remote',
    'role',
    `\\b(?:this|the) (?:\\w+ ){0,3}?(?:${ROLE}|work) (?:is|will be|can be|may be|offers|operates)(?: done| performed| worked| eligible for)? (?:\\w+,? ){0,4}?(?:remote(?:ly)?|from home)\\b`,
  ),
  rule(
    'remote',
    'role',
    `\\b(?:fully|100 ?%|completely|entirely|permanently|full)[- ]?remote(?:ly)?\\b(?!(?: or)? (?:roles|employees|team|compan|organi|workforce|start-?up|worker|environment|culture|setting))`,
  ),
  rule('remote', 'role', `\\bremote(?:[- ]eligible|, \\w+)? ${ROLE}\\b(?! is not)`),
  rule(
    'remote',
    'role',
    '\\b(?:remote nature of|telecommut(?:e|ing) (?:is |may be |opportunity|permitted|allowed|available)|work remotely from|working remotely from|work(?:ing)? from home (?:up to )?(?:5 days|full)|work from anywhere|remote within)\\b',
  ),
  rule(
    'remote',
    'role',
    '^\\W{0,4}remote\\b(?=\\W*$|,| ?[-–(:]| (?:in|within|from|anywhere)\\b)|\\( ?remote ?\\)|#? ?LI-remote\\b',
  ),
  rule(
    'remote',
    'role',
    '\\b(?:location|work ?place|work(?:ing)? (?:model|arrangement|type|mode)|job type|type of role)\\b[^:]{0,20}: ?(?:[\\w\\s,.]{0,40}\\W)?(?:remote|work from home|wfh)\\b',
  ),
  rule(
    'remote',
    'role',
    '\\b(?:100 ?% (?:home ?-?office|télétravail|teletrabajo|remoto|zdaln\\w+)|télétravail (?:complet|total|à 100)|vollständig remote|volledig remote|trabajo (?:100 ?% )?remoto|trabalho (?:100 ?% )?remoto|praca (?:w pełni |100% )?zdalna|completamente da remoto|full remote)',
  ),
  rule(
    'remote',
    'company',
    '\\bremote[- ](?:first|friendly|only|native)\\b|\\bfully[- ]?(?:remote|distributed)\\b|\\b(?:flexibility of|option (?:of|for|to)|possibility of|opportunity to|allow employees to|able to|free(?:dom)? to|choose to) (?:work(?:ing)? )?(?:remote(?:ly)?|from home)\\b|\\bremote work(?:ing)? (?:option|possible|available|flexib|opportunit|is (?:possible|available))|\\bwork(?:ing)? (?:fully )?remotely\\b|\\bremote or\\b|\\bor remote\\b|\\b(?:home ?-?office|télétravail|teletrabajo|zdalna|thuiswerken) (?:möglich|possible|posible|możliw\\w+|mogelijk)',
  ),
]

/** A sentence that lets one choose between remote work and an office. */
const CHOICES: readonly RegExp[] = [
  /\b(?:remote(?:ly)?|from home|anywhere)\b.{0,60}(?:\bor\b|\/|\bboth\b).{0,60}\b(?:hybrid|on-?site|in[- ]?(?:the |our |an? )?(?:\w+ )?office|in[- ]person|office)\b/iu,
  /\b(?:hybrid|on-?site|office(?:-based)?|in[- ]person|in[- ]office)\b.{0,60}(?:\bor\b|\/).{0,60}\b(?:remote(?:ly)?|from home|anywhere)\b/iu,
  /\b(?:hybrid|office)\b.{0,30}\b(?:and (?:fully? )?remote|(?:and )?open to remote)\b|\b(?:both remote and (?:in[- ]person|on-?site|hybrid)|remote and hybrid (?:work )?(?:opportunit|option|work|model))/iu,
  /\b(?:soit de la maison ou|entweder remote oder|remote oder (?:von|vor|im)|remote o presencial|zdalnie lub)\b/iu,
]
/** What makes a choice one of the job. */
const OF_WORK =
  /\b(?:role|position|job|work|works|working|options?|model|candidates?|opportunit\w+|choose|choice|flexib\w+|based|you can|schedules?|location|arbeiten|travail\w*)\b/iu
/** Rules of the office that hold only for those who live near one. */
const CONDITIONAL =
  /\b(?:for|if)\b(?: \w+){0,3} (?:those|candidates?|employees|team members|applicants|you|staff|people|colleagues|anyone)\b.{0,60}\b(?:in|near|within|nearb?y|nerby|around|live|local|located|residing|situated)\b|\bif (?:you|near|located|based)\b|\bwithin \d+ ?(?:-?miles?|kms?\b|kilomet|minutes)|\bresiding within\b/iu
const OPTIONAL =
  /\b(?:optional|option|choose|choice|up to you|encourag\w*|welcome|if you|as many|can work|opportunity to|like to|prefer)\b.{0,60}$/iu
/** Talk of technology, teams or customers. */
const NO_WORKPLACE =
  /\bhybrid[- ]?(?:cloud|multi|apps?|in-app|sdks?|mobile|games?|publisher|architecture|infrastructure|aws|azure|deploy|search|casual|or on-?prem|\/on-?prem|and on-?prem|models, and)|\b(?:cloud|on-?prem\w*|scrum|agile)(?:,|, and| and| or|\/)+ ?hybrid\b|\bremote (?:control|sens|access|desktop|procedure|teams?\b|stipend|workplace stipend|method|debug|server|data|patient)|\bhome office (?:stipend|set-?up|equipment|budget|support)|virtual .?on-?site|\b\d+ ?% of (?:our |the |all )?(?:\w+ ){0,3}(?:team|employees|staff|members)|on-?site (?:interview|gym|chef|visits?|child|fitness)/iu

/** A sentence without any of these words says nothing of the workplace. */
const MENTION =
  /remote|remoto|hybr|híbr|ibrid|-?site|office|büro|bureau|oficina|escritório|kantoor|biur|home|in[- ]person|telecomm|tele?trab|télétrav|zdaln|thuis|anywhere|#? ?LI-|vor ort|présentiel|presencial|presenza|stacjonarn|headquarters|\bhubs?\b|maison/iu

const OFFER: WorkplaceSignal = { workplace: 'remote', strength: 'offer' }

function readRules(sentence: string): readonly WorkplaceSignal[] {
  return RULES.flatMap(({ workplace, strength, pattern }): WorkplaceSignal[] => {
    const match = pattern.exec(sentence)
    if (match === null) return []
    const isBinding = workplace === 'remote' || !OPTIONAL.test(sentence.slice(0, match.index))
    return [{ workplace, strength: isBinding ? strength : 'company' }]
  })
}

/**
 * Reads what a sentence says of where the work is done; a choice that includes remote work is an offer of it.
 * @example readWorkplaceSignals('You are in our office three days a week.') // [{ workplace: 'hybrid', strength: 'role' }]
 */
export function readWorkplaceSignals(sentence: string): readonly WorkplaceSignal[] {
  if (sentence.length > 1000 || !MENTION.test(sentence) || NO_WORKPLACE.test(sentence)) return []
  if (/\bculture\b/i.test(sentence))
    return readRules(sentence).map(signal => ({ ...signal, strength: 'company' }))
  if (OF_WORK.test(sentence) && CHOICES.some(choice => choice.test(sentence))) return [OFFER]
  const signals = readRules(sentence)
  if (!CONDITIONAL.test(sentence)) return signals
  return signals.filter(signal => signal.workplace === 'remote')
}
