import { describe, expect, it } from 'vitest'
import { readExperience } from '../../../src/posting/extract/experience.ts'
import { makePostingText } from './make-posting-text.ts'
import { postingWith } from './posting-with.ts'

const yearsOf = (...requirements: string[]) => readExperience(postingWith({ requirements })).value

describe('readExperience', () => {
  it.each([
    ['5+ years of experience with Go', 5],
    ['3-5 yrs of hands-on work', 3],
    ['At least two (2) years in a similar role', 2],
    ['Seven years building web services', 7],
    ['8 or more years of professional experience', 8],
    ['Mindestens 4 Jahre Berufserfahrung', 4],
    ['Au moins 6 ans d’expérience', 6],
    ['Mínimo 3 años de experiencia', 3],
    ['Un año de experiencia hablando con clientes', 1],
    ['Um ano de experiência com adolescentes', 1],
    ['Mindestens zwei Jahre Praxis in der Buchhaltung', 2],
    ['Have been building software for at least eight years', 8],
    ['Worked for four years or longer on a product', 4],
    ['Required total years of exp - 3+ years', 3],
    ['Four years of paid front-end work', 4],
    ['Four years of paid leave', null],
    ['BS in a related field, 6 years in the trade without degree', null],
  ])('reads %s', (line, years) => {
    expect(yearsOf(line)).toBe(years)
  })

  it('reads an item that begins with the years under any heading', () => {
    const text = postingWith({ duties: ['Two years at a service desk', 'Minimum of 4-year degree'] })
    expect(readExperience(text).value).toBe(2)
  })

  it('reads a heading over what the years are to be of', () => {
    const heading = (text: string) => ({ kind: 'requirements' as const, heading: text, lines: [] })
    const yearsUnder = (text: string) => readExperience(makePostingText({ sections: [heading(text)] })).value
    expect(yearsUnder('6+ years of:')).toBe(6)
    expect(yearsUnder('Our first 6 years')).toBeNull()
  })

  it('takes a list of wishes below a paragraph about whom they look for as what is asked', () => {
    const requirements = { kind: 'requirements' as const, heading: 'What we look for' }
    const wishes = { kind: 'nice-to-have' as const, heading: 'We would love to hear from people with' }
    const prose = { text: 'We seek a baker who likes mornings.', isItem: false }
    const years = { text: 'Nine years of work with sourdough', isItem: true }
    const item = { text: 'A driving licence', isItem: true }
    const yearsIn = (line: typeof prose) =>
      readExperience(
        makePostingText({
          sections: [
            { ...requirements, lines: [line] },
            { ...wishes, lines: [{ ...years, text: 'You bring experience of nine years or so' }] },
          ],
        }),
      ).value
    expect([yearsIn(prose), yearsIn(item)]).toEqual([9, null])
  })

  it('takes those of the first level where headings part them by level', () => {
    const level = (heading: string, line: string) => ({
      kind: 'requirements' as const,
      heading,
      lines: [{ text: line, isItem: true }],
    })
    const sections = [
      level('Senior Engineer (III)', '4+ years in SRE'),
      level('Staff Engineer (IV)', '7+ years in SRE'),
    ]
    expect(readExperience(makePostingText({ sections })).value).toBe(4)
  })

  it('leaves out years that stand for a degree', () => {
    expect(
      yearsOf('6 years in CPQ', 'Bachelor’s degree in business (or 10+ yrs. of equivalent experience)'),
    ).toBe(6)
  })

  it('takes the total before its parts', () => {
    expect(yearsOf('12+ years in software, 5+ of them managing people')).toBe(12)
    expect(yearsOf('7 years of backend work', '2+ years as a lead')).toBe(7)
  })

  it('takes the years that go with a Bachelor’s degree', () => {
    expect(yearsOf('Bachelor’s degree and 6 years of experience, or Master’s and 4 years')).toBe(6)
    expect(yearsOf('BS with 5+ years of experience, or 8+ years without a degree')).toBe(5)
  })

  it('leaves out what is only nice to have', () => {
    expect(yearsOf('3+ years of Kafka preferred')).toBeNull()
    expect(yearsOf('4 years of Java, ideally 2 years of Scala')).toBe(4)
    const text = postingWith({ requirements: ['SQL'], 'nice-to-have': ['5+ years of experience'] })
    expect(readExperience(text).value).toBeNull()
  })

  it('takes the wishes for requirements where there are no others', () => {
    expect(readExperience(postingWith({ 'nice-to-have': ['5+ years of experience'] })).value).toBe(5)
  })

  it('leaves out ages, spans and the years of the company', () => {
    expect(yearsOf('You are over 18 years of age')).toBeNull()
    expect(yearsOf('Shipped something in the last 3 years')).toBeNull()
    const company = postingWith({ role: ['We have 20 years of experience in logistics.'] })
    expect(readExperience(company).value).toBeNull()
  })

  it('quotes the sentence', () => {
    const text = postingWith({ requirements: ['You care. 4+ years of experience. You ship.'] })
    expect(readExperience(text).quotes).toEqual(['4+ years of experience.'])
  })
})
