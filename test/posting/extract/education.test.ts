import { describe, expect, it } from 'vitest'
import { readEducation } from '../../../src/posting/extract/education.ts'
import { makePostingText } from './make-posting-text.ts'
import { postingWith } from './posting-with.ts'

const educationOf = (...requirements: string[]) => readEducation(postingWith({ requirements })).value
const NOTHING = { degree: null, orEquivalent: false }

describe('readEducation', () => {
  it('takes years without a degree for an equivalent', () => {
    expect(educationOf('BS in Computer Science, or 6 years in the trade without a degree')).toEqual({
      degree: 'bachelor',
      orEquivalent: true,
    })
  })

  it.each([
    ["Bachelor's degree in Computer Science", 'bachelor'],
    ['BS, MS or PhD in a technical field', 'bachelor'],
    ['Degree in mathematics', 'bachelor'],
    ["Master's degree in statistics", 'master'],
    ['Ph.D. in physics required', 'phd'],
    ['Abgeschlossenes Studium der Informatik', 'bachelor'],
    ['Diplôme d’ingénieur', 'master'],
    ['Vous êtes titulaire d’un master 2 en droit', 'master'],
    ['Licenciatura em Matemática', 'bachelor'],
    ['Maîtrise en informatique', 'master'],
    ['Maestría en ciencias de datos', 'master'],
    ['Vous êtes diplômé/e d’une école d’ingénieur', 'master'],
    ['De formation école d’ingénieur', 'master'],
    ['Issu(e) d’une grande école d’ingénieurs', 'master'],
    ['BS Computer Science + 8 years, MS Computer Science + 6 years or Ph.D. + 3 years', 'bachelor'],
    ['Currently enrolled or holding a bachelor’s degree', 'bachelor'],
  ])('reads %s', (line, degree) => {
    expect(educationOf(line)).toEqual({ degree, orEquivalent: false })
  })

  it.each([
    'No college degree; good listening counts for more',
    'A link to your work; degrees do not interest us, and none is needed',
    'You don’t need a PhD, or a degree at all.',
    'Calm; we do not ask for a university degree',
    'We do not require any certificates, courses or degrees.',
    'No job before this one is needed, and no degree either',
    'no particular degree: none is required',
    'Bachillerato terminado; no hace falta título universitario',
    'Eine Ausbildung; ein Studium brauchen Sie nicht',
  ])('sees that none is needed: %s', line => {
    expect(educationOf(line).degree).toBe('none')
  })

  it('takes a degree that one probably has for no demand', () => {
    expect(educationOf('You probably have a degree in a STEM subject')).toEqual(NOTHING)
  })

  it('sees that something else does as well', () => {
    expect(educationOf('BS in a technical field or equivalent experience')).toEqual({
      degree: 'bachelor',
      orEquivalent: true,
    })
    expect(educationOf("Bachelor's degree, or related work experience")).toEqual({
      degree: 'bachelor',
      orEquivalent: true,
    })
    expect(educationOf('Bachelor of Science', 'or equivalent practical experience')).toEqual({
      degree: 'bachelor',
      orEquivalent: true,
    })
  })

  it('takes the lowest that is required, not what is preferred', () => {
    expect(educationOf("Bachelor's degree required, MBA preferred").degree).toBe('bachelor')
    expect(educationOf("Master's degree preferred")).toEqual(NOTHING)
    expect(educationOf('Nice to have: BS or MS in engineering')).toEqual(NOTHING)
    expect(educationOf('(Preferred) degree in physics or another relevant degree')).toEqual(NOTHING)
    expect(educationOf('Your salary will depend on your degree or training')).toEqual(NOTHING)
    const wished = postingWith({ requirements: ['SQL'], 'nice-to-have': ['PhD in statistics'] })
    expect(readEducation(wished).value).toEqual(NOTHING)
  })

  it.each(['Even better', 'How to stand out', 'Advantages', 'Optional'])(
    'demands none under "%s" alone',
    heading => {
      const lines = [{ text: 'Bachelor’s degree in physics', isItem: true }]
      const text = makePostingText({ sections: [{ kind: 'nice-to-have', heading, lines }] })
      expect(readEducation(text).value).toEqual(NOTHING)
    },
  )

  it('takes the name of a firm in a list for no degree', () => {
    expect(educationOf('Java, Kafka, MS, Linux')).toEqual(NOTHING)
    expect(educationOf('MS, PhD or the like').degree).toBe('master')
  })

  it('takes a good command of something for no degree', () => {
    expect(educationOf('Bonne maîtrise en communication écrite')).toEqual(NOTHING)
  })

  it('reads that none is needed', () => {
    expect(educationOf('No degree required').degree).toBe('none')
    expect(educationOf('You do not need a computer science degree').degree).toBe('none')
  })

  it('leaves out degrees not held yet and degrees of something else', () => {
    expect(educationOf('Currently pursuing a Bachelor’s degree')).toEqual(NOTHING)
    expect(educationOf('A high degree of ownership')).toEqual(NOTHING)
    expect(educationOf('Certified scrum master')).toEqual(NOTHING)
    expect(educationOf('Skilled in MS Office')).toEqual(NOTHING)
  })
})
