import { INDIVIDUAL_LEVELS, LEADING_LEVELS, type Seniority } from '../posting/vocabulary.ts'
import { createPhraseTable, phrasesOf } from './phrase-table.ts'

/** Levels as questions name them. */
export const LEVEL_WORDS = createPhraseTable<readonly Seniority[]>([
  ...phrasesOf(
    'intern|interns|internship|month internship|months internship|month internships|internships|working student|werkstudent|praktikum|trainee|trainees|apprentice|apprenticeship|student job|student jobs|placement year|co op|coop|co ops|summer internship|summer internships|summer intern|winter internship|internship program|internship programme|traineeship|traineeships|apprenticeships|apprentices|working students|ausbildung|praktika|praktikant|praktikantin|werkstudenten|stagiaire|stagiaires|un stage|un stage en|un stage de|stage en|stage de|alternance|becario|becaria|practicas|practicas de|practicas en|estagio|estagiario|tirocinio|tirocinante|staz',
    ['intern'],
  ),
  ...phrasesOf(
    'junior|juniors|jr|jnr|entry level|entrylevel|entry|new grad|new grads|newgrad|new graduate|new graduates|recent graduate|recent graduates|graduate|graduates|grad|beginner|beginners|associate level|associate|early career|early careers|junior level|starter|fresh graduate|freshers|fresher|first job|career starter|berufseinsteiger|starting my career|starting out|university graduate|graduate scheme|graduate schemes|grad scheme|grad schemes|grad program|grad programme|grad programs|graduate program|graduate programme|new grad program|bootcamp grad|bootcamp graduate|fresh cs grad|just finished uni|just finished university|just finished college|just out of college|just out of uni|just out of university|fresh grad|fresh grads|recent grad|recent grads|cs new grad|college grad|college grads|absolvent|absolventen|junior position|debutant|jr level|first role|first dev job|first tech job|berufsanfanger',
    ['junior'],
  ),
  ...phrasesOf(
    'mid|mid level|midlevel|mid career|intermediate|intermediate level|medior|middle|middle level|mid weight|midweight|mid senior level|ii|medium level|regular level',
    ['mid'],
  ),
  ...phrasesOf('mid senior|mid to senior|mid senior level|mid/senior|intermediate senior', ['mid', 'senior']),
  ...phrasesOf('junior to mid|junior mid|junior to mid level', ['junior', 'mid']),
  ...phrasesOf('senior|seniors|sr|snr|senior level|iii|experienced professional|ssr', ['senior']),
  ...phrasesOf(
    'lead|leads|tech lead|tech leads|technical lead|technical leads|team lead|team leads|team leader|techlead|team leaders|lead level|leading role|leading roles',
    ['lead'],
  ),
  ...phrasesOf('staff|staff level|senior staff|sr staff|snr staff', ['staff']),
  ...phrasesOf('principal|principals|principal level|distinguished', ['principal']),
  ...phrasesOf(
    'manager|managers|senior manager|senior managers|sr manager|management|managerial|management level|people management|people lead',
    ['manager'],
  ),
  ...phrasesOf('director|directors|director level|senior director', ['director']),
  ...phrasesOf('head|head of|heads of|department head|department heads', ['head']),
  ...phrasesOf('vp|vps|vice president|vice presidents|svp|evp|avp|vp of|vp level|vice president of', ['vp']),
  ...phrasesOf(
    'c level|clevel|chief|chief technology officer|chief executive officer|chief financial officer|chief operating officer|chief product officer|chief marketing officer|chief information officer|cto|ctos|ceo|cfo|coo|cio|cmo|ciso|cpo|c suite|chief officer',
    ['c-level'],
  ),
  ...phrasesOf('leitende|leitende position|fuhrungskraft|fuhrungsposition', [
    'lead',
    'manager',
    'director',
    'head',
  ]),
  ...phrasesOf('leadership|leadership roles|leadership positions|leaders|people leaders', [
    'lead',
    'manager',
    'director',
    'head',
    'vp',
    'c-level',
  ]),
] as const)

/** Phrases that leave out those who lead people. */
export const NO_RULERS = createPhraseTable(
  phrasesOf(
    'ic|ics|individual contributor|individual contributors|ic track|ic level|non management|non managerial|no management|no managing people|no people management|dont want to manage people|dont wanna manage people|i dont wanna manage people|dont manage people|not managing people|without managing people|without people management|no direct reports|without direct reports',
    true,
  ),
)

/** Phrases in which a level's word means something else. */
export const NO_LEVELS = createPhraseTable(
  phrasesOf(
    'lead generation|lead gen|lead time|lead a|lead the|lead qualification|lead management|staff augmentation|head start|head count|middle office|grad school|chief of staff',
    true,
  ),
)

/** The levels of one's own kind: of the individual track, or of those who lead people. */
function trackOf(level: Seniority): readonly Seniority[] {
  return INDIVIDUAL_LEVELS.some(each => each === level) ? INDIVIDUAL_LEVELS : LEADING_LEVELS
}

/**
 * A level and those above it on its own track; a lead stands beside staff and is no step to it.
 * @example levelsFrom('staff') // staff, principal
 */
export function levelsFrom(level: Seniority): readonly Seniority[] {
  const track = trackOf(level)
  return track.slice(track.indexOf(level))
}

/** A level and those below it on its own track. */
export function levelsUpTo(level: Seniority): readonly Seniority[] {
  const track = trackOf(level)
  return track.slice(0, track.indexOf(level) + 1)
}

/** The levels next to one on its own track. */
export function levelsBeside(level: Seniority): readonly Seniority[] {
  const track = trackOf(level)
  const at = track.indexOf(level)
  return [track[at - 1], track[at + 1]].filter(each => each !== undefined)
}

/** Words before a level that open it upwards or downwards. */
export const LEVEL_BEFORE = createPhraseTable<'up' | 'down' | 'above' | 'below'>([
  ...phrasesOf('at least|minimum|min|from|not below|no less than|> =|≥', 'up'),
  ...phrasesOf('up to|at most|max|maximum|not above|< =|≤|no higher than', 'down'),
  ...phrasesOf('above|over|more than|beyond|higher than|>', 'above'),
  ...phrasesOf('below|under|less than|lower than|<', 'below'),
] as const)

/** Words after a level that open it upwards or downwards. */
export const LEVEL_AFTER = createPhraseTable<'up' | 'down'>([
  ...phrasesOf(
    '+|plus|or above|or higher|or up|and up|and above|or more|and higher|or more senior|and more senior|level or above|level and above|level or higher|and upwards|or better|level and up',
    'up',
  ),
  ...phrasesOf('or below|or lower|and below|or less|or under|and lower|level or below|and under', 'down'),
] as const)
