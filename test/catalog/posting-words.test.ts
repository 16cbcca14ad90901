import { describe, expect, it } from 'vitest'
import { listPostingWords } from '../../src/catalog/posting-words.ts'
import { makeSection } from '../posting/extract/make-posting-text.ts'
import { makePosting } from './make-posting.ts'

const BAKER = makePosting({
  title: 'Baker',
  company: 'Fjord Foods',
  sections: [
    { ...makeSection('company', 'We love Bergen.', 'We bake sourdough.'), heading: 'About us' },
    { ...makeSection('requirements', 'Sourdough, and more sourdough'), heading: 'What you know' },
  ],
})
const BAKER_WORDS = {
  searched: 'baker fjord foods what you know sourdough and more'.split(' '),
  others: 'about us we love bergen bake'.split(' '),
}

describe('listPostingWords', () => {
  it('lists each word of title, company, headings and lines once, those that only the blurb holds apart', () => {
    expect(listPostingWords(BAKER)).toEqual(BAKER_WORDS)
    expect(listPostingWords(BAKER)).toEqual(BAKER_WORDS)
  })

  it('lists the same after so many other words that it has forgotten the first', () => {
    const many = Array.from({ length: 120_000 }, (_, at) => `word${at}`)
    listPostingWords(BAKER)
    const long = makePosting({ title: 'x', company: null, sections: [makeSection('role', many.join(' '))] })
    expect(listPostingWords(long).searched).toEqual(['x', ...many])
    const others = makePosting({ title: 'rye bread', company: null, sections: [] })
    expect(listPostingWords(others).searched).toEqual(['rye', 'bread'])
    expect(listPostingWords(BAKER)).toEqual(BAKER_WORDS)
  })
})
