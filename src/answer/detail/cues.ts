import type { SectionKind } from '../../posting/posting-text.ts'
import type { Aspect } from '../../query/detail/aspects.ts'

/** How the text of a posting speaks of an aspect. */
export interface Cue {
  /** How answers name it: "anything about parental leave". */
  readonly subject: string
  /** What a sentence about it holds. */
  readonly says: RegExp
  /** What shows that a sentence is about something else. */
  readonly unless?: RegExp
  /** What "how many", "how long" want; a number where absent. */
  readonly amount?: RegExp
  /** Kinds of sections that are about nothing else: their first lines answer where no sentence does. */
  readonly sections?: readonly SectionKind[]
}

/** Sentences about what a person has done, not about what the job is like. */
const PAST =
  /^(?:[^a-z]{0,4})?(?:(?:some|prior|previous|proven|extensive|solid|strong|deep|hands-on|demonstrated|relevant|significant|\d+\+? years?(?: of)?)\s){0,3}(?:experience|familiarity|exposure|knowledge|background|understanding|expertise|track record)\b/iu
const ROUGH =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|quarter(?:ly)?|monthly|weekly|yearly|annual(?:ly)?|occasional(?:ly)?|minimal|no|rare(?:ly)?|frequent(?:ly)?|extensive(?:ly)?|limited|some|never|once|twice|every|not)\b/i
const NUMBERED =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|sixteen|eighteen|twenty|thirty|half|fully?|unlimited|uncapped|unbegrenzt|illimit\w*)\b/i
/** Time off may be flexible instead of counted. */
const OPEN_AMOUNT =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|sixteen|eighteen|twenty|thirty|unlimited|uncapped|unbegrenzt|illimit\w*|flexible|half|full)\b/i

const cue = (subject: string, says: RegExp, more: Omit<Cue, 'subject' | 'says'> = {}): Cue => ({
  subject,
  says,
  ...more,
})

/** How postings speak of each aspect. */
export const CUES: Readonly<Record<Aspect, Cue>> = {
  pay: cue(
    'pay',
    /\b(?:salary|salaries|base pay|pay range|compensation (?:range|band|for|is)|hourly rate|annual pay)\b[^.]{0,120}\d{2}/i,
  ),
  workplace: cue(
    'whether it is remote',
    /\b(?:remote(?:ly)?|hybrid|on-?site|work(?:ing)? from home|in[- ](?:the )?office|in person)\b/i,
  ),
  place: cue('the place', /\b(?:located|based|location|reside|residents?|live) (?:in|within|anywhere)\b/i),
  'time-zone': cue(
    'time zones or working hours',
    /\btime ?zones?\b|\b(?:CE?S?T|EE?S?T|P[SD]?T|UTC|GMT)\b|\b(?:eastern|pacific|central|mountain|european|us) (?:standard )?(?:time|hours)\b/i,
  ),
  level: cue(
    'the level',
    /\b(?:junior|mid-level|senior|staff|principal|entry[- ]level)[- ](?:level|position|role)\b/i,
  ),
  employment: cue(
    'the type of employment',
    /\b(?:full[- ]time|part[- ]time|permanent|freelanc\w+|fixed[- ]term|b2b|vollzeit|teilzeit|contract(?:or)? (?:position|role|basis|opportunity|assignment|job)|(?:as|an?) (?:independent )?contractor|(?:is|on) a contract|internship|temporary (?:position|role|contract)|1099|w-?2)\b/i,
    {
      unless:
        /\bcontracts? (?:with|for|management|negotiation)|smart contract|social contract|contract test|from home full|remote(?:ly)? full|full[- ]time (?:employees|equivalent|engineers|team|staff|jobs)|independent contractors and/i,
    },
  ),
  experience: cue(
    'years of experience',
    /\b\d{1,2}\s?\+?(?:\s?(?:-|–|to)\s?\d{1,2})?\+?\s?(?:or more )?(?:years?|yrs?|jahre|ans|años)\b/i,
    { unless: /\b(?:founded|old|ago|anniversary|history|in business|for over|past|last)\b/i },
  ),
  degree: cue(
    'a degree',
    /\b(?:degree|bachelor'?s?|master'?s|b\.?sc?\.?|m\.?sc|ph\.?d|diploma|university|college|studium|diplôme)\b/i,
    {
      unless:
        /\b(?:degree of|high degree|360[- ]degree|some degree|degrees? (?:celsius|of)|college savings|master'?s? (?:branch|data)|tuition|large degree|certain degree)\b/i,
    },
  ),
  visa: cue(
    'visas',
    /\b(?:visas?\b|sponsor(?:s|ed|ship|ing)?\b[^.]{0,60}\b(?:visa|work|employment|immigration|candidates|applicants)|(?:visa|immigration|employment|work)\b[^.]{0,40}\bsponsor|(?:must|need to|required to|have to)\b[^.]{0,60}\b(?:authori[sz]ed to work|right to work|eligible to work|work authori[sz]ation|work permit)|without (?:the need for )?(?:visa |employer )?sponsorship)/i,
    { unless: /e-?verify|form i-?9|sponsored events|visa inc|mastercard/i },
  ),
  skill: cue(
    'the technologies',
    /\b(?:tech(?:nology)? stack|our stack|stack (?:is|includes|consists)|technologies (?:we use|include|used)|we (?:use|build with|work with|write in))\b/i,
    { sections: ['stack'] },
  ),
  topic: cue(
    'the kind of work',
    /\b(?:as an?|in this role|this role|you will|you['’]ll|we are looking for)\b/i,
    { sections: ['role', 'duties'] },
  ),
  posted: cue('a date', /\b(?:posted|published) (?:on|at)\b|\bdate posted\b/i),
  closes: cue(
    'a deadline',
    /\b(?:deadline|closing date|closes? on|apply (?:by|before|until)|applications? (?:close|will be accepted (?:until|through)|must be (?:received|submitted) by|are due|window)|accepting applications (?:until|through)|open until|until filled|bewerbungsschluss|expires?)\b/i,
    {
      unless:
        /\bto deadlines?|\b(?:meet|manage|tight|project|under|multiple|competing|strict|work to) (?:\w+ )?deadlines?|deadlines? (?:and|are met)|expire in your/i,
    },
  ),
  apply: cue('how to apply', /\b(?:apply|application|send (?:us )?your|submit your|resume|cv)\b/i),
  company: cue('the company', /\b(?:we are|about us)\b/i, { sections: ['company'] }),
  title: cue('the title', /\btitle\b/i),
  'parental-leave': cue(
    'parental leave',
    /\b(?:parental|maternity|paternity|family|baby|adoption|birth(?:ing)?|caregiver|new[- ]parent|bonding)\b[^.;•]{0,40}\bleave\b|\bleave\b[^.;•]{0,30}\b(?:new parents|parents|birth|adoption|children)\b|\bparental (?:benefits?|policy|time)\b|\belternzeit\b|\bcongé (?:parental|maternité|paternité)\b|\bpermiso parental\b|\blicença (?:maternidade|parental)|\b(?:maternity|paternity)\b/i,
    {
      unless:
        /\b(?:regardless of|without regard|on the basis of|discriminat|pregnancy,|gaps? in|returning from|taken|marital status)\b/i,
    },
  ),
  'sick-leave': cue(
    'sick leave',
    /\b(?:sick (?:leave|days?|pay|time)|paid sick|sick & safe|illness|medical leave|krankheit)/i,
  ),
  sabbatical: cue('sabbaticals', /\bsabbaticals?\b/i),
  holidays: cue(
    'public holidays',
    /\b(?:(?:public|bank|paid|company|federal|national|statutory|observed|floating|corporate|official|recharge|team)[- ]?(?:wide )?(?:company )?holidays?|holidays?\b[^.;]{0,30}\b(?:off|observed|per year|closure|shutdown|break|paid)|holiday (?:pay|schedule|closure|break)|vacation[^.;]{0,20}holidays?|PTO[^.;]{0,20}holidays?|holidays? (?:and|&|plus))\b/i,
  ),
  vacation: cue(
    'vacation',
    /\b(?:vacations?|PTO|paid[- ]time[- ]off|time[- ]off|annual leave|days?['’]? (?:of )?(?:paid )?(?:leave|holiday|off)|holiday allowance|paid leave|holidays? (?:allowance|entitlement|per year|a year)|days?['’]? (?:paid )?holidays?|weeks['’]? (?:of )?(?:paid )?(?:vacation|holiday|leave)|urlaub(?:stage)?|congés payés|vacaciones|férias|semesterdagar|dni urlopu|holidays? plus|discretionary time off)\b/i,
    {
      amount: OPEN_AMOUNT,
      unless:
        /\bvacation rentals?|requesting time off|volunteer(?:ing)? time off|time off to (?:vote|volunteer)|(?:vacation|holiday) (?:homes?|planning|season)/i,
    },
  ),
  health: cue(
    'health insurance',
    /\b(?:health(?:care)?|medical)\b[^.;]{0,50}\b(?:insurance|coverage|cover|plans?|benefits?|premiums?|dental|vision|care)\b|\b(?:insurance|benefits)\b[^.;]{0,40}\b(?:health|medical)\b|\bhealthcare\b[^.;]{0,20}\b(?:benefits|plan|package)|\b(?:comprehensive|private|competitive) (?:health|medical)\b|\bmutuelle\b|\bkrankenversicherung|\bhealth[, /&]+(?:dental|life)|\bprivate healthcare\b|\bopieka medyczna\b/i,
    {
      unless:
        /\bhealth ?care (?:provider|industry|system|company|organi[sz]ations?|data|customers|technology|professionals|software|companies|experience)|electronic health/i,
    },
  ),
  dental: cue('dental insurance', /\bdental\b|\bdentist/i),
  vision: cue(
    'vision insurance',
    /\bvision\b[^.;]{0,40}\b(?:insurance|coverage|plans?|benefits|care)\b|\b(?:dental|medical|health)\b[^.;]{0,20}\bvision\b/i,
    { unless: /computer vision|our vision/i },
  ),
  'life-insurance': cue(
    'life or disability insurance',
    /\b(?:life|disability|AD&D|income protection)\b[^.;]{0,30}\b(?:insurance|assurance|coverage|cover|benefits)\b|\b(?:life|disability)[, &]+(?:and )?(?:disability|life|AD&D)\b|\bdeath in service\b/i,
  ),
  retirement: cue(
    'a pension or retirement plan',
    /\b401\s?\(?k\)?|\bpensions?\b|\bretirement\b|\bRRSP\b|\bsuperannuation\b|\bprovident fund\b|\baltersvorsorge\b|\bPPK\b|\b403\(?b\)?/i,
    {
      unless:
        /\bpension (?:funds?|industry|clients|software|system)|retirement (?:industry|communit|services)/i,
    },
  ),
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
  'travel-budget': cue(
    'a travel budget',
    /\btravel\b[^.;]{0,40}\b(?:budget|allowance|stipend|expenses?|reimburs\w*|costs?|covered|credits?)\b|\b(?:budget|allowance|stipend|reimburs\w*|cover)\b[^.;]{0,40}\btravel\b/i,
  ),
  'learning-budget': cue(
    'a learning budget',
    /\b(?:learning|training|education(?:al)?|conferences?|development|tuition|books?|courses?|certification|upskilling|l&d|study)\b[^.;]{0,60}\b(?:budget|stipend|allowance|reimburs\w*|funds?|assistance|per (?:year|month)|annually|credits?|fund(?:ed|ing)|subsid\w*)\b|\b(?:budget|stipend|allowance|reimburs\w*|fund)\b[^.;]{0,60}\b(?:learning|training|education|conference|development|books|courses|tuition)\b|[$€£]\s?\d[\d,.]{0,12}[^.;]{0,40}\b(?:learning|training|education|conference|development|courses)\b/i,
    {
      unless:
        /\bmachine learning|deep learning|reinforcement learning|budgets? and (?:schedule|timeline)|develop budgets|fund(?:s|ing)? (?:development|administration)/i,
    },
  ),
  learning: cue(
    'learning',
    /\b(?:learning (?:and|&) development|professional development|continuous learning|(?:learning|training|development|educational) (?:opportunit\w+|program(?:s|me)?|platform|days?|budget|stipend|sessions|resources)|conferences?|courses|certifications?|weiterbildung)\b/i,
    { unless: /\bmachine learning|deep learning|reinforcement learning|degree/i },
  ),
  'home-office': cue(
    'a home office budget',
    /\b(?:home[- ]?office|work[- ]?from[- ]?home|wfh|remote(?:[- ]work(?:ing)?)?|office|workspace|desk|workstation|ergonomic)\b[^.;]{0,50}\b(?:stipend|allowance|budget|setup|set-up|set up|reimburs\w*|equipment|furniture|fund|expenses|support|package)\b|\b(?:stipend|allowance|budget|reimburs\w*)\b[^.;]{0,60}\b(?:home[- ]?office|work[- ]?from[- ]?home|workspace|remote work|home work|desk|office)\b/i,
    { unless: /microsoft office|office of|medical|front office|office setup and/i },
  ),
  equipment: cue(
    'equipment',
    /\b(?:laptops?|macbooks?|equipment|hardware|monitors|computers|ipads?|phones?)\b[^.;]{0,60}\b(?:provided|of (?:your )?choice|budget|stipend|allowance|supplied|send|give|company|new|top|latest|offer)|\b(?:provide[sd]?|choice of|choose|latest|new|company|modern|top[- ](?:notch|quality|of)|state[- ]of[- ]the[- ]art|work|high[- ]end|offer|best|necessary|required|all the)\b[^.;]{0,30}\b(?:laptops?|macbooks?|equipment|hardware|workstations?|apple)\b|\bapple (?:laptop|equipment|macbook)|\b(?:macbook|laptop)\b/i,
    {
      unless:
        /computer science|carry|lifting|using (?:a )?|computer vision|medical equipment|hardware (?:engineer|team|design|development|and software|security)|electronic equipment|network equipment|heavy equipment|test equipment|lab equipment|software and hardware|phone (?:calls?|interview|screen)|manufactur|diagnos|troubleshoot/i,
    },
  ),
  'mental-health': cue(
    'mental health',
    /\b(?:mental[- ]health|therap(?:y|ist)|counsel(?:l)?ing|headspace|calm app|EAP|employee assistance|modern health|spring health|talkspace|betterhelp)\b/i,
    {
      unless:
        /mental[- ]health (?:care|providers?|company|platform|crisis|industry|conditions?|technology)|physical therapy|gene therapy|cell therapy/i,
    },
  ),
  wellness: cue(
    'wellness',
    /\b(?:well-?ness|well-?being|mental[- ]health|therapy|therapist|meditation|headspace|calm app|fitness|EAP|employee assistance|modern health|spring health)\b/i,
    { unless: /mental health (?:care|providers?|company|platform|crisis|industry)/i },
  ),
  gym: cue(
    'a gym',
    /\b(?:gyms?|gympass|wellhub|urban sports|multisport|fitness (?:membership|allowance|stipend|center|centre|studio|room|classes|reimburs\w*)|yoga|sports? (?:card|membership|allowance|program|club)|classpass|peloton|egym)\b/i,
  ),
  meals: cue(
    'meals',
    /\b(?:lunch(?:es)?|meals?|snacks?|breakfasts?|free food|catered|stocked kitchen|fruits?|meal vouchers?|ticket restaurant|tickets? resto|grubhub|doordash|uber ?eats|food (?:allowance|stipend|voucher|budget)|kitchen|coffee)\b/i,
    { unless: /lunch (?:and|&|\/) learn|food delivery|meal kit|meal planning|coffee chat/i },
  ),
  commute: cue(
    'commuting',
    /\b(?:commut(?:er|ing|e)|parking|public transport(?:ation)?|transit|transport(?:ation)? (?:allowance|stipend|benefit|subsidy|pass)|company car|car (?:allowance|leasing|scheme)|job ?ticket|deutschlandticket|bike|bicycle|jobrad|cycle to work|travel card|bahncard)\b/i,
    {
      unless:
        /public transit (?:agenc|system|technology)|transit (?:data|gateway)|in transit|car sharing platform/i,
    },
  ),
  childcare: cue(
    'childcare',
    /\b(?:child ?-?care|day ?care|nursery|kindergarten|kita|cr[eè]che|back-?up care|dependent care)\b/i,
  ),
  fertility: cue(
    'fertility or adoption benefits',
    /\b(?:fertility|ivf|adoption|surrogacy|family[- ](?:planning|forming|building)|egg freezing|carrot|maven)\b/i,
    {
      unless:
        /(?:adoption of|drive (?:the )?adoption|user adoption|product adoption|cloud adoption|adoption (?:and|rate|across|strateg)|customer adoption|technology adoption|feature adoption|increase adoption|platform adoption|ai adoption|faster adoption|adoption by|fertility (?:clinic|company|care))/i,
    },
  ),
  pets: cue('pets', /\b(?:pets?|dogs?|dog-friendly|pawternity)\b/i, {
    unless: /dogfood|datadog|watchdog|pet (?:care|owners?|food|industry|parents)|pets (?:best|ecommerce)/i,
  }),
  volunteering: cue(
    'volunteering',
    /\b(?:volunteer(?:ing|s)?|VTO|charit(?:y|able|ies)|donation[- ]match\w*|match(?:ing|ed)? (?:gift|donation)\w*|gift[- ]matching|giving back|community service)\b/i,
    { unless: /volunteer (?:experience|work on open)|donors|fundrais/i },
  ),
  retreats: cue(
    'retreats',
    /\b(?:once|twice|three times|four times|every)(?: (?:a|per|other))? (?:year|quarter|month|six months)\b[^.;]{0,60}\b(?:everybody|everyone|whole|team|company|together|meet|gather)\b|\b(?:everybody|everyone|whole team|we all|company)\b[^.;]{0,50}\b(?:once|twice|three times|every)(?: (?:a|per|other))? (?:year|quarter|month)\b|\bgatherings?\b|\b(?:retreats?|off-?sites?|on-?sites (?:twice|once|every)|company (?:trips?|summits?|gatherings?|meetups?|get-?togethers?)|team (?:trips?|summits?|gatherings?|meetups?|get-?togethers?|events|building)|meet (?:up )?in[- ]person|in-person (?:gatherings?|meetings?|events?|meetups?|summits?|team)|annual (?:meetup|summit|gathering)|get together|company-wide (?:events?|summit)|team-building)\b/i,
    { unless: /offsite backup/i },
  ),
  coworking: cue('co-working', /\bco-?working\b|\bwework\b/i),
  relocation: cue('relocation', /\brelocat(?:e|ion|ing)\b|\bmoving (?:costs|expenses)\b|\bumzug/i, {
    unless: /relocating (?:data|services)/i,
  }),
  travel: cue(
    'travel',
    /\btravel(?:l?ing|s)?\b|\bvisits? to (?:\w+ )?(?:customers|clients|sites?|plants?|offices)\b|\b(?:customer|client|site) visits\b|\bon the road\b|\bbusiness trips?\b|\breise(?:n|bereitschaft|tätigkeit)\b|\bvoyages?\b/i,
    {
      amount: ROUGH,
      unless:
        /travel (?:insurance|medical|industry|compan(?:y|ies)|platform|technology|tech|experience|products?|agenc\w+|&|and (?:tourism|hospitality|expense|leisure)|credits?|stipend|allowance|budget|benefits?|discounts?|perks?|space|booking|plan|assistance|apps?|brands?|partners)|(?:love|enjoy|passion(?:ate)? (?:for|about)|future of|world of|global|online|corporate|leisure|group|commuter|discounted|free|airline|like|including|enable|book(?:ing)?|modern) travel|time[- ]travel|travell?ers?\b|traveling, |travel,|, travel\b|travel (?:for free|the world|around the world with)/i,
    },
  ),
  'on-call': cue(
    'on-call duty',
    /\bon[- ]?call\b|\bon duty\b|\bweeks? in (?:two|three|four|five|six|eight|\d)\b|\bpager\b|\bpagerduty\b|\brufbereitschaft\b|\bbereitschaft(?:sdienst)?\b|\bastreintes?\b|\bstand-?by (?:duty|duties|rota|shift|service)|\bafter[- ]hours support\b|\b24\s?[x/]\s?7\b[^.;]{0,40}\b(?:rotation|shift|support|coverage|on)\b|\b(?:rotation|shift)\b[^.;]{0,40}\b24\s?[x/]\s?7\b|\balarm phone\b|\bincident rota/i,
    {
      unless:
        /reduc\w+ on-call|improv\w+ on[- ]call|being on-call and performing|\btools?\b[^.;]{0,30}pagerduty|pagerduty,|(?:on-call|telehealth) (?:doctors?|physicians?|nurses?|therapist)|phone calls?|discuss(?:ed)? on call/i,
    },
  ),
  'reports-to': cue(
    'whom it reports to',
    /\breport(?:s|ing)?(?:\s(?:directly|straight|functionally|administratively|in|up|jointly|dotted|you will))?\s?(?:in)?to\s?:?\s{0,3}(?:(?:one of|the|our|a|an|your|their|both|either)\b|(?:[A-Z]\w))|\b(?:your (?:direct )?(?:manager|boss|supervisor)|hiring manager|line manager)\s?(?:is|will be|would be|:|,)|\breport(?:s|ing)? (?:directly )?(?:in)?to \w+, (?:our|the|head|vp|director|cto|engineering)|\bunder the (?:direct )?(?:supervision|direction|leadership) of\b|\bberichte(?:n|st) (?:du )?(?:direkt )?an\b|\bwho you['’]?ll report to\b|\breporting line\b|\byou(?:['’]ll| will) be (?:managed|led|supervised) by\b/i,
    {
      unless:
        /reporting to (?:help|ensure|support|provide|elevate|drive|improve|track|inform|enable|stakeholders|leadership on|senior (?:leadership|management) on|management and)|report (?:to|into) (?:your|the) (?:local|hr|security|stakeholders|customers|clients|police|business|board on)|reporting (?:dashboards|tools|and analytics)|reports? to (?:stakeholders|management|customers|clients|various|senior management|executives|leadership|key|the (?:client|business|stakeholders|team|customer|public|management team|leadership team|relevant))|all (?:resumes?|reports?)|direct reports|report to work|women-led|founder-led|(?:company|business|firm|organi[sz]ation|team)[- ]led by/i,
    },
  ),
  'direct-reports': cue(
    'direct reports',
    /\bdirect reports?\b|\b(?:a|your) team of (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b|\b(?:manage|managing|lead|leading|supervise|supervising|oversee|mentor and manage|hire and manage|build and lead|grow)\b[^.;]{0,30}\b(?:team|people|engineers|developers|staff|employees|reports|squads?|analysts|designers|professionals)\b|\bpeople[- ]management\b|\bline[- ]manag\w+|\bindividual contributor\b|\bIC role\b|\bno direct reports?\b/i,
    {
      unless:
        /projects? (?:with|across)|lead (?:the )?team to success|leading (?:company|provider|teams of the)|manage stakeholder/i,
    },
  ),
  'team-size': cue(
    'the size of the team',
    /\bthere are (?:currently |now )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?!(?:rounds?|stages?|steps|interviews?|offices?|days|weeks|months|years|hours|ways|things|reasons|levels|kinds|types|parts)\b)[\w-]+ ?[\w-]*s\b|\bteam of (?:about |around |over |roughly |approximately |up to |~\s?|more than )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen|fifteen|twenty)\b|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen|fifteen|twenty)[- ](?:\+\s?)?(?:person|people|member|engineer|developer|strong|head)s?\b[^.;]{0,40}\bteam\b|\bteam\b[^.;]{0,40}\b(?:of|has|have|consists? of|is|with|comprises?|includes?|size:?|~)\s(?:about |around |over |roughly |currently |approximately |now |made up of )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen)\b|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:other |backend |frontend |software |full-?stack |senior |talented )?(?:engineers|developers|designers|scientists|teammates|colleagues)\b|\bsmall team\b/i,
    { unless: /experience (?:managing|leading)|years/i },
  ),
  team: cue(
    'the team',
    /\b(?:you(?:['’]ll| will)(?: be)? (?:join(?:ing)?|work(?:ing)? (?:closely )?(?:with|alongside))|join (?:the|our|a)|our [\w& -]{0,30}team|the [\w&/ -]{2,40} team\b|as part of (?:the|our)|collaborat\w+ with)/i,
  ),
  'company-size': cue(
    'the number of employees',
    /\b\d[\d,.]{0,12}\s?\+?k?\s?(?:\+\s)?(?:[\w-]+\s){0,3}(?:employees|team members|teammates|colleagues|staff members|specialists|associates|mitarbeiter\w*|collaborateurs|techies|consultants|team-members|crew members|experts)\b|\b(?:team of|we are|we['’]re|we have|company of|workforce of|staff of|community of|employs?|family of|group of|now|grown to|headcount of)\s(?:\w+\s){0,4}\+?\d[\d,.]{0,12}\s?\+?\s?(?:[\w-]+\s){0,3}(?:people|employees|professionals|engineers|staff|experts|humans|talents|individuals|strong)\b|\b(?:team of|workforce of|staff of|employ\w*) (?:over |more than |about |around |nearly |approximately |\+)?\d[\d,.]{0,12}\+?|\b\d[\d,.]{0,12}\+? (?:people|person)[- ](?:strong|company|team|remote|organi[sz]ation)|\b(?:headcount|employees|company size)\s?:\s?\d/i,
    {
      unless:
        /\b(?:customers|users|subscribers|patients|served|serving|lives)\b[^.;]{0,15}$|million people|manage a team|lead a team|companies with|organi[sz]ations with|employers? with|for every|million employees|clients with/i,
    },
  ),
  funding: cue(
    'funding or ownership',
    /\b(?:series [a-h]\b|seed (?:round|funding|stage)|raised\b[^.;]{0,40}(?:\$|€|£|\d)|funding|funded|backed by|investors?|venture|valuation|valued at|publicly[- ]traded|public company|nasdaq|nyse|IPO|profitab(?:le|ility)|bootstrapped|private equity|unicorn|revenue of|\bARR\b|y combinator|a16z|sequoia)\b/i,
    {
      unless:
        /(?:tuition|education|training|benefit|401) (?:is )?fund|funded (?:benefits|pension|plan)|crowdfunding|fund (?:administrat|manage|account)|relations with investors|profitability (?:analysis|of)|for investors|help\w* investors|grant[- ]funded|accredited investors|individual investors|contingent (?:up)?on/i,
    },
  ),
  founders: cue(
    'the founders',
    /\b(?:co-?)?founded by\b|\b(?:our|the|its) (?:co-?)?founders?\b|\bfounders?(?: and ceo)?,/i,
  ),
  ownership: cue(
    'who owns it',
    /\b(?:owned by|parent company|subsidiary of|(?:part|member|division|brand|company) of (?:the )?\p{Lu}|acquired by|a \p{Lu}[\p{L}&.]{1,30} company)\b/u,
    { unless: /employee[- ]owned|equal opportunity/i },
  ),
  founded: cue(
    'when it was founded',
    /\b(?:founded|established|was started|launched|incorporated|since its (?:founding|inception)|gegründet|fondée?|fundada)\b[^.;]{0,40}\b(?:1[89]\d\d|20[0-2]\d)\b/i,
    { unless: /copyright/i },
  ),
  headquarters: cue(
    'the headquarters',
    /\b(?:headquarter(?:s|ed)|HQ|head office|offices? (?:in|located|across|around)|based in|hauptsitz|siège)\b/i,
  ),
  product: cue(
    'what the company does',
    /^(?:[^a-z]{0,4})?(?:at \S+,? )?(?:we(?:['’]re| are)?|our (?:mission|platform|product|company)|[\w.’'&-]+(?: [\w.’'&-]+){0,3} (?:is|are|builds|provides|offers|helps|makes|enables|powers|delivers|develops|was))\b/i,
    { sections: ['company'] },
  ),
  customers: cue(
    'customers',
    /\b(?:customers?|clients?|users|brands|merchants|businesses)\b[^.;]{0,60}(?:\d|\b(?:such as|like|including|fortune|millions|thousands|hundreds)\b)|(?:\d[\d,.]{0,12}\+?k?|\b(?:millions|thousands|hundreds|billion))\b[^.;]{0,40}\b(?:customers?|clients?|users|brands|merchants|businesses|companies|members|patients)\b/i,
  ),
  interview: cue(
    'the interview process',
    /\b(?:interview(?:s|ing)?(?: process| stages?| steps| rounds?| loop)?|hiring process|recruit(?:ment|ing) process|selection process|hiring steps|application process|rounds? of|screening call|phone screen|intro call|final round|bewerbungsprozess)\b/i,
    {
      unless:
        /accommodat|disabilit|specific (?:pay|salary)|during the (?:interview|hiring|recruitment|application) process|assessed in the interview|throughout the (?:interview|hiring|recruitment)|(?:job )?offer[s]? (?:are|is)|never|fraud|scam|conduct(?:ing)? (?:user |customer )?interviews|user interviews|interviewing candidates|participate in (?:the )?(?:hiring|interview)|customer interviews|job-?related|qualifications|personal data|reasonable|privacy|artificial intelligence|interview candidates|help(?:ing)? (?:with )?(?:hire|interview|hiring)|interview (?:and hire|experience)|pay range|reverification|equal/i,
    },
  ),
  'take-home': cue(
    'a coding test',
    /\b(?:take[- ]?home|coding (?:challenge|test|exercise|assessment|interview)|technical (?:test|assessment|challenge|exercise|task|assignment|interview)|home ?work|case stud(?:y|ies)|code challenge|live[- ]coding|whiteboard|leetcode|hackerrank|paid trial|work sample)\b/i,
    { unless: /take[- ]home pay|developing case studies|write case studies|customer case/i },
  ),
  start: cue(
    'the start date',
    /\b(?:start(?:ing)? date|start(?:ing|s)? (?:in|on|from|as soon|immediately|asap|january|february|march|april|may|june|july|august|september|october|november|december)|begin(?:ning|s)? (?:in|on) |immediate(?:ly)? (?:start|joiner|available)|asap|eintritt|ab sofort|anticipated start|notice period|able to start|date de début|prise de poste|startdatum)\b/i,
    {
      unless:
        /starting (?:in|on) (?:the|a) (?:field|career)|getting started|salary|starting pay|starting from \$|begins on your first/i,
    },
  ),
  duration: cue(
    'how long it lasts',
    /\b\d{1,2}(?:\s?(?:-|–|to)\s?\d{1,2})?[- ]?(?:months?|weeks?|years?)[- ](?:[\w-]+ ){0,2}(?:contract|assignment|project|internship|engagement|position|role|fixed|term|duration|program|placement)|\b(?:duration|contract (?:length|term|period)|length of (?:contract|assignment)|fixed[- ]term|contract (?:until|through|for)|laufzeit|befristet|durée|term)\b\s?:?[^.;]{0,40}(?:\d|\b(?:month|year|week)s?\b)|\bextension|\bmonths? contract/i,
    {
      unless:
        /years? of experience|browser extension|long[- ]term|chrome extension|software extension|short[- ]term disability/i,
    },
  ),
  hours: cue(
    'working hours',
    /\b\d{1,2}(?:[.,]\d)?(?:\s?(?:-|–|to)\s?\d{1,2})?\s?\+?(?:hours?|hrs?|h|stunden|std\.?|heures|uur)\b\s?(?:\/|per|a|each|pro|par|weekly|work)?\s?-?(?:week|woche|semaine|day|wk|month)?|\b(?:ten|fifteen|twenty|twenty-five|thirty|forty)[- ](?:\w+ )?hours\b|\b(?:working|core|business|office|work) hours\b|\bweekly hours|\b\d{1,2}\s?(?::\d\d)?\s?(?:am|a\.m\.|pm)\b|\bhours:|\bwork schedule\b|\bmonday (?:to|through|-|–) friday\b|\b\d{2}\s?h\s?\/\s?week/i,
    {
      unless:
        /24 hours|within \d+ hours|48 hours|flexible working hours\b(?![^.;]*\d)|volunteer|hours of (?:training|learning|volunteer|video)|credit hours|after hours/i,
    },
  ),
  'flexible-hours': cue(
    'flexible hours',
    /\b(?:flex(?:ible|i)?[- ]?(?:time|hours|schedul\w+|work(?:ing)?(?: hours| schedule| arrangements?| environment| options?)?)|flextime|flexib\w+ (?:\w+ ){0,4}(?:hours|schedul\w+|working time|work arrangements?|when|where)|asynchronous(?:ly)?|async|set your own|choose your (?:own )?hours|gleitzeit|flexible arbeitszeiten|horaires flexibles|work when)\b/i,
    {
      unless:
        /async(?:hronous)? (?:programming|code|processing|messag\w+|communication patterns|python|job)|flexibility (?:and|to) (?:adapt|scal)|asynchronous programming|scalab|asyncio/i,
    },
  ),
  'four-day-week': cue(
    'a shorter week',
    /\b(?:four|4)[- ]day (?:work)?[- ]?week|\b32[- ]hour|\bsummer (?:fridays|hours)|\b(?:half[- ]day|no[- ]meeting|meeting-free|free|short) fridays?|\bfridays? off|\b9\/80|\bfriday afternoons? off/i,
  ),
  overtime: cue('overtime', /\bover-?time\b|\bcrunch\b|\büberstunden\b|\bextra hours\b/i, {
    unless: /improve over time|crunch ?base|number crunch/i,
  }),
  weekends: cue('weekend work', /\bweekends?\b|\bsaturdays?\b|\bsundays?\b|\bwochenende/i),
  shifts: cue('shifts', /\bshifts?\b|\bnights? (?:work|duty)|\bschichten?\b/i, {
    unless:
      /shift[- ]left|paradigm shift|shift (?:the|in|from|to|towards)|shifting|career shift|shifts? in (?:prior|market)|prioriti/i,
  }),
  'office-days': cue(
    'days in the office',
    /\b(?:\d|one|two|three|four|five|several|few|couple of|once|twice|minimum)\b[^.;]{0,40}\b(?:days?|times?)\b[^.;]{0,60}\b(?:office|on-?site|in[- ]person|hub|week|headquarters)\b|\b(?:office|on-?site|in[- ]person|hybrid|hub)\b[^.;]{0,60}\b(?:\d|one|two|three|four|five|once|twice)\b[^.;]{0,20}\b(?:days?|times?|week|month|quarter)|\b(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)\b[^.;]{0,60}\b(?:office|on-?site|in[- ]person|together)\b|\b(?:office|on-?site|in[- ]person)\b[^.;]{0,60}\b(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)\b|\b(?:tage|jours)\b[^.;]{0,30}\b(?:büro|office|bureau|woche|télétravail)/i,
    { unless: /days? of (?:pto|vacation|leave|holiday)|paid days|hours (?:per|a) week|business days/i },
  ),
  clearance: cue(
    'a security clearance',
    /\b(?:security |secret |government |active |dod |polygraph )?clearances?\b|\btop secret\b|\bTS\/SCI\b|\bpublic trust\b|\bpolygraph\b/i,
    { unless: /clearance (?:sale|of funds)|customs clearance/i },
  ),
  citizenship: cue(
    'citizenship',
    /\b(?:u\.?s\.?a?|united states|american|eu|uk|canadian|australian)[- ]?(?:citizens?(?:hip)?|persons?)\b|\bcitizenship\b|\b(?:must|be|only|are|as) (?:an? )?(?:[\w.]+ ){0,3}citizens?\b|\bcitizens? (?:or|only|and|of)\b|\b(?:lawful )?permanent residen(?:ts?|cy)|\bgreen[- ]card\b/i,
    {
      unless:
        /regardless|without regard|discriminat|marital status|national origin|equal|citizen (?:developer|services|experience|engagement)|good citizen|corporate citizen|age, |race/i,
    },
  ),
  'background-check': cue(
    'a background check',
    /\b(?:background|criminal|credit|reference|security|dbs|pre-?employment)[- ](?:check|screen|investigation|history|record|vetting)\w*|\breferences\b|\bcheck references/i,
    { unless: /criminal (?:history|record)s? (?:will|are|in accordance)[^.;]{0,40}consider|preferences/i },
  ),
  'drug-test': cue(
    'a drug test or vaccination',
    /\bdrug[- ](?:test|screen|free|check)\w*|\bvaccin\w+|\bcovid\b/i,
    { unless: /drug discovery|vaccine (?:development|research|design)/i },
  ),
  certification: cue(
    'certifications',
    /\bcertif(?:ication|icate|ied)s?\b|\b(?:PMP|CISSP|CPA|CISM|CKA|ITIL|CFA|OSCP)\b|\blicen[sc]e[sd]?\b/i,
    {
      unless:
        /great place to work|certified b corp|soc ?2|iso ?\d|gift certificat|tls certificat|certified (?:as a|by) great|license agreement|software licen|driver|licensed (?:software|money)|mit licen|bcorp/i,
    },
  ),
  'driving-licence': cue(
    'a driving licence',
    /\b(?:driv(?:er['’]?s?|ing)[’']? licen[sc]e|führerschein|valid licen[sc]e|own (?:car|vehicle)|reliable transportation)\b/i,
  ),
  'spoken-language': cue(
    'spoken languages',
    /\b(?:english|german|french|spanish|portuguese|italian|dutch|polish|czech|russian|swedish|danish|norwegian|finnish|mandarin|chinese|japanese|korean|hebrew|arabic|turkish|deutsch\w*|englisch\w*|anglais|français|inglés|español|inglês|português|angielski\w*|niemiecki\w*|bilingual|multilingual)\b/i,
    {
      unless:
        /english (?:degree|literature|departments?|premier)|spanish (?:company|market)|german (?:company|market|engineering)|french (?:company|startup|market)|chinese (?:market|company)|russian (?:company|federation)/i,
    },
  ),
  'cover-letter': cue(
    'a cover letter',
    /\b(?:cover[- ]?letters?|motivation(?:al)? letter|letter of motivation|anschreiben|motivationsschreiben|lettre de motivation|carta de (?:presentación|apresentação))\b/i,
  ),
  portfolio: cue(
    'a portfolio',
    /\b(?:portfolios?\b(?! (?:compan|manag|of (?:products|services|clients|compan|brands)))|work samples?|writing samples?|github (?:profile|account|repo|link))/i,
    {
      unless:
        /product portfolio|our portfolio|portfolio (?:includes|risk|optimi|analytics|construction)|investment portfolio|project portfolio|diverse portfolio|service portfolio|broad portfolio|patent portfolio|customer portfolio|growing portfolio|portfolio of/i,
    },
  ),
  contact: cue('a contact', /\b(?:contact|recruiter|reach out|e-?mail|questions)\b/i, {
    unless:
      /accommodat|disabilit|contact (?:center|centre)|email (?:marketing|platform|campaign)|point of contact for/i,
  }),
  duties: cue(
    'the duties',
    /\b(?:you will|you['’]ll|responsible for|responsibilities|in this role|as an?|we are (?:looking|seeking|hiring)|looking for)\b/i,
    { sections: ['duties', 'role'] },
  ),
  requirements: cue(
    'the requirements',
    /\b(?:requirements?|must have|required|minimum qualifications|looking for|you have|you['’]ve)\b/i,
    { sections: ['requirements'] },
  ),
  'nice-to-have': cue(
    'what is nice to have',
    /\b(?:nice[- ]to[- ]haves?|bonus points|(?:is |are |be )?a (?:big |huge |strong )?plus|preferred|desirable|ideally|advantage(?:ous)?|von vorteil|un plus)\b/i,
    { sections: ['nice-to-have'] },
  ),
  benefits: cue(
    'benefits',
    /\b(?:benefits?|perks?|we offer|insurance|stipend|401\(?k\)?|PTO|paid time off|equity|parental leave|what you['’]ll get)\b/i,
    {
      sections: ['benefits'],
      unless: /benefits? (?:of|from|to (?:our|the) (?:customers|users))|for the benefit|equal opportunit/i,
    },
  ),
  probation: cue(
    'a probation period',
    /\b(?:probation(?:ary)?|trial (?:period|project|week|day|month)|paid trial|contract[- ]to[- ]hire|temp[- ]to[- ](?:perm|hire)|probezeit|période d['’]essai)\b/i,
  ),
  union: cue(
    'a union',
    /\b(?:unions?|unioni[sz]ed|works council|collective (?:agreement|bargaining)|betriebsrat|tarif(?:vertrag)?)\b/i,
    {
      unless:
        /european union|credit union|union (?:types?|status)|trade union membership|western union|membership in/i,
    },
  ),
  diversity: cue(
    'diversity',
    /\b(?:diversity|diverse|inclusion|inclusive|equal[- ]opportunity|disabilit(?:y|ies)|accommodations?|underrepresented)\b/i,
    { unless: /diverse (?:set|range|data)/i },
  ),
  mentoring: cue(
    'mentoring or onboarding',
    /\b(?:mentor(?:s|ship|ing|ed)?|(?:your|thorough|structured|comprehensive) onboarding|coach(?:ing|ed)?|buddy)\b/i,
    {
      unless:
        /customer onboarding|onboarding (?:of )?(?:new )?(?:customers|clients|users|merchants|flow|experience for)/i,
    },
  ),
  culture: cue(
    'the culture',
    /\b(?:our culture|culture of|our values|core values|we value|work[- ]life balance|company culture|values:|culture is)\b/i,
  ),
  method: cue(
    'how the team works',
    /\b(?:agile|scrum|kanban|sprints?|TDD|test[- ]driven|waterfall|SAFe|code reviews?|trunk[- ]based|continuous (?:delivery|deployment|integration)|CI\/CD|lean|extreme programming|XP\b)/i,
    { unless: /sprint interval/i },
  ),
  'pair-programming': cue(
    'pair programming',
    /\bpair(?:ing|s)?(?:[- ]programm\w*)?\b|\bmob[- ]programming\b|\bpair up\b/i,
    { unless: /paired with|pair of|pairs of|repair|pairing (?:our|with)/i },
  ),
  'work-from-abroad': cue(
    'working from abroad',
    /\b(?:work(?:ing)? (?:from )?abroad|workations?|digital nomads?|nomad|work(?:ing)? from anywhere|from (?:any|another|other) countr(?:y|ies)|work[- ]from[- ]anywhere|weeks? (?:a year )?abroad)\b/i,
  ),
  physical: cue(
    'physical demands',
    /\b(?:lift(?:ing)?\b|physical (?:demands|requirements|ability|activity)|standing|sit(?:ting)? for|\d+ (?:lbs|pounds|kg))/i,
  ),
  internet: cue(
    'internet or phone costs',
    /\b(?:internet|cell ?-?phone|mobile(?: phone)?|phone|wi-?fi|telecom)\b[^.;]{0,40}\b(?:stipend|reimburs\w*|allowance|subsid\w*|budget|expenses?|paid|bill|plan|costs?)\b|\b(?:stipend|reimburs\w*|allowance|cover)\b[^.;]{0,50}\b(?:internet|cell|phone|wi-?fi)\b/i,
  ),
  raises: cue(
    'growth and raises',
    /\b(?:career (?:growth|path|progression|development|ladder|advancement|opportunit\w+)|promot(?:ion|ions|ed)\b|raises?\b|salary reviews?|performance reviews?|(?:pay|compensation) reviews?|merit increase|growth opportunities|opportunit(?:y|ies) (?:for|to) (?:growth|grow|advance)|grow your career|professional growth|room (?:for|to) gro)/i,
    {
      unless:
        /raised \$|promotions? (?:and|campaign)|promote|equal|recruit\w*, hir|hiring, promot|raise (?:the bar|awareness|issues)|decisions|termination/i,
    },
  ),
  overlap: cue('overlapping hours', /\boverlap(?:s|ping)?\b|\btime ?zones?\b|\b(?:core|working) hours\b/i),
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

/** What an answer to "how many", "how long" needs, unless the aspect says otherwise. */
export const AMOUNT = NUMBERED
/** Sentences that speak of what candidates have done. */
export const PAST_EXPERIENCE = PAST
