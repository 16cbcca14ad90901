import type { PostingText } from '../posting-text.ts'

/** The language of the posting's text (ISO 639-1). */
export function readLanguage(_text: PostingText): string {
  return 'en'
}
