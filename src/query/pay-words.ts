import type { PayPeriod } from '../posting/vocabulary.ts'
import type { PayBound } from './pay-ask.ts'
import { createPhraseTable, phrasesOf } from './phrase-table.ts'

/** What a bounding word asks for; `around` becomes a range. */
export type SpokenBound = Exclude<PayBound, 'stated'> | 'around'

/** Words before an amount. */
export const BOUNDS_BEFORE = createPhraseTable<SpokenBound>([
  ...phrasesOf(
    'over|above|more than|greater than|higher than|exceeding|exceeds|exceed|north of|in excess of|beyond|better than|>|bigger than|larger than|uber|mas de|mehr als|plus de|mais de|piu di|meer dan|ponad',
    'over',
  ),
  ...phrasesOf(
    'at least|atleast|no less than|not less than|not under|not below|nothing under|nothing below|nothing less than|upwards of|upward of|> =|= >|≥|mindestens|al menos|equal to or more than|equal or above|equal to or above|equal or over|equal to or over|equal or more than|equal or greater than|greater or equal to|reaching|wont accept less than|not accept less than|wont take less than|not take less than|dont want less than|wouldnt accept less than|cant accept less than|cant do less than|nothing lower than|not lower than|no lower than|not paying less than|no smaller than|au moins|almeno|pelo menos|minstens|co najmniej',
    'reaches',
  ),
  ...phrasesOf(
    'from|starting at|starting from|starts at|starts from|start at|starting|bottom of the range is|bottom of the range at|bottom of the range|low end of|lower end of|low end is|range starts at|range starting at|minimum|minimum of|a minimum of|min|min.|min of|a floor of|floor of|beginning at|with a minimum of|ab|my floor is|floor is|my minimum is|minimum is|the minimum is|minimum should be|my bottom line is|a partir de|a partir',
    'from',
  ),
  ...phrasesOf(
    'under|below|less than|lower than|up to|upto|at most|no more than|not more than|not over|not above|nothing over|nothing above|max|max of|maximum|maximum of|a maximum of|<|< =|≤|= <|fewer than|not exceeding|capped at|cap of|a cap of|ceiling of|a ceiling of|ceiling|my ceiling is|tops out at|topping out at|bis|unter|hasta|smaller than|beneath|no higher than|not higher than|weniger als|hochstens|maximal|moins de|jusqua|menos de|ate|max.',
    'at-most',
  ),
  ...phrasesOf(
    'between|in between|zwischen|entre|in the range of|in the range|range of|ranging from',
    'between',
  ),
  ...phrasesOf('around|about|roughly|approx|approximately|~|circa|close to|in the region of', 'around'),
] as const)

/** Words after an amount. */
export const BOUNDS_AFTER = createPhraseTable<SpokenBound>([
  ...phrasesOf(
    '+|or more|or above|or higher|or over|or greater|or better|or up|and up|and more|and above|and over|and higher|and upwards|plus|upwards|oder mehr|o mas',
    'reaches',
  ),
  ...phrasesOf(
    'ish|or so|or thereabouts|roughly|approximately|approx|give or take|ungefahr|environ',
    'around',
  ),
  ...phrasesOf(
    'minimum|min|at minimum|as a minimum|at a minimum|at the least|is my floor|is my minimum|is the minimum|is the least|as a floor|floor|is my bottom line|is the least i would take',
    'from',
  ),
  ...phrasesOf(
    'or less|oder weniger|o menos|ou moins|or below|or under|or lower|and below|and under|or fewer|max|maximum|tops|as a ceiling|is my ceiling|at most|at maximum',
    'at-most',
  ),
] as const)

/** Words that say an amount is pay. */
export interface PayWord {
  readonly isBase: boolean
  /** "hourly rate": null where the word does not time it. */
  readonly period: PayPeriod | null
}

const plain: PayWord = { isBase: false, period: null }
const timed = (period: PayPeriod): PayWord => ({ isBase: false, period })

export const PAY_WORDS = createPhraseTable<PayWord>([
  ...phrasesOf(
    'pay|pays|paying|paid|payment|salary|salaries|wage|wages|compensation|comp|income|earn|earns|earning|earnings|make|makes|making|tc|total comp|total compensation|total pay|ote|rate|rates|package|remuneration|money|band|bracket|range|gehalt|salario|sueldo|salary range|pay range|payscale|salaried|compensated|starting salary|starting pay|cash|renumeration|salary expectations|salary expectation|expected salary|expecting|desired salary|target salary|salary target|asking salary|verdienst|lohn|einkommen|salaire|stipendio|wynagrodzenie|pay band|salary band|salary of|a salary of',
    plain,
  ),
  ...phrasesOf(
    'base|base pay|base salary|base comp|base compensation|base salaries|fixed pay|before bonus|before bonuses|before equity|plus bonus|plus equity|without bonus|excluding bonus|excluding bonuses|excluding equity|not counting bonus|not counting bonuses|not counting equity|not including bonus|not including equity|not including bonuses|w/o bonus|without equity',
    {
      isBase: true,
      period: null,
    },
  ),
  ...phrasesOf('hourly|hourly rate|hourly pay|hourly wage|per hour rate|rate per hour', timed('hour')),
  ...phrasesOf('daily rate|day rate|daily pay|daily|dayrate', timed('day')),
  ...phrasesOf('weekly pay|weekly|weekly rate', timed('week')),
  ...phrasesOf('monthly|monthly salary|monthly pay|monthly rate', timed('month')),
  ...phrasesOf(
    'annual|annual salary|annual pay|yearly|yearly salary|yearly pay|annually|annual compensation|yearly wage',
    timed('year'),
  ),
])

/** Words that stand between words of pay and an amount and mean nothing. */
export const PAY_FILLERS: ReadonlySet<string> = new Set(
  'of is are be being the a an that thats which in range at with to offering offers offer get gets getting'.split(
    ' ',
  ),
)
