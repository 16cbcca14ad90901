/** A posting of a job board in Markdown, in the pieces that others can be made of. */
export interface PostingPieces {
  readonly title: string
  readonly company: string
  /** The line of tags without the one for pay. */
  readonly placeTags: string
  /** The tag for pay with its backticks; null where there is none. */
  readonly payTag: string | null
  readonly sections: readonly Section[]
}

/** A heading with what follows it, as paragraphs. */
export interface Section {
  readonly paragraphs: readonly string[]
  /** In UTF-16 code units. */
  readonly length: number
}

const TITLE = /^# \[([^\n]{1,500}?)\]\(/
const COMPANY = /^### (\S[^\n]{0,500})$/
const PAY_TAG = /`[^`\n]{0,9}💰[^`\n]{0,200}`/u
const HEADING = /^(?:#{1,6} \S|\s{0,4}\*\*[^*\n]{1,200}\*\*:?\s{0,4}(?:\n|$))/

/** Takes a document apart; null for one that is not laid out as a job board in Markdown. */
export function takeApart(text: string): PostingPieces | null {
  const [titleLine = '', companyLine = '', tagLine = '', ...body] = text.replaceAll('\r\n', '\n').split('\n')
  const title = TITLE.exec(titleLine)?.[1]
  const company = COMPANY.exec(companyLine)?.[1]?.trim()
  if (title === undefined || company === undefined || !tagLine.startsWith('#### ')) return null
  const payTag = PAY_TAG.exec(tagLine)?.[0] ?? null
  const placeTags = tagLine.slice('#### '.length).replace(PAY_TAG, '').trim()
  return { title, company, placeTags, payTag, sections: readSections(body.join('\n')) }
}

function readSections(body: string): Section[] {
  const groups: string[][] = []
  for (const paragraph of readParagraphs(body)) {
    const open = groups.at(-1)
    if (!open || HEADING.test(paragraph)) groups.push([paragraph])
    else open.push(paragraph)
  }
  return groups.map(paragraphs => ({ paragraphs, length: paragraphs.join('\n\n').length }))
}

/** Paragraphs and lists as they stand between blank lines, without the closing link to apply at. */
function readParagraphs(body: string): string[] {
  return body
    .split(/\n[ \t]*\n/)
    .map(paragraph => paragraph.replace(/^\n+/, '').trimEnd())
    .filter(paragraph => paragraph.trim() !== '' && !/^## CLICK TO \[/.test(paragraph.trimStart()))
}
