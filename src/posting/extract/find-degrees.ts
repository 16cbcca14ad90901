import { listMatches } from '../list-matches.ts'
import { listPattern } from '../list-pattern.ts'
import { screenPattern } from '../screen/screen-pattern.ts'
import type { Degree } from '../vocabulary.ts'

/** A degree that a sentence names. */
export interface DegreeMention {
  readonly degree: Exclude<Degree, 'none'>
  readonly start: number
  readonly end: number
}

// Abbreviations count in capitals only and not before words that make them something else ("MS Office", "BA/QA").
const PHRASES: readonly (readonly [DegreeMention['degree'], RegExp])[] = [
  [
    'phd',
    /\bph\.?\s?d\.?(?:['’]?s)?|\bdoctorate|\bdoutorado|\bdoctoral degree|\bpromotion in|\bdoctorat\b/giu,
  ],
  [
    'master',
    listPattern({
      words: [
        String.raw`\bmaster(?:['’]?s)?(?= (?:degree|of (?:science|arts|business|engineering)|in\b|or\b)|['’]s|s\b|[,/]| ?\()`,
        String.raw`\bmaster(?:['’]s)? degree|\b(?:advanced|graduate|post-?graduate) degree|\bmba\b`,
        String.raw`\bmaster 2\b|\bbac ?\+ ?[56]\b|\bmasterabschluss`,
        String.raw`(?<!(?:bonne|excellente|parfaite|forte|solide|réelle) )\bmaîtrise (?:en|universitaire)`,
        String.raw`\bmaestría|\bmestrado|\bdiplôme d['’]ingénieur`,
        String.raw`\b(?:diplômée?|issue?|formation)\S{0,3} (?:type )?(?:d['’](?:une )?)?(?:grande )?école d['’]ingénieur`,
      ],
      flags: 'giu',
    }),
  ],
  [
    'master',
    /\b(?:M\.S\.c?\.?|M\.?Sc\.?|MS(?= degree| in | or |\/| and |, (?:or |and )?(?:M|Ph|doctor|in |or )|\)| (?:Computer|Electrical|Software|Engineering|Mathematics|EE|CS)\b)|M\.Eng\.?|M\.?Tech)/gu,
  ],
  [
    'bachelor',
    listPattern({
      words: [
        String.raw`\bbachelor(?:['’]?s?)?\b(?! party)|\bundergraduate degree`,
        String.raw`\b(?:college|university|4[- ]year|four[- ]year|accredited|technical|technology|engineering|cs|stem|science|computer science|relevant|related|higher|quantitative|professional|first|academic|business|completed|it) (?:level )?degree\b`,
        String.raw`(?<!master['’]?s |advanced |graduate |doctoral )\bdegree (?:in|from|or|with|educated)\b`,
        String.raw`^(?:an? )?degree\b|\bdegree[- ]level\b|\bbac ?\+ ?[34]\b|\bhochschulabschluss`,
        String.raw`\babgeschlossenes (?:\S+ )?(?:hochschul)?studium|\bhochschulstudium`,
        String.raw`\bstudium (?:der|im|in)\b|\bwykształcenie wyższe`,
        String.raw`\b(?:título|titulación|grado|baccalaur|licenciatura|diplomatura) (?:universitari|en|em|in)`,
        String.raw`\b(?:ensino superior|graduação) (?:completo|em)`,
        String.raw`\b(?:hbo|wo)[- ](?:werk|denk|diploma|opleiding)|\blicence (?:en|in)\b`,
        String.raw`\bbaccalauréat (?:en|ou|universitaire)|\bgraduate of\b`,
      ],
      flags: 'giu',
    }),
  ],
  [
    'bachelor',
    /\b(?:B\.S\.?c?\.?|B\.?Sc\.?|BS(?= degree| in | or |\/| and |,|\)|$| (?:Computer|Electrical|Software|Engineering|Mathematics|EE|CS)\b)|B\.A\.|BA(?= degree| in | or |\/BS)|B\.?Tech|B\.?E\.?(?=\/B|\s?\/ ?(?:BS|B\.?Tech)| in | degree)|BSCS)/gu,
  ],
]

/** A cheap look for any of the words for degrees, before the long patterns. */
const SPEAKS_OF_DEGREES = screenPattern(
  listPattern({
    words: [
      String.raw`degree|bachelor|master|mba|ph\.? ?d|doctor|graduate|baccalaur|maîtrise|maestría`,
      String.raw`mestrado|doutorado|bac ?\+|promotion|ingénieur|studium|abschluss|wyższe|título`,
      'titulación|grado|licen|diplomatura|superior|graduação|hbo|wo-',
    ],
  }),
)

const ABBREVIATES_DEGREES = /\bB\.?(?:S|A|E|T)|\bM\.?(?:S|E|T)/

/**
 * The degrees that a sentence names, in its order.
 * @example findDegrees("Bachelor's or Master's degree in CS") // bachelor, master
 */
export function findDegrees(sentence: string): DegreeMention[] {
  if (!SPEAKS_OF_DEGREES.test(sentence) && !ABBREVIATES_DEGREES.test(sentence)) return []
  const found = PHRASES.flatMap(([degree, pattern]) =>
    listMatches(pattern, sentence).map(match => ({
      degree,
      start: match.index,
      end: match.index + match[0].length,
    })),
  ).sort((a, b) => a.start - b.start || b.end - a.end)
  return found.filter((mention, i) => isOwn(mention, found[i - 1]) && !isMeasure(sentence, mention))
}

/** "Bachelor's degree in" is one degree, not two. */
function isOwn(mention: DegreeMention, previous: DegreeMention | undefined): boolean {
  return previous === undefined || mention.start > previous.end + 2 || mention.degree !== previous.degree
}

const isMeasure = (sentence: string, mention: DegreeMention): boolean =>
  /\b(?:high|large|significant|some|certain|greater?|varying|360) $/i.test(
    sentence.slice(Math.max(0, mention.start - 12), mention.start),
  ) ||
  (/^ of\b(?! (?:science|arts|engineering|business|technology|computer))/i.test(
    sentence.slice(mention.end, mention.end + 20),
  ) &&
    /degree$/i.test(sentence.slice(mention.start, mention.end)))
