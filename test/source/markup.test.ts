import { describe, expect, it } from 'vitest'
import { isMarkup, toHtml } from '../../src/source/markup.ts'

describe('toHtml', () => {
  it('leaves HTML as it is, and takes one level of escaping off', () => {
    expect(toHtml('<p>R&amp;D</p>')).toBe('<p>R&amp;D</p>')
    expect(toHtml('&lt;p&gt;R&amp;amp;D&lt;/p&gt;')).toBe('<p>R&amp;D</p>')
  })

  it('makes blocks of the lines of plain text', () => {
    expect(toHtml('Bake <bread>\n\n- R&D')).toBe('<p>Bake &lt;bread&gt;</p>\n\n<li>R&amp;D</li>')
  })

  it('takes generics of a programming language for text', () => {
    expect(isMarkup('List<String> and a < b > c')).toBe(false)
  })

  it.each(['<a ', '&lt;a ', '<', '&lt;p'])('takes time in proportion to its length for %j', piece => {
    const started = performance.now()
    toHtml(piece.repeat(250_000))
    expect(performance.now() - started).toBeLessThan(1500)
  })
})
