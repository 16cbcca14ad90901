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

const PAY_WORDS =
  /\b(?:salar(?:y|ies)|compensation|comp\b|remunerat\w+|\bpay(?: range| rate| scale| band)?\b|\bwages?\b|\bbase\b|\bote\b|earn(?:ings?)?\b|\bctc\b|\b(?:hourly|day|daily|hiring|pay|target|market|base|hour) (?:rate|range)|starting (?:at|range)|gehalt\w*|jahresgehalt|vergütung|verdienst|bezahlung|brutto\w*|entgelt|rémunération|salaire|salarial\w*|sueldo|salario|remuneraç\w+|remuneraci\w+|retribuci\w+|salário|pagamento|faixa|salaris|stipendio|wynagrodzeni\w+|widełki|stawka|pensja|lön|plat|mzd\w+|薪|年収|월급|연봉)\b|薪|年収|給与|연봉/iu

/** Money that is not the role's pay, by words close to it. */
const OTHER_MONEY_BEFORE =
  /(?:\b(?:raised|raising|funding|funded|invest\w*|valu(?:ed|ation)|revenues?|arr|turnover|sales of|worth|budget\w*|stipend\w*|allowance|reimburse\w*|credit|bonus(?:es)? (?:of|up to)|(?:sign[- ]?on|signing|referral|retention|relocation|welcome) (?:bonus|package|payment)|referral|gift|donat\w*|match\w*|coverage|insur\w*|cover(?:s|ed|ing)?|contribut\w*|tuition|equity (?:of|worth)|options|grant|market|industry|fund|managing|managed|assets|processed|processing|transactions?|payments? (?:of|worth)|savings?|saved|saving|award|prize|deals?|quota|contracts?|accounts?|pay(?:ing)? out|over \d|customers?|patients|users|wifi|internet|learning|wellness|education|development|home[- ]office|equipment|ubi|annual plan|primes?|cooptation|abondement|intéressement|participation|chèques?|remise|forfait|prämie|zuschuss|gutschein|bonificación|bono|vale|fertility|adoption)\b[^.;:!?]{0,45}|series [a-f]\b[^.;]{0,40}|bonus(?:es)?\s?:?\s?(?:\(|of|up to)?[^.;]{0,12})$/i

const OTHER_MONEY_AFTER =
  /^[\s)*]{0,3}(?:(?:usd|eur|cad|gbp|k|million|m|billion)\b\W{0,2})?(?:(?:a|per|each|every|\/)\s?(?:month|mo|year|yr|annum|quarter|week)\b\W{0,3}|annual(?:ly)?\b\W{0,2}|monthly\b\W{0,2}|yearly\b\W{0,2}){0,2}(?:in |of |for |towards? |to (?:spend|build|use|cover|set|help)|as (?:a )?)?(?:your |the |a |an |new |total |home |personal |professional |annual |company |employer |one-time |series |health |mental |ongoing |continued |work )*(?:funding|investment|series [a-f]|revenue|arr\b|valuation|budget|stipend|allowance|bonus(?!-eligible| eligible)|sign[- ]?on|referral|reimburse\w*|match\w*|contribution|credit|customers|users|companies|fund|assets|equity\b(?! \+)|stock|shares|wellness|learning|education|training|office|equipment|workspace|internet|phone|gym|coworking|travel|market|industry|transactions|in (?:assets|payments|sales|savings|revenue|funding|venture)|spend|savings|deals?|hsa|fsa|employees|people|countries|tuition|conferences?|books|courses|fertility|prize|donation|saving|per (?:child|employee|dependent)|you to)/i

/** Judges whether a range in a line is the pay of the role. */
export function judgeRange(range: MoneyRange, around: Surroundings): Strength {
  const before = around.line.slice(Math.max(0, range.start - 170), range.start)
  const after = around.line.slice(range.end, range.end + 90)
  const hasPayWord = hasPayWords(lastSentences(before)) || hasPayWords(firstSentence(after))
  if (isOtherMoney(range, before, after, around)) return 0
  if (range.currency === null && !(range.isMoneyLike && isBareMoney(after) && hasPayWord)) return 0
  if (hasPayWord) return 3
  if (isAlone(range, around.line)) return range.isRange || range.period !== null ? 2 : 0
  if (around.isUnderPay || around.sectionKind === 'pay') return range.isRange || range.period !== null ? 2 : 1
  if (
    range.period !== null &&
    range.currency !== null &&
    EMPLOYMENT.test(before.slice(-60) + after.slice(0, 40))
  )
    return 2
  if (around.sectionKind === 'company' || around.sectionKind === 'legal') return 0
  if (!range.isRange) return isYearlyPay(range, around) ? 1 : 0
  return range.isMoneyLike || range.period !== null ? 1 : 0
}

/** Pay stands beside the kind of employment: "€1,200 a month, full time". */
const EMPLOYMENT = /\b(?:full[- ]?time|part[- ]?time|vollzeit|teilzeit|temps plein|tiempo completo)\b/i

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
export function isOtherMoney(
  range: MoneyRange,
  before: string,
  after: string,
  around: Surroundings,
): boolean {
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
