import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLineFinder } from '../../src/posting/find-line.ts'

describe('createLineFinder', () => {
  it.each([
    ['# Cook\n\n**Pay:** $20', 'Pay: $20', 3],
    ['first\r\nsecond line\r\nthird', 'third', 3],
    ['see [our page](https://example.com/a) now\nmore', 'see our page now', 1],
    ['<ul>\n<li>3 years&nbsp;of <b>Go</b></li>\n</ul>', '3 years of Go', 2],
    ['<p>f&uuml;r dich</p>', 'für dich', 1],
    ['a paragraph that is\nbroken over two lines', 'a paragraph that is broken over two lines', 1],
    ['x\n### B', 'B', 2],
    ['x\n{"addressLocality":"Lyon"}', 'Lyon, FR', 2],
    ['x\n[Apply](https://example.com/apply/1)', 'https://example.com/apply/1', 2],
    ['We bake bread.', 'We sell shoes.', null],
    ['We bake bread.', '', null],
  ])('finds a passage in %j', (document, passage, line) => {
    expect(createLineFinder(document).lineOf(passage)).toBe(line)
  })

  it('finds a passage whose end was put together from elsewhere', () => {
    const start = 'The quick brown fox jumps over the lazy dog'
    expect(createLineFinder(`x\n${start}.`).lineOf(`${start} • and something of ours`)).toBe(2)
  })

  it('never throws, and finds every line of letters', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (document, passage) => {
        createLineFinder(document).lineOf(passage)
      }),
    )
  })
})
