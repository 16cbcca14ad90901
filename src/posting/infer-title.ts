import { listPattern } from './list-pattern.ts'
import type { PostingText, Reading } from './posting-text.ts'
import { ROLE_NOUN } from './role-noun.ts'

/** Lines from the top that may state the title in a sentence. */
const STATING_LINES = 12

/** What comes before a title that a sentence states. */
const LEAD_INS: readonly RegExp[] = [
  listPattern({
    before: String.raw`\b`,
    words: [
      'looking for|seeking|hiring|searching for|in search of|looking to (?:hire|add)',
      'in need of|recruiting|needs?|wants?|requires?',
    ],
    after:
      ' (?:an? |our (?:next |first )?|the next |talented |experienced |passionate |motivated |skilled |highly ){1,5}',
  }),
  /\b(?:join (?:us|our team|the team|[A-Z]\w{1,20}) as|work as|role of|position of|opening for|opportunity for) (?:an? |our (?:next |first )?|the )?/i,
  /\bas (?:an?|our|the) (?=[^.]{4,80},? you(?:'|’)?(?:ll)?\b)/i,
  /\b(?:suchen|sucht)(?: wir)?(?: ab sofort| zum nächstmöglichen zeitpunkt| für unser team)? (?:eine[nr]?(?:\/n|\(n\))? |dich als |sie als )/i,
  /\b(?:recherchons|recherche|cherchons|cherche|recrutons|recrute|embauche) (?:un(?:e|\(e\))? )/i,
  /\b(?:buscamos|busca|procuramos|procura|contratamos) (?:una?|uma?|un\/a|um\(a\)) /i,
  /\b(?:op zoek naar|zoeken(?: wij)?|zoekt) een /i,
  /\b(?:szukamy|poszukujemy) /i,
]

/** What ends a title in a sentence. */
const TITLE_END = listPattern({
  words: [
    '[.,;:!?()]',
    ' (?:to|who|with|that|for|in|at|on|you|will|within|based|and (?=help|lead|build|work|join|be)|role|position|joining|mit|für|zur|der|die|das|pour|qui|para|que|voor|met|die|do|który|z)(?= |$)',
  ],
  flags: '',
})

/**
 * Finds the title in a sentence of the text, or makes one from the work that it describes.
 * @returns `isInferred` is true where the title was made
 */
export function inferTitle(text: PostingText): Reading<{ title: string; isInferred: boolean }> {
  const lines = text.sections.flatMap(section => section.lines.map(line => line.text)).slice(0, STATING_LINES)
  for (const isTitle of [isWrittenTitle, isPlainTitle]) {
    for (const line of lines) {
      const title = findStatedTitle(line.slice(0, 1000), isTitle)
      if (title) return { value: { title, isInferred: false }, quotes: [line] }
    }
  }
  return makeTitle(text)
}

function findStatedTitle(line: string, isTitle: (text: string, rest: string) => boolean): string | null {
  for (const leadIn of LEAD_INS) {
    const match = leadIn.exec(line)
    if (!match) continue
    const rest = line.slice(match.index + match[0].length, match.index + match[0].length + 120)
    const end = TITLE_END.exec(rest)?.index ?? rest.length
    const title = rest.slice(0, end).trim()
    if (isTitle(title, rest.slice(end))) return title.charAt(0).toUpperCase() + title.slice(1)
  }
  return null
}

const GENDER_MARK = /^\s?\((?:[mwfhdx](?:\s?[/|,]\s?[mwfhdx]){1,3}|all genders)\)/i

/** A title names a role (or is marked as one by "(m/w/d)"), is short, and is written with a capital. */
function isWrittenTitle(text: string, after: string): boolean {
  if (text.length > 90 || text.split(' ').length > 10 || text.length < 3) return false
  return (ROLE_NOUN.test(text) || GENDER_MARK.test(after)) && /^\p{Lu}|\p{Lu}\p{L}+$/u.test(text)
}

/** Without capitals only one to three words that end in a role are one: "barista", "night shift nurse". */
function isPlainTitle(text: string): boolean {
  const words = text.split(' ')
  return words.length <= 3 && ROLE_NOUN.test(words.at(-1) ?? '')
}

/** Kinds of work by the words of their duties, with the title that such work goes by. The more special come first. */
const WORK: readonly (readonly [RegExp, string])[] = [
  [
    listPattern({
      words: [
        String.raw`\b(?:ml|machine learning|ai) (?:infrastructure|infra|platform|systems?)`,
        'model (?:training|serving|inference)',
        '(?:inference|training) (?:systems?|infrastructure|platform)',
        'feature (?:store|generation)',
      ],
      flags: 'gi',
    }),
    'Machine Learning Infrastructure Engineer',
  ],
  [/\b(?:llms?|large language models?|prompt|rag|generative ai|fine-tun\w+)\b/gi, 'AI Engineer'],
  [
    /\b(?:machine learning|deep learning|neural|pytorch|tensorflow|recommendation models?|ml models?)\b/gi,
    'Machine Learning Engineer',
  ],
  [/\b(?:data pipelines?|etl|elt|data warehouse|data lake|airflow|dbt|spark)\b/gi, 'Data Engineer'],
  [
    /\b(?:statistical|experiment design|hypothes[ei]s|data science|a\/b test\w*|regression)\b/gi,
    'Data Scientist',
  ],
  [/\b(?:dashboards?|tableau|power bi|looker|business intelligence|reporting)\b/gi, 'Data Analyst'],
  [
    /\b(?:slos?|on-call|incident response|reliability|observability|postmortems?)\b/gi,
    'Site Reliability Engineer',
  ],
  [
    /\b(?:ci\/cd|terraform|kubernetes|helm|infrastructure as code|deployment pipelines?)\b/gi,
    'DevOps Engineer',
  ],
  [
    /\b(?:threats?|vulnerabilit\w+|penetration|security (?:reviews?|controls?|incidents?)|siem)\b/gi,
    'Security Engineer',
  ],
  [/\b(?:ios|swift|android|kotlin|mobile apps?|react native|flutter)\b/gi, 'Mobile Engineer'],
  [/\b(?:react|vue|angular|css|user interfaces?|front-?end|accessibility)\b/gi, 'Frontend Engineer'],
  [/\b(?:apis?|microservices?|back-?end|databases?|server-side)\b/gi, 'Backend Engineer'],
  [
    /\b(?:test (?:plans?|cases?|automation)|selenium|cypress|regression tests?|quality assurance)\b/gi,
    'QA Engineer',
  ],
  [/\b(?:firmware|embedded|rtos|microcontrollers?|device drivers?)\b/gi, 'Embedded Engineer'],
  [/\b(?:wireframes?|prototypes?|figma|user research|design system)\b/gi, 'Product Designer'],
  [/\b(?:product roadmap|product strategy|user stories|product requirements|backlog)\b/gi, 'Product Manager'],
  [
    /\b(?:quota|pipeline of (?:deals|opportunities)|prospects?|close deals|sales cycle)\b/gi,
    'Sales Representative',
  ],
  [/\b(?:campaigns?|seo|brand|marketing channels?|lead generation)\b/gi, 'Marketing Specialist'],
  [
    /\b(?:customer (?:tickets?|inquiries|requests)|help ?desk|support tickets?)\b/gi,
    'Customer Support Specialist',
  ],
  [/\b(?:candidates? pipeline|sourcing|talent acquisition|recruit\w*)\b/gi, 'Recruiter'],
  [
    /\b(?:ledger|month-end|accounts (?:payable|receivable)|financial statements?|gaap|ifrs)\b/gi,
    'Accountant',
  ],
  [/\b(?:software|code|programming|develop)\b/gi, 'Software Engineer'],
]

/** How often words of a kind of work must occur before a title is made of it. */
const MIN_MENTIONS = 2

function makeTitle(text: PostingText): Reading<{ title: string; isInferred: boolean }> {
  const lines = text.sections.filter(section => TELLING.has(section.kind)).flatMap(section => section.lines)
  const work = lines
    .map(line => line.text)
    .join('\n')
    .slice(0, 20_000)
  const counts = WORK.map(([pattern, title]) => ({
    pattern,
    title,
    mentions: [...work.matchAll(pattern)].length,
  }))
  const best = counts.reduce((top, one) => (one.mentions > top.mentions ? one : top))
  if (best.mentions < MIN_MENTIONS) return { value: { title: 'Untitled role', isInferred: true }, quotes: [] }
  const quote = lines.find(line => line.text.search(best.pattern) >= 0)?.text
  return { value: { title: best.title, isInferred: true }, quotes: quote ? [quote] : [] }
}

const TELLING: ReadonlySet<string> = new Set(['role', 'duties', 'requirements'])
