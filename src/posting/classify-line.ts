import { listPattern } from './list-pattern.ts'
import type { SectionKind } from './posting-text.ts'
import { rememberByPassage } from './remember-by-passage.ts'
import { type ScreenedPattern, screenPattern } from './screen/screen-pattern.ts'

/** Paragraphs that are about something else than their section, known by their words. The first that matches decides. */
const CUES: readonly (readonly [SectionKind, ScreenedPattern])[] = [
  [
    'legal',
    screenPattern(
      listPattern({
        words: [
          'equal[- ](?:employment[- ])?opportunit|without regard to',
          'regardless of (?:race|age|gender|sex|color|religion)',
          'protected (?:veteran|class|characteristic|by law|status)',
          'reasonable (?:accommodation|adjustment)|accommodation on request',
          'accommodation(?:s)? (?:for|due to|in the application|during)|fair chance',
          'arrest (?:and|or) conviction|criminal histor|background (?:check|screening)|e-verify',
          'privacy (?:policy|notice|statement)|personal data',
          'pay transparency (?:act|provision|nondiscrimination)|affirmative action|discriminat',
          'gender identity|sexual orientation|unabhängig von (?:geschlecht|herkunft|alter)',
          'schwerbehindert|recruitment (?:agenc|fraud|scam)|search firms|unsolicited (?:resumes|cvs)',
          'égalité des chances|igualdad de oportunidades',
        ],
      }),
    ),
  ],
  [
    'pay',
    screenPattern(
      listPattern({
        words: [
          String.raw`\b(?:base |starting |annual |hourly |target |expected |total |cash |us |national )?(?:salary|pay|compensation|base|wage|ote|hiring)(?: and \w+)? (?:range|band|scale|zone|rate)s?\b`,
          String.raw`\b(?:base|annual|starting|target|gross|yearly|expected) (?:salary|pay|compensation)\b`,
          'salary (?:for this|of|is|from|up to|between|:)|on[- ]target earnings',
          String.raw`\bcompensation (?:for|package|is)\b.{0,80}\d|gehaltsspanne|jahresgehalt|bruttogehalt`,
          'vergütung (?:von|ab)|rémunération|salaire (?:brut|annuel)|salario (?:bruto|anual)',
          'wynagrodzenie',
        ],
      }),
    ),
  ],
  [
    'benefits',
    screenPattern(
      listPattern({
        before: String.raw`\b`,
        words: [
          String.raw`401\s?\(?k\)?|health insurance|dental|vision (?:insurance|coverage|care)|paid time off`,
          String.raw`unlimited pto|\bpto\b|parental leave|maternity|paternity|paid (?:holidays|vacation|leave)`,
          'days? of (?:vacation|holiday|leave)|stipend|wellness|tuition|gym membership|pension',
          'life insurance|commuter|sabbatical|stock options|equity (?:package|grant)',
          'flexible (?:working )?hours|reimburse|urlaubstage|weiterbildung(?:sbudget)?|mutuelle',
          'tickets? restaurant|vale[- ](?:alimentação|refeição)|plano de saúde|seguro médico|multisport',
          'prywatna opieka',
        ],
        after: String.raw`\b`,
      }),
    ),
  ],
  [
    'process',
    screenPattern(
      listPattern({
        words: [
          String.raw`^(?:apply\b.{0,50}|jetzt bewerben|postuler|solicitar|aplicar|solliciteer.{0,20}|aplikuj.{0,20})$`,
          String.raw`\b(?:submit|send|attach) (?:us )?your (?:resume|cv|application)`,
          'recruiter (?:will|screen|call)|interview (?:process|with|stages)',
          'apply (?:now|via|through|by clicking)|click (?:on )?(?:the )?(?:apply|link)|cover letter',
        ],
      }),
    ),
  ],
  [
    'company',
    screenPattern(
      listPattern({
        words: [
          String.raw`\bfounded (?:in|by)\b|\bour (?:mission|vision|story) is\b|series [a-f]\b`,
          String.raw`\b(?:raised|funding|valuation|investors|backed by|headquartered)\b`,
          String.raw`\bis (?:a|the|an) (?:\S+ ){0,6}(?:leader|leading|company|startup|start-up|provider|platform|agency|consultancy|fintech|firm)\b`,
          String.raw`we(?:'|’)re (?:a|an|the) (?:\S+ ){0,6}(?:company|startup|team of)\b|\bgegründet\b`,
          String.raw`\bfondée? en\b`,
        ],
      }),
    ),
  ],
]

/** What a paragraph is about by its own words; null where it says nothing of its own. */
export const classifyLine: (text: string) => SectionKind | null = rememberByPassage(text => {
  const sample = text.slice(0, 1500)
  return CUES.find(([, pattern]) => pattern.test(sample))?.[0] ?? null
})
