import { EXCLUSIONS } from './exclusion-words.ts'
import { createPhraseTable, phrasesOf } from './phrase-table.ts'
import type { AnswerKind, Measure, SortOrder, Subject, SubjectField } from './query.ts'

/** What a phrase does to the question as a whole, instead of asking for a fact of the postings. */
export type Directive =
  | { readonly type: 'joint'; readonly joint: 'or' | 'and' | 'comma' }
  | { readonly type: 'not' }
  /** Ends what "not" reaches over. */
  | { readonly type: 'but' }
  | { readonly type: 'or-not-stated' }
  | { readonly type: 'sort'; readonly sort: SortOrder }
  | { readonly type: 'kind'; readonly kind: AnswerKind; readonly subject: Subject | null }
  | { readonly type: 'include'; readonly what: 'closed' | 'old' }
  | { readonly type: 'all' }

/** What signs do between words. */
export const SIGN_DIRECTIVES: ReadonlyMap<string, Directive> = new Map<string, Directive>([
  ['/', { type: 'joint', joint: 'or' }],
  ['|', { type: 'joint', joint: 'or' }],
  ['&', { type: 'joint', joint: 'and' }],
  ['+', { type: 'joint', joint: 'and' }],
  [',', { type: 'joint', joint: 'comma' }],
  [';', { type: 'joint', joint: 'comma' }],
])

const sort = (order: SortOrder): Directive => ({ type: 'sort', sort: order })
const statistic = (measure: Measure, field: SubjectField = 'pay'): Directive => ({
  type: 'kind',
  kind: 'statistic',
  subject: { field, measure },
})
const breakdown = (field: SubjectField): Directive => ({
  type: 'kind',
  kind: 'facets',
  subject: { field, measure: null },
})

const PAY_NOUNS = [
  'salary',
  'pay',
  'salaries',
  'compensation',
  'wage',
  'wages',
  'rate',
  'comp',
  'income',
  'base salary',
  'total compensation',
  'rates',
  'earnings',
  'base pay',
  'hourly rate',
  'hourly pay',
  'hourly wage',
  'daily rate',
  'day rate',
  'monthly salary',
  'monthly pay',
  'annual salary',
  'yearly salary',
]
const measured = (words: string, noun: readonly string[]): string =>
  words
    .split('|')
    .flatMap(word => noun.map(each => `${word} ${each}`))
    .join('|')

/** "which companies", "what are the top companies", "by company". */
function breakdowns(nouns: string): string {
  const leads =
    'which|what|top|list of|most in demand|most sought after|most required|hottest|most used|list the|list all|most common|most popular|most wanted|most requested|most in demand|in demand|what are the|what are the top|what are the most common|breakdown by|breakdown of|break down by|broken down by|grouped by|group by|split by|by|per|number of|how many different|for each|most frequent|what other|which are the|show me the|distribution of|what kinds of|which kinds of|what kind of|what types of'
  const tails = 'in demand|wanted|needed most|with most|with the most|most in demand|with the best|by count'
  return nouns
    .split('|')
    .flatMap(noun => [
      ...leads.split('|').map(lead => `${lead} ${noun}`),
      ...tails.split('|').map(tail => `${noun} ${tail}`),
    ])
    .join('|')
}

/** Every phrase that directs a question. */
export const DIRECTIVES = createPhraseTable<Directive>([
  ...phrasesOf(
    'or|oder|either or|and/or|o|alternatively|or else|or even|or maybe|or perhaps|or possibly|or rather',
    { type: 'joint', joint: 'or' },
  ),
  ...phrasesOf(
    'and|plus|as well as|und|y|together with|and also|along with|in combination with|with both|combined with',
    { type: 'joint', joint: 'and' },
  ),
  ...EXCLUSIONS.map(phrase => [phrase, { type: 'not' }] as const),
  ...phrasesOf('with|using|but|yet|but with|but rather|but only|just not|but also|but in', { type: 'but' }),
  ...phrasesOf(
    'or not stated|or unstated|or not specified|or unspecified|or unknown|or not mentioned|or not given|or not said|or doesnt say|or dont say|or does not say|or do not say|or not known|or undisclosed|or not disclosed|or no mention|or missing|or silent|or not listed|even if not stated|including not stated|or undefined|or none stated|or nothing stated',
    { type: 'or-not-stated' },
  ),
  ...phrasesOf(
    'newest|newest first|latest|most recent|most recent first|recent|recently|recently posted|recently published|sort by date|sorted by date|order by date|ordered by date|sort by newest|sorted by newest|freshest|newly posted|most recently posted|new|newer|sort:newest|sort:date|sort:new|by date|neueste|mas recientes|latest first|new ones|brand new|most recent postings first|newest postings first|newest ones|latest ones|latest postings|most recent ones|recent first|neueste zuerst',
    sort('newest'),
  ),
  ...phrasesOf(
    'who pays most|pays most|who pays more|which pays most|which one pays most|what pays most|highest paying|highest paid|best paid|best paying|top paying|top paid|highest salary|highest salaries|sort by pay|sort by salary|sorted by pay|sorted by salary|order by salary|order by pay|ordered by salary|ordered by pay|by salary|most money|well paid|well paying|high paying|high paid|highest pay|biggest salary|biggest salaries|lucrative|top salary|top salaries|pays the most|pays the best|pay the best|who pays best|who pays the most|who pays the best|pay the most|paying the most|pays best|pay best|paying most|most lucrative|sort:pay|sort:salary|best salary|best salaries|best pay|highest compensation|high salary|high salaries|good pay|good salary|great pay|pays well|pay well|paying well|better paid|decent pay|great salary|highest comp|highest wage|highest wages|sort by compensation|highest paying first|best compensation|make the most|earn the most|best paid first|highest paid first|top paid first|best paying first|by pay descending|sort by pay descending|order by pay descending|order by salary descending|sort by salary descending|sorted by salary descending|sort by salary desc|pay desc|salary desc|highest pay first|highest salary first|big salary|big salaries|big bucks|big money|fat salary|fat paycheck|large salary|pay high to low|salary high to low|by pay|rank by pay|ranked by pay|rank by salary|best money|mejor pagados|mejor pagado|bestbezahlte|mieux payes',
    sort('pay'),
  ),
  ...phrasesOf(
    'lowest paid|lowest paying|lowest pay first|lowest paid first|lowest paying first|lowest salary first|lowest salaries|lowest first|cheapest|cheapest first|worst paid|worst paying|least paid|pays least|pays the least|pay the least|who pays least|who pays the least|sort by pay ascending|sort by salary ascending|sorted by pay ascending|sorted by salary ascending|order by pay ascending|order by salary ascending|by pay ascending|by salary ascending|salary low to high|pay low to high|salary asc|pay asc|lowest to highest pay|low paid|badly paid|poorly paid',
    sort('lowest-pay'),
  ),
  ...phrasesOf('most relevant|by relevance|sort by relevance|sort:relevance', sort('relevance')),
  ...phrasesOf(
    'how many|number of|the number of|count of|count|how much jobs|total number of|what share of|what percentage of|what percent of|what fraction of|what proportion of|percentage of|the percentage of|the share of|proportion of|fraction of|amount of jobs|wie viele|cuantos|cuantas|whats the number of|what is the number of|how many of|tally|what % of|count the|count all|how many are',
    { type: 'kind', kind: 'count', subject: null },
  ),
  ...phrasesOf(measured('average|mean|avg|the average', PAY_NOUNS), statistic('average')),
  ...phrasesOf(
    measured('median|typical|usual|normal|the median|expected|common', PAY_NOUNS),
    statistic('median'),
  ),
  ...phrasesOf(
    measured('lowest|minimum|smallest|the lowest', ['salary', 'pay', 'wage']),
    statistic('lowest'),
  ),
  ...phrasesOf(
    measured('what is the highest|whats the highest|what is the maximum|what is the top', [
      'salary',
      'pay',
      'wage',
    ]),
    statistic('highest'),
  ),
  ...phrasesOf(
    'average pay for|what is the pay for|what is the salary for|whats the salary for|what salary do|what salaries do|going rate|going rate for|how much do|how much does|how much would|how much can|how much is a|what do|market rate|market rate for|what salary can|what is the going rate|pay statistics|salary statistics|salary stats|pay stats|how well do',
    statistic('median'),
  ),
  ...phrasesOf(
    'salary range|salary ranges|pay range|pay ranges|range of pay|range of salaries|salary range for|salary ranges for|pay range for|pay range of|salary range of|pay spread|salary spread|pay distribution|salary distribution|distribution of pay|distribution of salaries|compensation range|compensation ranges|pay bands|salary bands|pay quartiles|salary quartiles|how wide is the pay|what are the salaries|what are salaries|what are the pay ranges',
    statistic('range'),
  ),
  ...phrasesOf(
    'whats the pay for|whats the pay|what is the pay|what does a|what does an|what do people pay|what can i earn|what could i earn|what could i make|whats the salary|what is the salary|what are people paying|whats the going rate|how much money|how much is the pay|how much pay',
    statistic('median'),
  ),
  ...phrasesOf(
    'average years of experience|average experience|mean years of experience|average years',
    statistic('average', 'experience'),
  ),
  ...phrasesOf(
    'median years of experience|typical years of experience|how many years of experience|how many years|median experience|how much experience',
    statistic('median', 'experience'),
  ),
  ...phrasesOf(
    `${breakdowns('companies|employers|company|employer|firms|startups')}|how many companies|how many employers|how many firms|how many startups|number of companies|number of employers|who is hiring|whos hiring|who hires|who else is hiring|companies hiring|companies that hire|companies that are hiring|companies looking for|who is looking for|who wants|who needs|welche firmen|welche unternehmen|welche arbeitgeber|welche firmen suchen|welche unternehmen suchen|list companies|name companies|employers hiring`,
    breakdown('company'),
  ),
  ...phrasesOf(
    breakdowns(
      'skills|skill|technologies|technology|tech|tools|programming languages|programming language|frameworks|databases|tech stacks|languages',
    ),
    breakdown('skill'),
  ),
  ...phrasesOf(
    breakdowns('cities|countries|locations|places|country|city|location|states|regions'),
    breakdown('place'),
  ),
  ...phrasesOf(
    breakdowns('levels|level|seniority|seniorities|seniority levels|seniority level'),
    breakdown('level'),
  ),
  ...phrasesOf(
    breakdowns(
      'kinds of work|topics|topic|fields|categories|areas|specialties|specialities|kind of work|disciplines',
    ),
    breakdown('topic'),
  ),
  ...phrasesOf(breakdowns('workplace|workplaces|work mode|work model'), breakdown('workplace')),
  ...phrasesOf(
    breakdowns('employment types|employment type|contract types|employment'),
    breakdown('employment'),
  ),
  ...phrasesOf(
    'what can you do|what can i ask|how does this work|help me out|what do you do|who are you|how do i use this|what are the commands|commands',
    { type: 'kind', kind: 'help', subject: null },
  ),
  ...phrasesOf(
    'include closed|closed as well|closed ones too|closed jobs as well|closed jobs too|closed ones|even closed|even closed ones|expired|expired ones|even expired|even expired ones|also expired|show expired|closed postings too|closed postings as well|even if closed|including closed|with closed|include expired|including expired|also closed|closed too|show closed',
    { type: 'include', what: 'closed' },
  ),
  ...phrasesOf(
    'include old|old ones|old postings too|old jobs too|even old|even old ones|old postings as well|including old|with old|also old|old too|show old|old ones too|include old ones',
    {
      type: 'include',
      what: 'old',
    },
  ),
  ...phrasesOf(
    'all jobs|all the jobs|all postings|all the postings|everything|all roles|all openings|any jobs|any job|every job|all positions|show all|list all|all of them|all of it|all listings|every posting|any role|any roles|all available jobs|all open jobs|all open roles|all open positions|what jobs|which jobs are there|what jobs are there|what do you have|what have you got|whats available|what is available|whats there|whats new|what is new|every role|all vacancies|any position|any opening|any openings|all job postings|alle jobs|todos los trabajos',
    { type: 'all' },
  ),
])
