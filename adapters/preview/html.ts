/** HTML that is safe to show: everything that came from elsewhere is escaped in it. */
export interface Html {
  readonly html: string
}

type Part = Html | string | number | null | readonly Part[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Writes HTML: what is put into it is escaped, unless it is HTML itself; null is left out.
 * @example html`<p>${'a < b'}</p>` // <p>a &lt; b</p>
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.map((text, index) => text + write(parts[index] ?? null)).join('') }
}

/** HTML that a library wrote, which escaped what it was given. */
export function trust(text: string): Html {
  return { html: text }
}

function write(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part))
  return 'html' in part ? part.html : part.map(write).join('')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)
}
