import { cue } from './cue.ts'

/** How postings speak of budgets and perks. */
export const PERKS_CUES = {
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
  'student-loans': cue('student loans', /\bstudent[- ](?:loans?|debt)\b/i),
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
  internet: cue(
    'internet or phone costs',
    /\b(?:internet|cell ?-?phone|mobile(?: phone)?|phone|wi-?fi|telecom)\b[^.;]{0,40}\b(?:stipend|reimburs\w*|allowance|subsid\w*|budget|expenses?|paid|bill|plan|costs?)\b|\b(?:stipend|reimburs\w*|allowance|cover)\b[^.;]{0,50}\b(?:internet|cell|phone|wi-?fi)\b/i,
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
  benefits: cue(
    'benefits',
    /\b(?:benefits?|perks?|we offer|insurance|stipend|401\(?k\)?|PTO|paid time off|equity|parental leave|what you['’]ll get)\b/i,
    {
      sections: ['benefits'],
      unless: /benefits? (?:of|from|to (?:our|the) (?:customers|users))|for the benefit|equal opportunit/i,
    },
  ),
}
