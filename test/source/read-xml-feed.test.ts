import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXmlFeed } from '../../src/source/read-xml-feed.ts'

const rss = (items: string) => `<rss version="2.0"><channel><title>Jobs</title>${items}</channel></rss>`
const itemsOf = (text: string) => readXmlFeed(text)?.items

describe('readXmlFeed', () => {
  it('reads the fields of an item under their names in small letters', () => {
    expect(itemsOf(rss('<item><title> Baker </title><pubDate>today</pubDate></item>'))).toEqual([
      { title: 'Baker', pubdate: 'today' },
    ])
  })

  it('knows what a feed says of itself, not what its items say', () => {
    expect(readXmlFeed(rss('<item><title>Baker</title></item>'))?.about).toBe('Jobs')
  })

  it('takes one level of escaping off, so that HTML is HTML', () => {
    expect(itemsOf(rss('<item><description>&lt;p&gt;R&amp;amp;D&lt;/p&gt;</description></item>'))).toEqual([
      { description: '<p>R&amp;D</p>' },
    ])
  })

  it('keeps markup that is not escaped as markup', () => {
    expect(itemsOf('<feed><entry><content><p>1 &lt; 2</p></content></entry></feed>')).toEqual([
      { content: '<p>1 &lt; 2</p>' },
    ])
  })

  it('prefers a field without prefix and keeps repeated ones', () => {
    const item =
      '<item><media:title>Photo</media:title><title>Baker</title><category>a</category><category>b</category></item>'
    expect(itemsOf(rss(item))).toEqual([{ title: 'Baker', category: ['a', 'b'] }])
  })

  it('takes the link of the posting, not of what belongs to it', () => {
    const links = '<link rel="self" href="a"/><link href="b"/><link rel="enclosure" href="c"/>'
    expect(itemsOf(`<feed><entry>${links}</entry></feed>`)).toEqual([{ link: 'b' }])
  })

  it('reads past declarations and comments', () => {
    expect(readXmlFeed('\ufeff<?xml version="1.0"?>\n<!-- x > y --><!DOCTYPE rss>\n<rss></rss>')).toEqual({
      about: '',
      items: [],
      isWhole: true,
    })
  })

  it.each([
    '<!doctype html><html><body>x</body></html>',
    '{"items":[]}',
    '<svg></svg>',
    'rss',
    '',
    '<rss',
    '<!-- rss',
  ])('passes on %j', text => {
    expect(readXmlFeed(text)).toBeNull()
  })

  it('notices that a feed breaks off, and leaves the last item out', () => {
    const feed = readXmlFeed(rss('<item><title>A</title></item><item><title>B</title></item>').slice(0, -35))
    expect(feed).toMatchObject({ items: [{ title: 'A' }], isWhole: false })
  })

  it('expands no entities that a feed declares for itself', () => {
    const bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    const items = itemsOf(`<?xml version="1.0"?>${bomb}${rss('<item><title>&b;</title></item>')}`)
    expect(JSON.stringify(items ?? null)).not.toContain('aaaa')
  })

  it('names no prototype', () => {
    const [item] = itemsOf(rss('<item><__proto__>x</__proto__><title>A</title></item>')) ?? []
    expect(Object.getPrototypeOf(item)).toBe(Object.prototype)
  })

  const PIECES = [
    '<rss>',
    '</rss>',
    '<item>',
    '</item>',
    '<title>',
    '<![CDATA[',
    ']]>',
    '&lt;',
    '&',
    '<!--',
    '"',
    '<x:link href="a"',
  ]
  it('takes any pieces of a feed in any order', () => {
    const hostile = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 40 })
    fc.assert(fc.property(hostile, pieces => Array.isArray(readXmlFeed(`<rss>${pieces.join('')}`)?.items)))
  })

  it.each([
    ['many items', '<item><title>x</title></item>'],
    ['deep nesting', '<item><a>'],
    ['open comments', '<!-- '],
    ['open sections', '<![CDATA['],
    ['entities', '&lt;&#60;'],
    ['attributes', '<a b="'],
  ])('takes time in proportion to its length for %s', (_name, piece) => {
    const started = performance.now()
    readXmlFeed(`<rss>${piece.repeat(Math.ceil(1_000_000 / piece.length))}`)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
