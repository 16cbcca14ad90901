import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import { GERMAN_ASPECT_PHRASES } from './german-aspects.ts'

/** Aspects of a posting that have a field of their own. */
export const FIELD_ASPECTS = [
  'pay',
  'workplace',
  'place',
  'time-zone',
  'level',
  'employment',
  'experience',
  'degree',
  'visa',
  'skill',
  'topic',
  'posted',
  'closes',
  'apply',
  'company',
  'title',
] as const
export type FieldAspect = (typeof FIELD_ASPECTS)[number]

/** Aspects that only the text of a posting speaks of. */
export const PASSAGE_ASPECTS = [
  'parental-leave',
  'sick-leave',
  'sabbatical',
  'holidays',
  'vacation',
  'health',
  'dental',
  'vision',
  'life-insurance',
  'retirement',
  'equity',
  'signing-bonus',
  'referral-bonus',
  'bonus',
  'commission',
  'travel-budget',
  'learning-budget',
  'learning',
  'student-loans',
  'home-office',
  'equipment',
  'mental-health',
  'wellness',
  'gym',
  'meals',
  'commute',
  'childcare',
  'fertility',
  'pets',
  'volunteering',
  'retreats',
  'coworking',
  'relocation',
  'travel',
  'on-call',
  'reports-to',
  'direct-reports',
  'team-size',
  'team',
  'company-size',
  'funding',
  'stock-listing',
  'founders',
  'ownership',
  'founded',
  'headquarters',
  'product',
  'customers',
  'interview',
  'take-home',
  'start',
  'duration',
  'conversion',
  'hours',
  'flexible-hours',
  'four-day-week',
  'overtime',
  'weekends',
  'shifts',
  'office-days',
  'clearance',
  'citizenship',
  'background-check',
  'drug-test',
  'certification',
  'driving-licence',
  'spoken-language',
  'cover-letter',
  'portfolio',
  'contact',
  'duties',
  'requirements',
  'nice-to-have',
  'benefits',
  'probation',
  'union',
  'diversity',
  'mentoring',
  'culture',
  'method',
  'pair-programming',
  'work-from-abroad',
  'physical',
  'internet',
  'raises',
  'overlap',
  'salary-transparency',
  'on-target-earnings',
] as const
export type PassageAspect = (typeof PASSAGE_ASPECTS)[number]

/** What a question about one posting can be about. */
export type Aspect = FieldAspect | PassageAspect

/** How questions name each aspect, the wording of a question before the wording of a posting. */
export const ASPECT_PHRASES: Readonly<Record<Aspect, string>> = {
  pay: 'pay|pays|paying|paid|salary|salaries|salary range|pay range|compensation|comp|wage|wages|earn|earns|earning|earnings|make|makes|hourly rate|day rate|daily rate|rate|base salary|base pay|base|total compensation|pay band|salary band|how much money|remuneration|income|money',
  workplace:
    'remote|remotely|hybrid|onsite|on site|in office|in the office|work from home|wfh|fully remote|office based|work remotely|remote work|home office allowed|workplace|work model|work arrangement|in person|from home|remote policy',
  place:
    'where|located|location|based|countries|country|which states|what states|states|state|cities|city|region|regions|which office|what city|work from|live|living|reside',
  'time-zone': 'time zone|time zones|timezone|timezones|tz',
  level: 'level|seniority|seniority level|how senior|grade',
  employment:
    'full time|fulltime|part time|contract|contractor|permanent|freelance|temporary|employment type|contract type|type of contract|type of employment|fixed term|b2b|w2|1099|kind of contract|internship',
  experience:
    'years of experience|years experience|how many years|experience required|years|yoe|how much experience|experience level|years required|minimum experience|experience needed|prior experience|experience',
  degree:
    'degree|degrees|bachelor|bachelors|master|masters|phd|diploma|university|college|university degree|college degree|education|education level|educational requirements|cs degree|qualification',
  visa: 'visa|visas|sponsor|sponsors|sponsorship|visa sponsorship|h1b|h 1b|h1 b|work permit|work permits|work authorization|work authorisation|green card|immigration|opt|visa support',
  skill:
    'stack|tech stack|technology stack|technologies|programming languages|programming language|frameworks|tools|tech|skills|technical skills|languages and frameworks|databases|database|cloud|tooling|tech used|coding languages|key skills|required skills|coding language|framework|language do they code in|cloud provider|cloud providers',
  topic: 'kind of work|type of work|kind of role|kind of job|field',
  posted: 'posted|published|how old|listed|when was it posted|posting date|date posted|put up|advertised',
  closes:
    'deadline|close|closes|closing date|application deadline|until when|apply by|last day|latest date|expire|expires|when do applications close|how long can i apply',
  apply:
    'apply link|application link|how do i apply|how to apply|how can i apply|where do i apply|where can i apply|where to apply|apply|link|application page|url|send my cv|send my resume|application|how does one apply|how would i apply',
  company: 'which company|what company|who is hiring|whos hiring|employer|who is the employer|company name',
  title: 'job title|title|role called|title of the role',
  'parental-leave':
    'parental leave|maternity leave|paternity leave|maternity|paternity|parental|family leave|baby leave|leave for new parents|new parents|adoption leave|parents leave|leave after a birth|paid leave for parents|mat leave',
  'sick-leave': 'sick leave|sick days|sick pay|sick time|medical leave|sickness',
  sabbatical: 'sabbatical|sabbaticals|sabbatical leave',
  holidays: 'public holidays|holidays|bank holidays|company holidays|paid holidays|holiday closure|christmas',
  vacation:
    'vacation|vacation days|holiday allowance|pto|paid time off|time off|annual leave|days off|paid leave|vacation policy|paid vacation|leave|holiday|holiday days|days of holiday|days of vacation|days holiday|paid days off|days of leave|paid days',
  health:
    'health insurance|medical insurance|health care|healthcare|health coverage|health plan|medical|health benefits|private health|medical coverage|medical plan|health cover|insurance',
  dental: 'dental|dental insurance|dental plan|dentist|dental cover',
  vision: 'vision insurance|vision plan|eye care|vision coverage|vision',
  'life-insurance':
    'life insurance|disability insurance|life assurance|short term disability|long term disability|disability cover',
  retirement:
    '401k|401 k|pension|retirement|retirement plan|rrsp|superannuation|pension plan|401k match|401k matching|401k plan|pension contribution|pension scheme|employer match|match my 401k',
  equity:
    'equity|stock|stock options|options|rsu|rsus|shares|stocks|stock grants|esop|espp|share options|equity package|stock purchase plan|employee stock|stock plan|ownership stake|equity grant|stock option|bsop|vsop',
  'signing-bonus':
    'signing bonus|sign on bonus|signon bonus|sign-on bonus|joining bonus|starting bonus|hiring bonus',
  'referral-bonus': 'referral bonus|referral program|referral programme|employee referral|referral fee',
  bonus:
    'bonus|bonuses|annual bonus|performance bonus|yearly bonus|variable pay|incentive|profit sharing|bonus plan|bonus scheme|13th salary|christmas bonus',
  commission: 'commission|commissions|uncapped commission|commission plan',
  'travel-budget':
    'travel budget|travel allowance|travel stipend|travel expenses|travel reimbursed|travel costs',
  'learning-budget':
    'learning budget|training budget|education budget|conference budget|learning stipend|tuition|tuition reimbursement|development budget|education allowance|education stipend|study budget|conference allowance|certification budget|l&d budget|training allowance|tuition assistance|learning allowance|learning and development budget|professional development budget|conference tickets|pay for courses|pay for conferences|pay for training|book budget|training stipend|budget for learning|budget for conferences|budget for training|budget for courses|stipend for learning',
  learning: 'professional development|training|learning|conferences|courses|learning and development|books',
  'student-loans':
    'student loan|student loans|student debt|student loan repayment|loan repayment|student loan assistance',
  'home-office':
    'home office|home office budget|home office stipend|home office allowance|remote stipend|wfh stipend|office setup|home setup|workspace stipend|home office setup|desk|office furniture|work from home stipend|remote work stipend|remote stipend|office stipend|set up my home office|furniture',
  equipment:
    'equipment|laptop|macbook|hardware|computer|mac|work laptop|company laptop|monitor|which laptop|company phone|phone',
  wellness:
    'wellness|wellness stipend|wellness budget|wellbeing|well being|wellness allowance|fitness|wellness benefit|wellness program|meditation|eap|employee assistance',
  'mental-health':
    'mental health|therapy|mental health support|counselling|counseling|therapist|mental health benefit|mental health days',
  gym: 'gym|gym membership|fitness membership|gympass|sports|yoga|gym subsidy',
  meals:
    'lunch|lunches|meals|food|free lunch|snacks|meal vouchers|breakfast|free food|catered|coffee|lunch vouchers|kitchen',
  commute:
    'commuter|commuter benefits|commute|parking|public transport|transit|bike|company car|car|job ticket|transport allowance|car allowance|bike leasing|commuting|cycle to work',
  childcare: 'childcare|child care|daycare|nursery|kindergarten|back up care|creche',
  fertility: 'fertility|ivf|adoption|family planning|fertility benefits|egg freezing|surrogacy',
  pets: 'pet|pets|dog|dogs|dog friendly|pet insurance|bring my dog|office dog',
  volunteering:
    'volunteer|volunteering|volunteer days|charity|donation|donation matching|volunteer time|charitable|gift matching|vto|donations',
  retreats:
    'retreat|retreats|offsite|offsites|off sites|company retreat|team offsite|team events|onsites|meetups|company trip|off site|summit|get together|team building|meet in person|team trips',
  coworking: 'coworking|co working|coworking space|wework|co-working membership',
  relocation:
    'relocation|relocate|relocating|relocation assistance|relocation package|relocation support|moving costs|help me move|help with moving|relocation bonus|moving expenses|help moving|help to move',
  travel:
    'travel|travelling|traveling|trips|travel required|business travel|have to travel|travel requirement|how much travel|business trips|travel much',
  'on-call':
    'on call|oncall|on call rotation|on-call duty|pager|pager duty|pagerduty duty|standby|rota|on call duties|call rotation|24/7 support|be paged',
  'reports-to':
    'report to|reports to|reporting to|report into|boss|my manager|hiring manager|reporting line|line manager|who manages|who is the manager|supervisor|who leads the team|who would i work under|manager be|superior|direct manager',
  'direct-reports':
    'direct reports|how many reports|people management|manage people|manage a team|managing people|how many people would i manage|people do i manage|people will i manage|line management|number of reports|people management responsibilities|lead people|manage others|how many people will i lead|lead a team|supervise|how many people would i lead|how many people would i manage|how many people will i lead|how many people will i manage|how many people does it lead|would i lead|will i lead|would i manage|will i manage|people would i lead|people i would lead',
  'team-size':
    'are on the team|are in the team|on the team today|in your team|on your team|team size|how big is the team|how large is the team|size of the team|people on the team|people in the team|engineers on the team|big is the team|how many engineers|team big|people are on the team|people are in the team|large is the team|many developers|big the team|headcount of the team|how many teammates|engineers are on the team|engineers are there|developers are there',
  team: 'which team|what team|team like|the team do|team structure|who would i work with|who will i work with|who would i be working with|work with day to day|work closely with|collaborate with|which department|what department',
  'company-size':
    'how many employees|company size|number of employees|how big is the company|how large is the company|people work there|size of the company|people work at|employees|headcount|big is the company|people does the company|how many people|staff count|people does it employ|people work for',
  funding:
    'funding|funded|raised|investors|series|venture|valuation|investor|backed|backed by|vc|profitable|profit|revenue|funding round|bootstrapped|how much money have they raised|unicorn',
  'stock-listing':
    'publicly traded|publicly listed|public company|ipo|stock market|stock exchange|listed on a stock exchange|listed company|gone public|go public|went public|nasdaq|nyse|ticker|ticker symbol|traded publicly',
  founders: 'founder|founders|who founded|who started the company|founded by|who set it up',
  ownership:
    'who owns|owned by|owner|owners|parent company|subsidiary|who acquired|acquired by|belongs to|belong to',
  founded:
    'founded|established|how old is the company|company started|since when does|when was the company|when did the company|old is the company',
  headquarters:
    'headquarters|headquartered|hq|head office|main office|company based|offices|office locations',
  product:
    'product|products|what does the company do|what does the company make|company do|company about|business|what do they do|what do they build|do they build|what is the company|mission|what they do|what industry|which industry|industry|sector|company build|company sell',
  customers:
    'customers|clients|users|customer base|who uses|how many customers|how many users|people use|how many people use|people using',
  interview:
    'interview|interviews|interview process|hiring process|recruitment process|interview rounds|interview stages|selection process|interview steps|application process|rounds|how many rounds|rounds of interviews|interview look like|recruiting process|hiring steps',
  'take-home':
    'take home|take home test|coding challenge|take home assignment|coding test|technical test|homework|case study|code challenge|technical assessment|assessment|whiteboard|live coding|leetcode|home assignment',
  start:
    'start date|starting date|when does it start|when would i start|begin|when do i start|start immediately|when does the job start|start|starting|starts|joining date',
  duration:
    'how long is the contract|contract length|contract duration|duration|length of the contract|how many months|how long does the contract|how long is the internship|how long does it last|contract term|contract last|internship last|long is the internship|extension|extended',
  conversion:
    'become permanent|become full time|become a full time|become a permanent|turn permanent|turn into a permanent|turn into full time|turn into a full time|convert to|convert into|converted to|lead to full time|lead to a full time|lead to permanent|lead to a permanent|conversion|kept on|keep me on|permanent afterwards|full time afterwards|permanent later|full time later|hired full time|contract to hire|temp to hire|temp to perm|job afterwards|offer afterwards',
  hours:
    'hours per week|hours a week|weekly hours|working hours|work hours|how many hours|office hours|hours|core hours|hours week|hours per day|work week|hours a day|work schedule|schedule',
  'flexible-hours':
    'flexible hours|flexible schedule|flexible working|flextime|flexitime|flexible work|flexibility|flexible|set my own hours|choose my hours|own schedule|async|asynchronous',
  'four-day-week':
    'four day week|4 day week|four day work week|4 day work week|32 hour week|summer fridays|fridays off|half day fridays|4 day workweek|four day workweek|shorter week',
  overtime: 'overtime|overtime pay|crunch|extra hours|paid overtime',
  weekends: 'weekend|weekends|weekend work|work weekends|saturday|saturdays|sunday|sundays',
  shifts:
    'shift|shifts|night shift|night shifts|shift work|nights|rotating shifts|night work|night hours|work at night',
  'office-days':
    'days in the office|office days|days a week in the office|how many days in the office|days per week in the office|how often in the office|come to the office|go to the office|office attendance|days onsite|days on site|days in office|how many days on site|which days|go into the office|come into the office|days a week on site|in office days|required in the office|required office days|office per week|how often must i|office a week|how many days a week|days per week|days a week|how often do i have to|go in',
  clearance: 'security clearance|clearance|secret clearance|top secret|ts/sci|public trust|sci',
  citizenship:
    'citizen|citizens|citizenship|us citizen|us citizenship|us citizens|nationality|permanent resident|us person|passport',
  'background-check':
    'background check|background checks|criminal record|credit check|reference check|references|criminal check|background screening|dbs',
  'drug-test': 'drug test|drug testing|drug screen|drug screening|drugs|vaccination|vaccine|vaccinated|covid',
  certification:
    'certification|certifications|certificate|certificates|certified|licence|license|licenses|pmp|cpa|accreditation|professional license',
  'driving-licence':
    'driving licence|driving license|drivers license|drivers licence|driver license|own car|drive',
  'spoken-language':
    'which languages|what languages|languages spoken|language is spoken|languages are spoken|language spoken|language do they speak|language does the team speak|languages do they speak|language at work|language of the team|speak|language skills|spoken languages|fluent|language requirement|language requirements|fluency|english level|level of english|native speaker|foreign language|language level|bilingual|second language|working language',
  'cover-letter': 'cover letter|coverletter|motivation letter|letter of motivation|cover letters',
  portfolio: 'portfolio|work samples|github profile|writing samples|work sample|samples of my work',
  contact:
    'contact|recruiter|email|e mail|phone number|who do i contact|contact person|recruiter email|email address|whom can i ask|who can i ask|telephone',
  duties:
    'responsibilities|duties|what would i do|what will i do|day to day|tasks|what does the job involve|what does the role involve|job description|what is the job|what is the role about|what does the role do|what would i be doing|what will i be doing|what would i work on|what will i work on|what does the person do|work on|typical day|main tasks|role about|job about|be building|responsible for|involve|entail|main responsibilities|projects',
  requirements:
    'requirements|what do i need|must haves|must have|what are they looking for|what is required|looking for|prerequisites|minimum requirements|minimum qualifications|qualifications|what do they require|what do they expect|required qualifications|expect from',
  'nice-to-have':
    'nice to have|nice to haves|bonus points|preferred qualifications|pluses|a plus|preferred|optional skills|nice-to-have|would be a plus',
  benefits:
    'benefits|perks|perk|benefit|what do they offer|what benefits|benefits package|what perks|fringe benefits|extras',
  probation: 'probation|probation period|trial period|probationary period|trial|trial week|trial day',
  union:
    'union|unionized|works council|collective agreement|tariff|collective bargaining|betriebsrat|unionised',
  diversity:
    'diversity|diverse|inclusion|inclusive|equal opportunity|dei|disabled|disability|accommodation|accommodations|women|lgbt|minorities|equal opportunities',
  mentoring: 'mentor|mentors|mentorship|mentoring|onboarding|coaching|onboarding process|get mentored|buddy',
  culture:
    'culture|values|work culture|company culture|company values|work life balance|work environment|core values',
  method:
    'agile|scrum|kanban|methodology|tdd|test driven|sprints|sprint|development process|code reviews|how do they work|ci/cd practices|release process|deploy|waterfall',
  'pair-programming': 'pair programming|pairing|mob programming|pair program',
  'work-from-abroad':
    'work from abroad|work abroad|workation|digital nomad|nomad|work from another country|work from anywhere|abroad|working abroad',
  physical: 'lift|lifting|physical|physical demands|stand|standing|heavy lifting|physical requirements',
  internet:
    'internet|internet stipend|internet reimbursement|phone stipend|cell phone|phone reimbursement|phone allowance|internet allowance|mobile phone|wifi',
  raises:
    'raise|raises|promotion|promotions|salary review|career path|career growth|growth|career progression|career development|career ladder|career opportunities|advancement|performance review|performance reviews|pay review|grow',
  overlap: 'overlap|overlapping|working time|time overlap|hours of overlap|overlap hours|hours overlap',
  'on-target-earnings':
    'on target earnings|ote|on target|target earnings|variable compensation|on target compensation',
  'salary-transparency':
    'negotiable|salary negotiable|pay transparency|salary transparency|open salaries|negotiate',
}

const ENTRIES = (Object.keys(ASPECT_PHRASES) as Aspect[]).flatMap(aspect =>
  [ASPECT_PHRASES[aspect], GERMAN_ASPECT_PHRASES[aspect] ?? []]
    .flat()
    .flatMap(phrases => phrasesOf(phrases, aspect)),
)

/** The words by which a question names an aspect. */
export const ASPECT_WORDS = createPhraseTable<Aspect>(ENTRIES)
