import { describe, expect, it } from 'vitest'
import { findSkill, lookUpSkills, SKILL_NAMES, SKILLS } from '../../../src/posting/dictionary/skills.ts'

const nameAt = (text: string, at = 0) => lookUpSkills(text.split(' '), at)?.skill.name ?? null

describe('lookUpSkills', () => {
  it('knows a skill by its other names', () => {
    expect(nameAt('golang')).toBe('go')
    expect(nameAt('k8s')).toBe('kubernetes')
    expect(nameAt('ReactJS')).toBe('react')
    expect(nameAt('MS SQL')).toBe('sql server')
    expect(nameAt('Google Cloud')).toBe('gcp')
  })

  it('takes the longest name that starts at a word', () => {
    expect(lookUpSkills(['Ruby', 'on', 'Rails'], 0)).toMatchObject({ skill: { name: 'rails' }, length: 3 })
    expect(lookUpSkills(['Ruby', 'or', 'Go'], 0)).toMatchObject({ skill: { name: 'ruby' }, length: 1 })
    expect(nameAt('react native')).toBe('react native')
  })

  it('starts at the given word only', () => {
    expect(nameAt('with python', 0)).toBeNull()
    expect(nameAt('with python', 1)).toBe('python')
  })

  it('keeps the signs that belong to a name', () => {
    expect(nameAt('C++')).toBe('c++')
    expect(nameAt('C#')).toBe('c#')
    expect(nameAt('.NET')).toBe('.net')
    expect(nameAt('node.js')).toBe('node.js')
    expect(nameAt('TCP/IP')).toBe('tcp/ip')
  })

  it('drops a plus that stands for newer versions', () => {
    expect(nameAt('ES6+')).toBe('javascript')
  })

  it('marks names that are ordinary words', () => {
    expect(lookUpSkills(['go'], 0)?.isOrdinary).toBe(true)
    expect(lookUpSkills(['golang'], 0)?.isOrdinary).toBe(false)
    expect(lookUpSkills(['excel'], 0)?.isOrdinary).toBe(true)
  })

  it('returns null for a word it does not know, a hyphenated part or the end', () => {
    expect(nameAt('quidditch')).toBeNull()
    expect(nameAt('go-getter')).toBeNull()
    expect(lookUpSkills(['go'], 1)).toBeNull()
  })
})

describe('the skill tables', () => {
  it('give each name to one skill', () => {
    const twice = SKILL_NAMES.filter((name, i) => SKILL_NAMES.indexOf(name) !== i)
    expect(twice).toEqual([])
  })

  it('find every skill by every one of its names', () => {
    const lost = SKILLS.flatMap(skill =>
      [skill.name, ...skill.otherNames].filter(name => nameAt(name) !== skill.name),
    )
    expect(lost).toEqual([])
  })

  it('mark as ordinary only names that they have', () => {
    const stray = SKILLS.filter(({ name, otherNames, ordinaryNames }) =>
      ordinaryNames.some(word => word !== name && !otherNames.includes(word)),
    )
    expect(stray).toEqual([])
  })

  it('write names in lower case', () => {
    expect(SKILL_NAMES.filter(name => name !== name.toLowerCase())).toEqual([])
  })
})

describe('findSkill', () => {
  it('finds a skill by its canonical name and no other', () => {
    expect(findSkill('postgresql')?.label).toBe('PostgreSQL')
    expect(findSkill('postgres')).toBeNull()
  })
})
