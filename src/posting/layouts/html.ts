import type { DocumentText } from '../posting-text.ts'
import { readPlainText } from './plain-text.ts'

/** Reads a saved web page; null where the text is no HTML. */
export function readHtml(text: string): DocumentText | null {
  if (!/<(?:!doctype html|html|body|head|h1|p|div)\b/i.test(text.slice(0, 3000))) return null
  return { ...readPlainText(text.replace(/<[^<>]{0,2000}>/g, '\n')), layout: 'html' }
}
