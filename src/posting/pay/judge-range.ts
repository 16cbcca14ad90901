import type { SectionKind } from '../posting-text.ts'
import { isBareMoney } from './bare-money.ts'
import type { MoneyRange } from './find-ranges.ts'

/** How sure it is that a range is the pay of the role: 0 is not, 3 is said in so many words. */
export type Strength = 0 | 1 | 2 | 3

/** What surrounds a range. */
export interface Surroundings {
  readonly line: string
  readonly sectionKind: SectionKind
  /** True where the heading or the lines right before speak of pay. */
  readonly isUnderPay: boolean
}

/** Words that speak of what a job pays, in the languages of postings. */
const PAY_WORDS = new RegExp(
  `\\b(?:${[
    'salar(?:y|ies)',
    'compensation',
    'comp\\b',
    'remunerat\\w+',
    'pay(?: range| rate| scale| band)?\\b',
    'wages?',
    'base',
    'ote',
    'earn(?:ings?)?\\b',
    'ctc',
    '(?:hourly|day|daily|hiring|pay|target|market|base|hour) (?:rate|range)',
    'starting (?:at|range|rate|pay)',
    'gehalt\\w*',
    'jahres(?:brutto)?gehalt',
    'vergütung',
    '(?:stunden|brutto)lohn',
    'verdien(?:st|t|en)',
    'bezahlung',
    'brutto\\w*|bruto|bruts?|brutos',
    'entgelt',
    'rémunération|salaire|tjm',
    'salarial\\w*|sueldo|salario|retribuci\\w+|remuneraci\\w+',
    'remuneraç\\w+|salário|pagamento|faixa|bolsa(?! de estudos)',
    'salaris(?:indicatie)?|uurloon|uurtarief|maandsalaris',
    'stipendio',
    'wynagrodzeni\\w+|widełki|stawka|pensja',
    'lön|lönen|månadslön|timlön|arvode\\w*',
    'plat|mzd\\w+',
  ].join('|')})\\b|årslön|薪|年収|给与|월급|연봉`,
  'iu',
)

/** Money that is not the role's pay, where a sentence goes on with it before the amount. */
const OTHER_MONEY = [
  'raised|raising|funding|funded|invest\\w*|valu(?:ed|ation)|fund|series [a-f]',
  'revenues?|arr|turnover|sales of|worth|quota|deals?|contracts?|accounts?',
  'budget\\w*|stipend\\w*|allowance|reimburse\\w*|credit|gift|vale',
  'bonus(?:es)? (?:of|up to)|(?:sign[- ]?on|signing|referral|retention|relocation|welcome) (?:bonus|package|payment)|referral',
  'donat\\w*|match\\w*|contribut\\w*|award|prize|grant',
  'coverage|insur\\w*|cover(?:s|ed|ing)?|tuition|fertility|adoption|ubi',
  'equity (?:of|worth)|options',
  'market|industry|managing|managed|assets|customers?|patients|users|over \\d',
  'processed|processing|transactions?|payments? (?:of|worth)|pay(?:ing)? out|savings?|saved|saving',
  'wifi|internet|learning|wellness|education|development|home[- ]office|equipment|annual plan',
  'primes?|cooptation|abondement|intéressement|participation|chèques?|remise|forfait',
  'prämie|zuschuss|gutschein|bonificación|bono',
].join('|')
const OTHER_MONEY_BEFORE = new RegExp(
  `(?:\\b(?:${OTHER_MONEY})\\b[^.;:!?]{0,45}|series [a-f]\\b[^.;]{0,40}|bonus(?:es)?\\s?:?\\s?(?:\\(|of|up to)?[^.;]{0,12})$`,
  'i',
)

/** What an amount is for, right behind it: "$500 monthly towards your home office". */
const PERIOD_BETWEEN =
  '(?:(?:a|per|each|every|\\/)\\s?(?:month|mo|year|yr|annum|quarter|week)\\b\\W{0,3}|annual(?:ly)?\\b\\W{0,2}|monthly\\b\\W{0,2}|yearly\\b\\W{0,2}){0,2}'
const PURPOSES = [
  'funding|investment|series [a-f]|revenue|arr\\b|valuation|fund|assets|market|industry|transactions',
  'budget|stipend|allowance|reimburse\\w*|match\\w*|contribution|credit|spend|saving|savings|deals?',
  'bonus(?!-eligible| eligible)|variable|commissions?|sign[- ]?on|referral|prize|donation|raised',
  'equity\\b(?! \\+)|stock|shares|hsa|fsa',
  'wellness|learning|education|training|office|equipment|workspace|internet|phone|gym|coworking|travel|tuition|conferences?|books|courses|fertility',
  'customers|users|companies|employees|people|countries',
  'in (?:assets|payments|sales|savings|revenue|funding|venture)|per (?:child|employee|dependent)|you to',
].join('|')
const OTHER_MONEY_AFTER = new RegExp(
  `^[\\s)*]{0,3}(?:(?:usd|eur|cad|gbp|k|million|m|billion)\\b\\W{0,2})?${PERIOD_BETWEEN}(?:in |of |for |towards? |to (?:spend|build|use|cover|set|help)|as (?:a )?)?(?:your |the |a |an |new |total |home |personal |professional |annual |company |employer |one-time |series |health |mental |ongoing |continued |work )*(?:${PURPOSES})`,
  'i',
)

/** Judges whether a range in a line is the pay of the role. */
export function judgeRange(range: MoneyRange, around: Surroundings): Strength {
  const before = around.line.slice(Math.max(0, range.start - 170), range.start)
  const after = around.line.slice(range.end, range.end + 90)
  const hasPayWord = hasPayWords(lastSentences(before)) || hasPayWords(firstSentence(after))
  if (isOtherMoney(range, before, after, around)) return 0
  if (range.currency === null && !isMoney(range, after, hasPayWord)) return 0
  if (hasPayWord || IS_WAGE.test(around.line.slice(range.start, range.end))) return 3
  if (isHourlyPay(range, around) || OPEN_TO_TALK.test(after)) return 2
  if (isAlone(range, around.line)) return judgeAlone(range, around)
  return judgeSurroundings(range, around, before.slice(-60) + after.slice(0, 40))
}

/** Without a currency a number is money where it looks like it and words of pay, or crowns by the hour or month, say so. */
const isMoney = (range: MoneyRange, after: string, hasPayWord: boolean): boolean =>
  range.isMoneyLike &&
  isBareMoney(after) &&
  (hasPayWord || (range.period !== null && /^\s?kr\b/i.test(after)))

/** What the place of a range in the posting says, where its own sentence does not. */
function judgeSurroundings(range: MoneyRange, around: Surroundings, near: string): Strength {
  if (around.isUnderPay || around.sectionKind === 'pay') return range.isRange || range.period !== null ? 2 : 1
  if (range.period !== null && range.currency !== null && EMPLOYMENT.test(near)) return 2
  if (around.sectionKind === 'company' || around.sectionKind === 'legal') return 0
  if (!range.isRange) return isYearlyPay(range, around) ? 1 : 0
  return range.isMoneyLike || range.period !== null ? 1 : 0
}

/** Pay stands beside the kind of employment: "€1,200 a month, full time". */
const EMPLOYMENT = /\b(?:full[- ]?time|part[- ]?time|vollzeit|teilzeit|temps plein|tiempo completo)\b/i

/** "18 LPA" counts lakhs of pay a year. */
const IS_WAGE = /lpa$/i

const NOT_OF_THE_ROLE: ReadonlySet<SectionKind> = new Set(['benefits', 'company', 'legal'])

/** Money for an hour is a wage, wherever it is said of the role. */
const isHourlyPay = (range: MoneyRange, around: Surroundings): boolean =>
  range.period === 'hour' && range.currency !== null && !NOT_OF_THE_ROLE.has(around.sectionKind)

/** A range or a rate says enough; a single amount below words of pay is pay where it is large. */
function judgeAlone(range: MoneyRange, around: Surroundings): Strength {
  if (range.isRange || range.period !== null) return 2
  return around.isUnderPay && (range.max ?? range.min ?? 0) >= YEARLY_PAY ? 1 : 0
}

/** What only pay depends on: "up to $180,000 DOE". */
const OPEN_TO_TALK =
  /^[\s,()+-]{0,4}(?:doe\b|depend(?:ing|ent|s)? (?:up)?on (?:your |relevant )?(?:experience|skills|seniority|location)|negotiable)/i

/** Least amount that, with a currency and "a year" and nothing said against it, is somebody's pay. */
const YEARLY_PAY = 15_000

function isYearlyPay(range: MoneyRange, around: Surroundings): boolean {
  const isLarge = (range.max ?? range.min ?? 0) >= YEARLY_PAY
  return isLarge && range.currency !== null && range.period === 'year' && around.sectionKind !== 'benefits'
}

/** A line that holds little but the amount, such as "$40 per hour". */
function isAlone(range: MoneyRange, line: string): boolean {
  return range.currency !== null && line.length - (range.end - range.start) < 28 && line.length < 60
}

/** Whether words speak of what a job pays. */
export function hasPayWords(text: string): boolean {
  return PAY_WORDS.test(text)
}

const VARIABLE_PAY =
  /\b(?:variable (?:compensation|pay|component|salary)|commissions?|bonus(?:es)?|incentives?|equity|rsus?|stock(?: options)?)(?: \w+){0,3} ?(?:of|up to|between|from|:|worth|target)[^.]{0,12}$/i

/** Whether a range is money that the role does not pay. Ranges are rarely anything but pay; single amounts mostly are. */
function isOtherMoney(range: MoneyRange, before: string, after: string, around: Surroundings): boolean {
  const near = before.slice(-70)
  if (VARIABLE_PAY.test(near)) return true
  const isOther = OTHER_MONEY_BEFORE.test(near) || OTHER_MONEY_AFTER.test(after)
  if (!isOther)
    return (
      around.sectionKind === 'benefits' &&
      !range.isRange &&
      !hasPayWords(near) &&
      !hasPayWords(after.slice(0, 30))
    )
  if (!range.isRange) return true
  return (
    !hasPayWords(near) ||
    /\b(?:bonus|stipend|budget|revenue|arr|raised|valuation|equity)\b[^.]{0,12}$/i.test(near)
  )
}

/** A pay word two sentences back still speaks of an amount ("Salary: see below. $100k"), one further does not. */
function lastSentences(before: string): string {
  return before
    .split(/(?<=[a-z)][.!?]) /)
    .slice(-2)
    .join(' ')
}

function firstSentence(after: string): string {
  return (after.split(/[.!?;](?:\s|$)/)[0] ?? '').slice(0, 60)
}
