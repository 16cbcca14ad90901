import { makeRules, type WorkplaceRule } from './workplace-rule.ts'
import {
  A_WEEK,
  ALL_DAYS,
  AT_OUR_PREMISES,
  AT_PREMISES,
  alone,
  FOREIGN_PREMISES,
  LABEL,
  ON_SITE,
  ROLE,
  SOME_DAYS,
  SOME_TIMES,
  WEEKDAY,
  WORD,
} from './workplace-words.ts'

const HYBRID = '(?:hybrid|híbrid[oa]|hybride|hybrydow\\w+|ibrid[oa])'
const REMOTE = '(?:remote|remoto|remota|zdaln\\w+)'
const HOME = '(?:home ?-?office|télétravail|teletrabajo|teletrabajas?|thuis\\w*|zdaln\\w*|smart working)'
const TO_BE = '(?:come|comes|coming|meets?|are|is|be|expected|spend|works?|required|join|vienes?|vas)'

const HYBRID_DAYS = makeRules('hybrid', 'rule', [
  `\\b${SOME_TIMES}${A_WEEK}\\b.{0,60}${AT_PREMISES}`,
  `${AT_PREMISES}\\b.{0,80}\\b${SOME_TIMES}${A_WEEK}\\b`,
  `\\b${SOME_DAYS} (?:${WORD} ){0,3}?${AT_PREMISES}\\b`,
  `${AT_PREMISES}\\b.{0,25}\\b(?:once|twice|(?:at least|a minimum of) ${SOME_DAYS})`,
  `\\b(?!(?:five|5|all|every) )${WORD} days? .{0,20}\\b(?:at|from) home\\b`,
  `\\b\\d{2} ?% .{0,40}(?:in the office|\\bon[- ]?site(?! (?:travel|visit|customer|client)))`,
  `\\b[1-4] ?(?:tagen?|jours?|días?|dias?|dagen|dni)\\b.{0,30}\\b(?:${HOME}|${FOREIGN_PREMISES})`,
  `${AT_PREMISES}\\b.{0,60}\\b(?:${WEEKDAY})(?:, | and | & | to | or | und | et | y | e | i |,? (?:bis|au|a) )(?:le |los |il )?(?:${WEEKDAY})`,
  `\\b(?:${WEEKDAY})(?:, | and | & | to | und | et | y | e | i )(?:le |los |il )?(?:${WEEKDAY})\\b.{0,60}${AT_PREMISES}`,
  `${AT_PREMISES}\\b.{0,40}\\bon ${SOME_DAYS}\\b`,
  `\\b${TO_BE}\\b.{0,30}${AT_PREMISES}\\b.{0,30}\\b(?:on|every) (?:${WEEKDAY})`,
  `\\bcome in (?:on|every) (?:${WEEKDAY})`,
])

const HYBRID_NAMES = makeRules('hybrid', 'role', [
  `\\b(?:this|the|our) (?:${WORD} ){0,2}?${ROLE} (?:is|will be|offers|requires|follows|has|operates) (?:${WORD} ){0,3}?${HYBRID}\\b(?! (?:cloud|app|infra))`,
  `\\b(?<!\\bin this )${HYBRID}(?:/on-?site)? (?:${WORD} )?${ROLE}\\b`,
  '\\bhybrid (?:work(?:ing)? )?schedule\\b',
  '\\bhybrid work(?:ing)?(?: arrangement)? (?:from|in|at)\\b(?! (?:these|those|which|some|many|most|several))',
  '\\b(?:for|in|commitment to|part of) (?:our|a|the|an?) hybrid (?:work(?:ing)? )?(?:model|arrangement|set-?up)',
  alone(HYBRID),
  `${LABEL}${HYBRID}\\b`,
  '\\b(?:hybrides? arbeit\\w*|(?<!politique de )travail hybride|(?:modalidad|modelo|trabajo|trabalho|regime|esquema) híbrid[oa]|hybride werken|(?:praca|model) hybrydow\\w+|(?:lavoro|modalità) ibrid[oa])',
])

const HYBRID_TALK = makeRules('hybrid', 'company', [
  '\\bhybrid (?:work|working|workplace|office|model|environment|approach|policy|set-?up|team|workforce)\\b|\\bwork(?:s|ing)? (?:in a )?hybrid (?:way|mode|fashion)\\b|#? ?LI-(?:hybrid|HY1)\\b',
])

const ON_SITE_DAYS = makeRules('onsite', 'rule', [
  `\\b${ALL_DAYS},? (?:${WORD} ){0,3}?${AT_PREMISES}`,
  `${AT_PREMISES}\\b.{0,30}\\b${ALL_DAYS}`,
  `\\b(?:every (?:working |single )?day|daily) (?:${WORD} ){0,3}?${AT_OUR_PREMISES}|${AT_OUR_PREMISES},? (?:every (?:working |single )?day|daily)\\b`,
  `\\b(?:fully|100 ?%|strictly|5x/week) ${ON_SITE}\\b`,
])

const ON_SITE_NAMES = makeRules('onsite', 'role', [
  `\\b(?:this|the) (?:${WORD} ){0,2}?${ROLE} (?:is|will be|requires|must be)(?: being)? (?:${WORD} ){0,4}?${ON_SITE}\\b(?! (?:travel|visit|customer|client))`,
  `\\b(?:full-time,? |fully |100% )?${ON_SITE} ${ROLE}\\b`,
  `\\b(?:based|work(?:ing)?|employees?) (?:fully |100% |full[- ]time )?${ON_SITE} (?:in|at|from)\\b(?! (?:customer|client))`,
  `\\b(?:all|everything|shifts|work|job|role)\\b.{0,30}\\b(?:happens?|takes? place|is done|are done|is performed|is carried out)\\b.{0,10}\\b(?:on[- ]?site|(?:in|at|on) (?:the|our) (?:${WORD} ){0,3}?(?:office|plant|lab|floor|building|workshop|warehouse|factory))`,
  '\\b(?:not|no|isn.t|without) (?:a |an |currently |possible )?(?:remote (?:role|position|job|work|option)|remotely)\\b|\\bremote (?:work )?is not (?:possible|available|an option|offered)|\\b(?:no|not|cannot|can.t) (?:\\w+ ){0,4}?(?:work(?:ed|ing)?|done) (?:from home|remotely)',
  alone('(?:on[- ]?site|presencial|vor ort|présentiel|stacjonarnie)'),
  `${LABEL}(?:on[- ]?site|presencial|vor ort|présentiel)\\b`,
  '\\b(?:100 ?% (?:en )?présentiel|trabajo presencial|modalidad presencial|trabalho presencial|(?:sempre|totalmente|100 ?%|regime) presencial|praca stacjonarna|(?:ausschließlich|vollständig|komplett|nur) vor ort|in presenza)',
])

const ON_SITE_TALK = makeRules('onsite', 'company', [
  '#? ?LI-on-?site\\b',
  '\\bon[- ]?site,? (?:in|at) (?:the|our|an?) (?!(?:customer|client|event|conference|gym|time|user))',
  '(?:, |\\bwork )on[- ]?site[.,;]?$',
  '\\bwe work on[- ]?site\\b(?! (?:with|at) (?:customer|client))',
])

const REMOTE_NAMES = makeRules('remote', 'role', [
  `\\b(?:this|the) (?:${WORD} ){0,3}?(?:${ROLE}|work) (?:is|will be|can be|may be|offers|operates)(?: done| performed| worked| eligible for)? (?:${WORD},? ){0,4}?(?:remote(?:ly)?|from home)\\b`,
  '\\b(?:fully|100 ?%|completely|entirely|permanently|full)[- ]?remote(?:ly)?\\b(?!(?: or)? (?:roles|employees|team|compan|organi|workforce|start-?up|worker|environment|culture|setting))',
  `\\bremote(?:[- ]eligible|, ${WORD})? ${ROLE}\\b(?! is not)`,
  '\\b(?:remote nature of|telecommut(?:e|ing) (?:is |may be |opportunity|permitted|allowed|available)|work remotely from|working remotely from|work(?:ing)? from home (?:up to )?(?:5 days|full)|work from anywhere|remote within|work (?:to be |is |will be )?(?:performed|done) (?:at|from) (?:a |your )?home)\\b',
  `${alone(REMOTE)}|^[^a-z0-9à-öø-ÿ]{0,4}remote (?:in|within|from|anywhere)\\b|#? ?LI-remote\\b`,
  `${LABEL}(?:${REMOTE}|work from home|wfh)\\b`,
  `\\b(?:100 ?% (?:${HOME}|${REMOTE})|télétravail (?:complet|total|à 100)|vollständig remote|volledig (?:remote|thuis)|(?:trabajo|trabalho) (?:100 ?% )?remoto|praca (?:w pełni |100% )?zdalna|w pełni zdaln\\w+|completamente da remoto|full remote)`,
])

const REMOTE_TALK = makeRules('remote', 'company', [
  `\\bremote[- ](?:first|friendly|only|native)\\b|\\bfully[- ]?(?:remote|distributed)\\b|\\b(?:flexibility of|option (?:of|for|to)|possibility of|opportunity to|allow employees to|able to|free(?:dom)? to|choose to) (?:work(?:ing)? )?(?:remote(?:ly)?|from home)\\b|\\bremote work(?:ing)? (?:option|possible|available|flexib|opportunit|is (?:possible|available))|\\bwork(?:ing)? (?:fully )?remotely\\b|\\bremote or\\b|\\bor remote\\b|\\b(?:${HOME}) (?:möglich|possible|posible|możliw\\w+|mogelijk)`,
])

/** Every rule; a sentence may match several. */
export const WORKPLACE_RULES: readonly WorkplaceRule[] = [
  ...HYBRID_DAYS,
  ...ON_SITE_DAYS,
  ...HYBRID_NAMES,
  ...HYBRID_TALK,
  ...ON_SITE_NAMES,
  ...ON_SITE_TALK,
  ...REMOTE_NAMES,
  ...REMOTE_TALK,
]
