import type { Seniority } from '../vocabulary.ts'

/** How firmly a title states a level: a number after the role ("II") gives way to words in the text. */
export interface TitleLevel {
  readonly level: Seniority
  readonly isNumber: boolean
}

/** Titles that hold a word of level which says nothing about the role's own. */
const NO_LEVEL =
  /\b(?:chief of staff|members? of (?:the )?technical staff|staff (?:accountant|nurse|attorney|writer|augmentation)|lead gen(?:eration)?|(?:assistant|support) to (?:the )?(?:ceo|cto|cfo|coo|director|head|vp)|principal investigator|scrum master|headless|seniors? (?:care|living)|director[iy]|office of the \w+)\b/g

const ENGINEERING_MANAGER =
  /\b(?:engineering|development|software|it|qa|quality assurance|data|security|infrastructure|platform|devops|design|research|science|analytics|people|team|department|area|group|general|network|systems|test|testing|technology|technical support|field application engineer|hr|recruiting|talent acquisition|finance|accounting|legal|operations|support|nursing|sre|reliability) managers?\b/
const ROLE_NOUN_MANAGER =
  /\b(?:product|project|programme?|accounts?|success|partners?(?:hips?)?|partner development|channel|channel development|dealer|community|content|brand|office|case|release|campaign|media|relationship|territory|sales|business development|corporate development|network development|development manager -|portfolio|delivery|change|incident|risk|compliance|procurement|category|events?|contracts?|grants?|configuration|implementation|onboarding|alliances?|growth|marketing|care|concept|property|inventory|vendor|customer|client|engagement|communications|seo|digital|lifecycle|crm|email|social|retention|acquisition|pricing|proposal|bid|policy|privacy|audit|tax|treasury|payroll|benefits|compensation|learning|training|curriculum|studio|production|artist|talent|logistics|supply|warehouse|shift|store|data center|facilities|fleet|quality|clinical|trial|study|medical|regulatory|safety|integration|migration|deployment|solutions?|problem|service|test data|master data|knowledge|asset|license|capacity|demand|merchandising|ecommerce|e-commerce|marketplace|monetization|revenue|strategy|insights|planning|process|improvement|transformation|innovation) managers?\b/

/** In order: the first that matches decides. */
const LEVELS: readonly (readonly [Seniority, RegExp])[] = [
  [
    'intern',
    /\b(?:intern|interns|internship|internships|praktik(?:um|ant|antin)|werkstudent(?:in)?|working student|co-?op|stagiaire|stage|alternan(?:ce|t|te)|apprenti(?:ce|ceship|ssage)?|estagi(?:o|ário|ária|ario)|estágio|becari[oa]|prácticas|stage student|duaal|stażyst(?:a|ka)|summer student)\b/,
  ],
  ['c-level', /\b(?:chief (?:[a-z&]+ ){1,3}officer|c[tefoimprs]o|ciso|cpto)\b/],
  ['vp', /\b(?:[sea]?vp|vice[- ]president|vice président)\b/],
  [
    'head',
    /(?:\bhead(?: of\b|,| -| –|$)|^head\b(?! (?:chef|coach|nurse|teacher))|\bleiter(?:in)?\b|\bresponsable\b(?= (?:de|du|d'|technique)))/,
  ],
  ['director', /\b(?:directors?|direktor(?:in)?|directeur|directrice|diretora?|directora)\b/],
  ['manager', ENGINEERING_MANAGER],
  ['manager', /^(?:senior |sr\.? |associate |group )?manager,? (?:of |- |– )?/],
  ['manager', /\b(?:senior|sr\.?) manager\b|,\s?manager\b/],
]

const ADJECTIVES: readonly (readonly [Seniority, RegExp])[] = [
  ['principal', /\b(?:principal|distinguished|fellow)\b/],
  ['staff', /\bstaff\b/],
  [
    'lead',
    /\b(?:lead|leader|leads|teamleiter(?:in)?|teamlead|tech lead|leitende[rn]?|chef de projet technique|líder|lider|referent)\b/,
  ],
  ['senior', /\b(?:senior|seniors|sr|snr|ssr\.? ?sr|sênior|sénior|seniour|starszy)\b/],
  [
    'mid',
    /\b(?:mid|middle|mid-?level|mid-?senior|intermediate|interm[ée]diaire|pleno|ssr|semi[- ]?senior|semisenior|confirm[ée]e?|regular|medior)\b/,
  ],
  [
    'junior',
    /\b(?:junior|jr|entry[- ]level|entry|graduates?|new grad|early[- ]career|associate|trainee|débutante?|debutant|júnior|młodszy|apprentice|berufseinsteiger|aprendiz)\b/,
  ],
]

const NUMBERS: readonly (readonly [Seniority, RegExp])[] = [
  [
    'senior',
    /\b(?:iii|iv|lll|ic3|l5|level (?:3|4|iii|iv))\b|(?:engineer|developer|analyst|sde|swe|scientist) [34]\b/,
  ],
  ['mid', /\b(?:ii|ll|ic2|l4|level (?:2|ii))\b|(?:engineer|developer|analyst|sde|swe|scientist) 2\b/],
  ['junior', /\b(?:i|ic1|l3|level (?:1|i))\b(?!-)|(?:engineer|developer|analyst|sde|swe|scientist) 1\b/],
]

const normalizeTitle = (title: string): string =>
  title
    .slice(0, 200)
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\bsr\.(?=\s|$)/g, 'sr')
    .replace(/\bjr\.(?=\s|$)/g, 'jr')
    .replace(NO_LEVEL, ' ')

const firstOf = (table: readonly (readonly [Seniority, RegExp])[], title: string): Seniority | null =>
  table.find(([, pattern]) => pattern.test(title))?.[0] ?? null

/**
 * The level a job title states; null where it states none. Of alternatives ("Mid/Senior") the lower one.
 * @example readTitleLevel('Sr. Staff Engineer') // { level: 'staff', isNumber: false }
 */
export function readTitleLevel(title: string): TitleLevel | null {
  const plain = normalizeTitle(title)
  const alternative = lowerOfAlternatives(plain)
  if (alternative) return { level: alternative, isNumber: false }
  const level = firstOf(LEVELS, plain)
  if (level && !(level === 'manager' && isRoleNoun(plain))) return { level, isNumber: false }
  const adjective = firstOf(ADJECTIVES, plain)
  if (adjective) return { level: adjective, isNumber: false }
  const number = firstOf(NUMBERS, plain)
  return number && { level: number, isNumber: true }
}

/** "Senior Software Product Manager": the noun before "manager" is the thing managed, not people. */
function isRoleNoun(title: string): boolean {
  if (/^(?:senior |sr |associate |group )?manager\b/.test(title)) return false
  if (/\b(?:product|project|program|account|success|release|delivery) managers?\b/.test(title)) return true
  return (
    ROLE_NOUN_MANAGER.test(title) &&
    !/\b(?:engineering|software development|technology|people) managers?\b/.test(title)
  )
}

const EITHER =
  /\b(junior|jr|mid|middle|mid-?level|intermediate|senior|sr|staff|lead|principal)\+?\s?(?:\/|or|\||&|,|to)\s?(junior|jr|mid|middle|mid-?level|intermediate|senior|sr|staff|lead|principal)\b/
const RANK: readonly Seniority[] = ['junior', 'mid', 'senior', 'lead', 'staff', 'principal']

function lowerOfAlternatives(title: string): Seniority | null {
  const either = EITHER.exec(title)
  if (!either) return null
  const levels = [either[1] ?? '', either[2] ?? ''].map(word => firstOf(ADJECTIVES, word) ?? 'senior')
  return RANK.find(level => levels.includes(level)) ?? null
}
