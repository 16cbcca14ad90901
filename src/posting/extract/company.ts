import type { PostingText, Reading } from '../posting-text.ts'

/** Reads the name of the company that hires; null where the posting does not say. */
export function readCompany(text: PostingText): Reading<string | null> {
  const name = text.companyLine
  return name === null || /^(?:none|n\/a|null|)$/i.test(name)
    ? { value: null, quotes: [] }
    : { value: name, quotes: [name] }
}
