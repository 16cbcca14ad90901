import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/posting/decode-text.ts'

const text = 'Łódź office: senior engineer, 90 000 zł – “remote” ok 💰\nApply today.'

function encodeUtf16(content: string, isLittle: boolean): Uint8Array {
  const bytes = Buffer.from(content, 'utf16le')
  return isLittle ? bytes : bytes.swap16()
}

describe('decodeText', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeText(Buffer.from(text))).toBe(text)
    expect(decodeText(Buffer.from(`\ufeff${text}`))).toBe(text)
  })

  it.each([true, false])('reads UTF-16 with a byte order mark (little endian: %s)', isLittle => {
    expect(decodeText(encodeUtf16(`\ufeff${text}`, isLittle))).toBe(text)
  })

  it.each([true, false])(
    'tells UTF-16 without a byte order mark by its zero bytes (little endian: %s)',
    isLittle => {
      expect(decodeText(encodeUtf16(text, isLittle))).toBe(text)
    },
  )

  it('takes what is no UTF-8 for Windows-1252', () => {
    const bytes = Uint8Array.of(0x93, 0x47, 0x65, 0x68, 0xe4, 0x6c, 0x74, 0x94, 0x20, 0x96, 0x20, 0x80)
    expect(decodeText(bytes)).toBe('“Gehält” – €')
  })

  it('believes the encoding that a web page names for itself, if it is one', () => {
    const page = (charset: string): Uint8Array =>
      Buffer.concat([
        Buffer.from(`<meta charset="${charset}"><p>`),
        Uint8Array.of(0xb3, 0xf3, 0x64, 0xbc),
        Buffer.from('</p>'),
      ])
    expect(decodeText(page('iso-8859-2'))).toContain('łódź')
    expect(decodeText(page('no-such-thing'))).toContain('³ód¼')
  })

  it('keeps a UTF-8 text of which one byte is broken', () => {
    const bytes = Buffer.concat([
      Buffer.from('żółć gęślą jaźń '),
      Buffer.from([0xff]),
      Buffer.from(' koniec'),
    ])
    expect(decodeText(bytes)).toContain('żółć gęślą jaźń')
  })

  it.each([
    ['nothing', Buffer.from(''), 'empty'],
    ['only spaces', Buffer.from(' \n\t\n'), 'empty'],
    ['zero bytes all over', Buffer.from([1, 0, 0, 2, 0, 0, 3, 0, 0, 9, 0]), 'binary'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'a PDF'],
    ['a ZIP archive', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'ZIP'],
  ])('refuses %s with a way out', (_name, content, word) => {
    const refusal = decodeText(content)
    expect(refusal).toMatchObject({ reason: expect.stringContaining(word) })
    expect(refusal).toMatchObject({ reason: expect.stringMatching(/\. (?:Put|Save) .+\.$/) })
  })

  it('refuses what is larger than the limit and names both sizes', () => {
    expect(decodeText(Buffer.from('x'.repeat(101)), 100)).toMatchObject({
      reason: expect.stringMatching(/101 .*100/),
    })
    expect(decodeText(Buffer.from('x'.repeat(100)), 100)).toBe('x'.repeat(100))
  })
})
