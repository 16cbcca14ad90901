import { readBoardMarkdown } from './layouts/board-markdown.ts'
import { readHtml } from './layouts/html.ts'
import { readPlainText } from './layouts/plain-text.ts'
import type { DocumentText } from './posting-text.ts'

/** The layouts in the order they are tried: each looks at the content and passes with null. */
const LAYOUTS: readonly ((text: string) => DocumentText | null)[] = [readHtml, readBoardMarkdown]

/** Finds the layout that a text is in and takes it apart; plain text is what fits no other. */
export function readLayout(text: string): DocumentText {
  for (const read of LAYOUTS) {
    const found = read(text)
    if (found) return found
  }
  return readPlainText(text)
}
