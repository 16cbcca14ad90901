import { splitWords } from './split-words.ts'

/** Words of a company's legal form, which nobody types. */
const LEGAL_FORMS = new Set(
  'inc incorporated llc llp ltd limited gmbh ag se corp corporation co company plc bv nv ab as oy sas sarl srl spa pty pte kg the'.split(
    ' ',
  ),
)

/**
 * A company's name as its words, folded, without legal form.
 * @example normaliseCompany('Turnitin, LLC') // "turnitin"
 */
export function normaliseCompany(name: string): string {
  const words = splitWords(name)
  const kept = words.filter(
    (word, at) => !(LEGAL_FORMS.has(word) && (at === words.length - 1 || word === 'the')),
  )
  return (kept.length > 0 ? kept : words).join(' ')
}
