import { expect, it } from 'vitest'
import { listPostingWords } from '../../src/catalog/posting-words.ts'
import { makeSection } from '../posting/extract/make-posting-text.ts'
import { makePosting } from './make-posting.ts'

it('lists each word of title, company, headings and lines once, those of the blurb apart', () => {
  const sections = [
    { ...makeSection('requirements', 'Sourdough, and more sourdough'), heading: 'What you know' },
    { ...makeSection('company', 'We love Bergen.', 'We bake.'), heading: 'About us' },
  ]
  const posting = makePosting({ title: 'Baker', company: 'Fjord Foods', sections })
  const { searched, others } = listPostingWords(posting)
  expect([...searched].join(' ')).toBe('baker fjord foods what you know sourdough and more')
  expect([...others].join(' ')).toBe('about us we love bergen bake')
})
