import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairText } from '../../src/posting/repair-text.ts'
import { breakText } from './break-text.ts'

describe('repairText', () => {
  it.each([
    ['ðŸ’° 65k', '💰 65k'],
    ['ðŸŒŽ Remote', '🌎 Remote'],
    ['the teamâ€™s work', 'the team’s work'],
    ['â€œquotedâ€\u009d', '“quoted”'],
    ['cafÃ© in MÃ¼nchen', 'café in München'],
    ['Â£40,000 â€“ Â£50,000', '£40,000 – £50,000'],
    ['ï»¿Weâ€™re hiring', 'We’re hiring'],
    ['ÅÃ³dÅº'.replace('Å', 'Å\u0081'), 'Łódź'],
  ])('restores %s', (broken, sound) => {
    expect(repairText(broken)).toBe(sound)
  })

  it('restores text that went through the wrong decoding twice', () => {
    expect(repairText(breakText(breakText('Zürich – “remote” 💰')))).toBe('Zürich – “remote” 💰')
  })

  it('restores the broken half of a text and leaves the sound half', () => {
    expect(repairText('Größe: groß. TeamgrÃ¶ÃŸe: groÃŸ.')).toBe('Größe: groß. Teamgröße: groß.')
  })

  it('mends sequences that lost a byte which Windows-1252 lacks', () => {
    expect(repairText('â€œquotedâ€, the teamâ€™s')).toBe('“quoted”, the team’s')
    expect(repairText('itâ€™s lÃ  haut, dÃ©jÃ  lu')).toContain('déjà lu')
  })

  it.each([
    'Zażółć gęślą jaźń, 20 000 zł brutto',
    '„Spaß“ – wir bieten „Größe“ …',
    'Société à Lyon : « qualité », 50 000 €',
    'É uma vaga “NÃO” comum; IRMÃ, AMANHÃ',
    'Năm kinh nghiệm, â, Việt Nam',
    'Ești în București? Înțeles.',
    '招聘：机器学习工程师（远程）',
    'Привет, мир! Ελλάδα, עברית, العربية',
    '💰 €80k 🌎 👩‍💻 ®™©',
    'ÅÄÖ åäö “på” Ø',
    'naïve façade — “ß”',
  ])('leaves sound text alone: %s', sound => {
    expect(repairText(sound)).toBe(sound)
  })

  const words = fc.constantFrom(
    'Müller',
    'naïve',
    'żółć',
    'Łódź',
    'señor',
    'façade',
    '“yes”',
    'it’s',
    '–',
    '—',
    '€90k',
    '£5',
    '💰',
    '🌎',
    '👩‍💻',
    '•',
    '日本語で',
    '招聘工程师',
    'Привет',
    'Ελλάδα',
    'plain',
    'words',
    '120,000',
    '…',
    '™',
    'Việt',
  )
  const soundText = fc.array(words, { minLength: 1, maxLength: 12 }).map(list => list.join(' '))

  it('never changes sound text', () => {
    fc.assert(fc.property(soundText, text => repairText(text) === text))
  })

  it('undoes every wrong decoding that lost nothing', () => {
    fc.assert(fc.property(soundText, text => repairText(breakText(text)) === text))
  })

  it('takes any string and settles', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const repaired = repairText(text)
        return typeof repaired === 'string' && repaired.length <= text.length
      }),
    )
  })
})
