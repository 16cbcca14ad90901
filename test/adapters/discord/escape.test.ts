import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, escapeWithin } from '../../../adapters/discord/escape.ts'
import { shortenText } from '../../../src/layout/fit-text.ts'
import { readLink } from '../../../src/layout/read-link.ts'

/** What is left to read once Discord has taken the escapes out. */
const shown = (text: string) => text.replace(/\\([^A-Za-z0-9\s])/g, '$1').replaceAll('\u200b', '')

describe('escapeText', () => {
  it.each([
    '**bold** _it_ ~~gone~~ ||hidden|| `code`',
    '[click](https://evil.example)',
    '<@123> <@&1> <#1> <:emoji:1> <t:1> </jobs:1>',
    'discord.gg/abc and https://discord.com/invite/abc',
    '# heading',
    '-# small',
    '> quote',
    '- list',
    '1. list',
    '* list',
  ])('shows %s as it is written', text => {
    expect(shown(escapeText(text))).toBe(text)
    expect(escapeText(text)).not.toBe(text)
  })

  it('pings nobody', () => {
    expect(escapeText('@everyone @HERE <@1>')).not.toMatch(/@everyone|@here|<@/i)
  })

  it('leaves ordinary words alone', () => {
    const text = "Senior Engineer, C/C++ & Go: it's remote; 100% · €90k–110k"
    expect(escapeText(text)).toBe(text.replace('++', '\\+\\+'))
  })

  it('takes out what turns the reading direction or cannot be seen, and keeps emoji whole', () => {
    expect(escapeText('a\u202eb\u0000c\u200bd')).toBe('abcd')
    expect(escapeText('👩‍👩‍👧 ok')).toBe('👩‍👩‍👧 ok')
    expect(escapeText('a\ud800b')).toBe('a\ufffdb')
  })

  it('leaves no way to mention, link or style, whatever the text is', () => {
    const pieces = fc.constantFrom(
      '@everyone',
      '<@1>',
      '[a](https://x)',
      '`',
      '*',
      '||',
      '\\',
      'x',
      ' ',
      '\n#',
      'discord.gg/x',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), parts => {
        const bare = escapeText(parts.join('')).replace(/\\[^A-Za-z0-9\s]/g, '')
        expect(bare).not.toMatch(/[`*|[\]<>#\\]|@everyone|discord\.gg|:\/\//)
      }),
    )
  })
})

describe('escapeWithin', () => {
  it('keeps whole words and says that there was more', () => {
    expect(escapeWithin('one two three', 10)).toBe('one two …')
    expect(escapeWithin('one two three', 13)).toBe('one two three')
    expect(escapeWithin('incomprehensibilities', 5)).toBe('…')
  })

  it('counts the escapes', () => {
    expect(escapeWithin('C++ C++ C++', 12)).toBe('C\\+\\+ …')
  })

  it('never is longer than allowed, and holds text from right to left together', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 3, max: 80 }),
        (text, max) => {
          expect(escapeWithin(text, max).length).toBeLessThanOrEqual(max)
          expect(shortenText(text, max).length).toBeLessThanOrEqual(max)
        },
      ),
    )
    expect(escapeWithin('שלום', 20)).toBe('\u2068שלום\u2069')
  })

  it('takes no longer than the text is long', () => {
    const began = performance.now()
    for (const text of [
      'a'.repeat(2_000_000),
      ' '.repeat(2_000_000),
      '@ '.repeat(1_000_000),
      '\\'.repeat(2_000_000),
    ])
      escapeWithin(text, 200)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

describe('readLink', () => {
  it.each(['javascript:alert(1)', 'ftp://a.example', 'data:text/html,x', 'a.example', ''])(
    'refuses %s',
    url => {
      expect(readLink(url, 400)).toBeNull()
    },
  )

  it('encodes what would end the link or begin markup', () => {
    expect(readLink('https://a.example/x)y(z|`*', 400)).toBe('https://a.example/x%29y%28z%7c%60%2a')
  })

  it('refuses what is longer than allowed, also once encoded', () => {
    expect(readLink(`https://a.example/${'x'.repeat(400)}`, 400)).toBeNull()
    expect(readLink(`https://a.example/${'('.repeat(300)}`, 400)).toBeNull()
  })
})
