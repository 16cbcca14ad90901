import { cue } from './cue.ts'

/** How postings speak of what is paid besides the salary, and how pay grows. */
export const REWARDS_CUES = {
  equity: cue(
    'equity',
    /\b(?:equity|stock(?:s| options?| grants?| units?| awards?| purchase| plan)?|share (?:options?|plan|scheme)|shares|RSUs?|ESOP|ESPP|[BV]SOP|option (?:grant|plan|pool)|ownership (?:stake|in the company))\b/i,
    {
      unless:
        /diversity|inclusion|inclusive|belonging|private equity|health equity|pay equity|equity and fairness|equity (?:fund|research|market|crowdfunding|tax)|promotes equity|equity in the|racial|fully stocked|stock (?:market|exchange|trading|photo|control|levels)|stocks?,? (?:or|and) (?:bitcoin|crypto|etf|bonds)|trading|equity plan management|in stock|market shares?|^shares\b|\bshares? (?:our|your|the|their|knowledge)|who shares|equal opportunity|equity, and|, equity,? (?:and|&)|social equity/i,
    },
  ),
  'signing-bonus': cue(
    'a signing bonus',
    /\b(?:sign(?:ing)?[- ]?(?:on|up)?|joining|starting|hiring|welcome)[- ]bonus/i,
  ),
  'referral-bonus': cue('a referral bonus', /\breferral\b/i, {
    unless: /referral (?:marketing|traffic|partners?)|employee referral(?:s)? and recruit/i,
  }),
  bonus: cue(
    'a bonus',
    /\bbonus(?:es)?\b|\bvariable (?:pay|compensation|remuneration)\b|\bincentive (?:pay|plan|compensation|program|bonus)|\b13th|\bprofit[- ]sharing\b|\bcommission\b|\bannual incentive|\bprämie|\bprofit share/i,
    {
      unless:
        /^\W*bonus\W*$|\bbonus(?:es)?[ -]?(?:points?|skills?|qualifications?|if)\b|^[^a-z]*bonus\s?:|\bis a (?:big |huge )?bonus\b|(?:considered|would be|are|as|major|definite|plus) (?:an? )?(?:added )?bonus|\bbonus\s?:|referral bonus|implementation of|\bbonus \(not|merit-based pay|sign(?:ing)?[- ](?:on[- ])?bonus/i,
    },
  ),
  commission: cue('commission', /\bcommissions?\b/i, {
    unless:
      /commission(?:ing|ed)|european commission|trade commission|employment opportunity commission|commission (?:free|data)/i,
  }),
  raises: cue(
    'growth and raises',
    /\b(?:career (?:growth|path|progression|development|ladder|advancement|opportunit\w+)|promot(?:ion|ions|ed)\b|raises?\b|salary reviews?|performance reviews?|(?:pay|compensation) reviews?|merit increase|growth opportunities|opportunit(?:y|ies) (?:for|to) (?:growth|grow|advance)|grow your career|professional growth|room (?:for|to) gro)/i,
    {
      unless:
        /raised \$|promotions? (?:and|campaign)|promote|equal|recruit\w*, hir|hiring, promot|raise (?:the bar|awareness|issues)|decisions|termination/i,
    },
  ),
  'on-target-earnings': cue(
    'on-target earnings',
    /\b(?:on[- ]target|OTE|target (?:earnings|compensation|cash)|total target)\b/i,
  ),
  'salary-transparency': cue(
    'negotiating pay',
    /\bnegotia(?:ble|te|tion)\b|\bpay transparency\b|\bsalary transparen\w+|\bopen salar/i,
    {
      unless:
        /negotiat\w+ (?:contracts?|skills|with (?:vendors|clients|suppliers|partners|stakeholders))|contract negotiat|excellent negotiat|negotiation skills|and negotiat\w+/i,
    },
  ),
}
