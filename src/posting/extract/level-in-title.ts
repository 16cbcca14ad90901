import { listPattern } from '../list-pattern.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import type { Seniority } from '../vocabulary.ts'

/** How firmly a title states a level: a number after the role ("II") gives way to words in the text. */
export interface TitleLevel {
  readonly level: Seniority
  readonly isNumber: boolean
}

/** Titles that hold a word of level which says nothing about the role's own. */
const NO_LEVEL = listPattern({
  before: String.raw`\b`,
  words: [
    'chief of staff|members? of (?:the )?technical staff',
    'staff (?:accountant|nurse|attorney|writer|augmentation)|lead gen(?:eration)?',
    '(?:assistant|support) to (?:the )?(?:ceo|cto|cfo|coo|director|head|vp)',
    'principal investigator|scrum master|headless|seniors? (?:care|living)|director[iy]',
    String.raw`mid[- ]?(?:market|cap|size[d]?)|office of the \w+`,
  ],
  after: String.raw`\b`,
  flags: 'g',
})

/** Managers of people, by what the people do. */
const PEOPLE_MANAGER = listPattern({
  words: [
    String.raw`\b(?:engineering|(?:software|applications?|apps?|web|systems|engineering) development|software|it|qa|quality assurance|data|security|infrastructure|platform|devops|design|research|science|analytics|people|team|department|area|general|networks?|systems|tests?|testing|technology|technical support|field application engineer|recruiting|talent acquisition|nursing|sre|reliability|nurse) managers?\b`,
    String.raw`^(?:senior |sr )?development manager\b`,
  ],
  flags: '',
})
/** Managers of a thing: the level is that of the adjective before it. */
const THING_MANAGER =
  /\b(?:product|project|programme?|accounts?|success|release|delivery|test data|master data) managers?\b/

/** In order: the first that matches decides. */
const LEVELS: readonly (readonly [Seniority, RegExp])[] = [
  [
    'intern',
    listPattern({
      before: String.raw`\b`,
      words: [
        'intern|interns|internship|internships|praktik(?:um|ant|antin)|werkstudent(?:in)?',
        'working student|co-?op|stagiaire|stage|alternan(?:ce|t|te)',
        'apprenti(?:ce|ceship|ssage)?|estagi(?:o|ário|ária|ario)|estágio|becari[oa]|prácticas',
        'stage student|duaal|stażyst(?:a|ka)|summer student',
      ],
      after: String.raw`\b`,
      flags: '',
    }),
  ],
  ['c-level', /\b(?:chief (?:[a-z&]+ ){1,3}officer|c[tefoimprs]o|ciso|cpto)\b/],
  ['vp', /\b(?:[sea]?vp|vice[- ]president|vice président)\b/],
  [
    'head',
    /(?:\bhead(?: of\b|,| -| –|$)|^head\b(?! (?:chef|coach|nurse|teacher))|\bleiter(?:in)?\b|\bresponsable\b(?= (?:de|du|d'|technique)))/,
  ],
  ['director', /\b(?:directors?|direktor(?:in)?|directeur|directrice|diretora?|directora)\b/],
  ['manager', PEOPLE_MANAGER],
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
    /\b(?:mid|middle|mid-?level|mid-?senior|intermediate|interm[ée]diaire|pleno|ssr|confirme|confirmée|^confirmed|regular|medior)\b|\bconfirmé(?![a-zà-ÿ])/,
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
    .replace(/\bsemi[-‑– ]?(?:senior|sr\b)/g, 'mid')
    .replace(NO_LEVEL, ' ')
    .replace(/\bsenior (?=staff\b|principal\b)/g, '')

const firstOf = (table: readonly (readonly [Seniority, RegExp])[], title: string): Seniority | null =>
  table.find(([, pattern]) => pattern.test(title))?.[0] ?? null

/**
 * The level a job title states; null where it states none. Of alternatives ("Mid/Senior") the lower one.
 * @example readTitleLevel('Sr. Staff Engineer') // { level: 'staff', isNumber: false }
 */
export const readTitleLevel: (title: string) => TitleLevel | null = rememberByPassage(readLevel)

function readLevel(title: string): TitleLevel | null {
  const plain = normalizeTitle(title)
  const alternative = lowerOfAlternatives(plain)
  if (alternative) return { level: alternative, isNumber: false }
  const level = firstOf(LEVELS, plain)
  if (level && !(level === 'manager' && isThingManager(plain))) return { level, isNumber: false }
  const adjective = firstOf(ADJECTIVES, plain)
  if (adjective) return { level: adjective, isNumber: false }
  const number = firstOf(NUMBERS, plain)
  return number && { level: number, isNumber: true }
}

/** "Senior Software Product Manager": the noun before "manager" is the thing managed, not people. */
const isThingManager = (title: string): boolean =>
  THING_MANAGER.test(title) && !/^(?:senior |sr |associate |group )?manager\b/.test(title)

/** A title that names a manager of something, without a word on whether of people too ("Marketing Manager"). */
export const mayManagePeople = (title: string): boolean =>
  /\bmanager\b/i.test(title) && !isThingManager(normalizeTitle(title))

const EITHER =
  /\b(junior|jr|mid|middle|mid-?level|intermediate|senior|sr|staff|lead|principal)\+?\s?(?:\/|or|\||&|,|to)\s?(junior|jr|mid|middle|mid-?level|intermediate|senior|sr|staff|lead|principal)\b/
const RANK: readonly Seniority[] = ['junior', 'mid', 'senior', 'lead', 'staff', 'principal']

function lowerOfAlternatives(title: string): Seniority | null {
  const either = EITHER.exec(title.replace(/\bjunior\+/g, 'mid'))
  if (!either) return null
  const levels = [either[1] ?? '', either[2] ?? ''].map(word => firstOf(ADJECTIVES, word) ?? 'senior')
  return RANK.find(level => levels.includes(level)) ?? null
}
