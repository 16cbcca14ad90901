import type { Block } from '../posting-text.ts'

/** Lines from the top that may be header lines such as "Title: …" (lines that hold something). */
const HEADER_LINES = 14

type HeaderField = 'title' | 'company' | 'pay' | 'place' | 'url'

const LABELS: readonly (readonly [HeaderField, RegExp])[] = [
  [
    'title',
    /^(?:job |position |role )?(?:title|position|role|stelle|jobtitel|poste|intitulé du poste|puesto|cargo|vaga|functie|stanowisko)$/,
  ],
  [
    'company',
    /^(?:company|company name|employer|organi[sz]ation|hiring company|unternehmen|firma|arbeitgeber|entreprise|société|empresa|bedrijf|pracodawca)$/,
  ],
  [
    'pay',
    /^(?:salary|salary range|pay|pay range|compensation|rate|gehalt|salaire|salario|salário|salaris|wynagrodzenie)$/,
  ],
  [
    'place',
    /^(?:location|locations|job location|place|based in|ort|standort|arbeitsort|lieu|localisation|ubicación|localização|locatie|lokalizacja)$/,
  ],
  ['url', /^(?:apply|apply at|apply here|link|url|job link|how to apply|bewerben|postuler|aplicar)$/],
]

/** Reads header lines such as "Company: Acme" near the top, by field. */
export function readLabelled(blocks: readonly Block[]): Partial<Record<HeaderField, string>> {
  const found: Partial<Record<HeaderField, string>> = {}
  for (const block of blocks.slice(0, HEADER_LINES)) {
    if (!mayBeLabelled(block.text)) continue
    const match = /^([\p{L} ]{3,24})[:：] ?(.{1,200})$/u.exec(block.text)
    const label = match?.[1]?.trim().toLowerCase() ?? ''
    const field = LABELS.find(([, pattern]) => pattern.test(label))?.[0]
    if (field && match?.[2] && !(field in found)) found[field] = match[2].trim()
  }
  return found
}

/** Longest label (characters). */
const LONGEST_LABEL = 24

/** Whether a colon stands near enough to the beginning, which it does in few lines. */
function mayBeLabelled(text: string): boolean {
  const end = Math.min(text.length, LONGEST_LABEL + 1)
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === COLON || code === WIDE_COLON) return true
  }
  return false
}

const [COLON, WIDE_COLON] = [0x3a, 0xff1a]
