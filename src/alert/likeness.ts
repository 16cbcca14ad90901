import { sketchBody } from '../catalog/body-sketch.ts'
import { normaliseCompany } from '../catalog/company-name.ts'
import { splitWords } from '../catalog/split-words.ts'
import { describeCountry } from '../posting/describe-posting.ts'
import type { Posting } from '../posting/posting.ts'
import type { Sighting } from './sighting.ts'

/** What a posting is recognised by when it is posted again under another id. */
export type Likeness = Pick<Sighting, 'likeness' | 'sketch'>

/** Makes out who hires for what, and what the text says; where it sits is no part of it. */
export function describeLikeness(posting: Posting): Likeness {
  const { title, company, countries, cities, sections } = posting
  const places = new Set(splitWords([...countries.map(describeCountry), ...cities].join(' ')))
  const role = splitWords(title).filter(word => !places.has(word))
  const lines = sections.flatMap(section => section.lines.map(line => line.text))
  return {
    likeness: `${normaliseCompany(company ?? '')}\n${role.sort().join(' ')}`,
    sketch: sketchBody(lines).bands,
  }
}

/** Whether two are the same role with nearly the same text. */
export function isAlike(a: Likeness, b: Likeness): boolean {
  return a.likeness === b.likeness && a.sketch.some(band => b.sketch.includes(band))
}
