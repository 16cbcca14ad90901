import { listPattern } from '../list-pattern.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import { screenPattern } from '../screen/screen-pattern.ts'
import type { Employment } from '../vocabulary.ts'

/** Words for a kind of employment, each in the languages of postings beside English, in the order in which they are tried. */
const WORDS: readonly (readonly [Employment, readonly string[]])[] = [
  [
    'internship',
    [
      'praktikum|praktikant(?:in)?|werkstudent\\p{L}{0,18}|studentische aushilfe',
      "stage(?= (?:de|d[’']|van|\\d)|$| ?\\()|stagiaire|(?:contrat (?:en|d[’'])\\s?)?(?:alternance|apprentissage)|stagiair",
      'prácticas(?= (?:remuneradas|profesionales|de \\d)|$)|becari[oa]',
      'estágio|estagiári[oa]',
      'staż(?=[ ,]|$)|praktyk[ia](?= (?:letnie|studenck)|$)',
      'afstudeerstage|praktikplats|praktik(?= (?:i|på|under) |$)|exjobb',
    ],
  ],
  [
    'part-time',
    [
      'teilzeit|temps partiel|mi-temps',
      '(?:jornada|tiempo|tempo) parcial|media jornada|meio período|part-time',
      '(?:pół|½|niepełny|1/2) etatu?|parttime|deeltijd|deltid',
    ],
  ],
  [
    'contract',
    [
      'freiberuflich\\p{L}{0,3}|freie mitarbeit|freelance|freelancer',
      'mission(?= (?:freelance|en freelance|de \\d))|portage salarial',
      'colaboración freelance|autónomo|contratação pj|pj|prestação de serviços|recibos verdes',
      'contractduur|duración del contrato|duração do contrato',
      '(?:kontrakt |umowa )?b2b|umowa (?:zlecenie|o dzieło)',
      'zzp\\p{L}{0,3}(?:-opdracht)?|konsultuppdrag|uppdrag(?= på \\d)',
    ],
  ],
  [
    'temporary',
    [
      'befrist\\p{L}{2,4}|(?<!moyen et )cdd|intérim|contrat à durée déterminée',
      'contrato (?:temporal|temporário|de sustitución|a termo(?: certo| incerto)?)',
      'umowa na (?:zastępstwo|czas określony)',
      'tijdelijk(?:e)? (?:contract|dienstverband|functie|aanstelling)|vikariat\\p{L}{0,4}|visstid\\p{L}{0,14}|tidsbegränsad\\p{L}{0,14}',
    ],
  ],
  [
    'full-time',
    [
      'vollzeit\\p{L}{0,6}|unbefrist\\p{L}{2,4}|festanstellung|feste anstellung',
      'cdi|temps (?:plein|complet)|contrat à durée indéterminée',
      '(?:contrato )?indefinido|jornada completa|(?:a )?tiempo completo',
      'contrato sem termo|tempo (?:inteiro|integral)|período integral|efetivo|clt|contratação clt',
      'umowa o pracę|pełny etat',
      'fulltime|voltijd|vast (?:contract|dienstverband)|vaste aanstelling',
      'heltid|tillsvidare\\p{L}{0,14}|fast anställning',
    ],
  ],
]

const source = (words: readonly string[]): string => `(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`

/** For what stands behind a label ("Rodzaj umowy: B2B"). */
const IN_VALUE = WORDS.map(([kind, words]) => [kind, new RegExp(source(words), 'iu')] as const)

/** A line that opens with the word, or says it after a short label: prose names kinds of employment that are not the job's. */
const OPENING = WORDS.map(
  ([kind, words]) => [kind, new RegExp(`^(?:[^.:|]{0,24}[:|•·–-] ?)?${source(words)}`, 'iu')] as const,
)
const LONGEST_OPENING = 140

const LABEL = listPattern({
  before: String.raw`^(?:[\p{L} ]{0,20} )?`,
  words: [
    'vertragsart|anstellungsart|beschäftigungsart|arbeitszeit|(?:type de )?contrat',
    'tipo de contrato|contrato|jornada|(?:regime|tipo|modelo) de contratação|regime',
    'rodzaj umowy|forma zatrudnienia|umowa|wymiar pracy|dienstverband|contractvorm',
    'anställningsform|omfattning',
  ],
  after: String.raw`\s?:\s?(.{1,80})$`,
  flags: 'iu',
})

/** A cheap look for any of the words. */
const SPEAKS_OF_IT = screenPattern(
  listPattern({
    words: [
      'contractduur|duraci|duraç|prakt[iy]|werkstud|aushilfe|stage|stagiair|alternance',
      'apprenti|prácticas|becari|está?gi|staż|exjobb|zeit|temps|parcial|media jornada',
      'meio per|etat|parttime|part-time|deeltijd|deltid|freib|freie|freelanc|mission|portage',
      String.raw`autónom|pj\b|prestação|recibos|b2b|umow|zzp|uppdrag|frist|cdd|cdi|intérim|contrat`,
      'tijdelijk|vikariat|visstid|tidsbeg|festanst|feste|indefinido|jornada|tiempo|tempo ',
      'período|efetivo|clt|voltijd|fulltime|vast|heltid|tillsvidare|anställning|omfattning',
    ],
  }),
)

/**
 * Reads the kind of employment in a sentence that is not in English; null where it says none.
 * @example readForeignEmployment('Anställningsform: Tillsvidare') // 'full-time'
 */
export const readForeignEmployment: (sentence: string) => Employment | null = rememberByPassage(readSentence)

function readSentence(sentence: string): Employment | null {
  if (sentence.length > LONGEST_OPENING || !SPEAKS_OF_IT.test(sentence)) return null
  const label = LABEL.exec(sentence)?.[1]
  const labelled = label === undefined ? undefined : IN_VALUE.find(([, pattern]) => pattern.test(label))
  return (labelled ?? OPENING.find(([, pattern]) => pattern.test(sentence)))?.[0] ?? null
}
