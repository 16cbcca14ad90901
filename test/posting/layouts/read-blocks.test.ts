import { describe, expect, it } from 'vitest'
import { readBlocks as readLines } from '../../../src/posting/layouts/read-blocks.ts'
import { splitLines } from '../../../src/posting/layouts/split-lines.ts'

const readBlocks = (text: string) => readLines(splitLines(text))

const headings = (text: string): string[] =>
  readBlocks(text)
    .filter(block => block.type === 'heading')
    .map(block => block.text)

describe('readBlocks', () => {
  it('knows headings by their markup', () => {
    const text = '## Duties\n\n **The Role** \n\nPerks\n=====\n\nABOUT THE TEAM\n\nYou will:\n\ntext'
    expect(headings(text)).toEqual(['Duties', 'The Role', 'Perks', 'ABOUT THE TEAM', 'You will:'])
  })

  it('knows common headings by their words alone', () => {
    expect(headings('Requirements\nPython\nTech Stack\nRay\nBenefits\nLeave')).toEqual([
      'Requirements',
      'Tech Stack',
      'Benefits',
    ])
  })

  it('takes no sentence, tag or label with its value for a heading', () => {
    expect(headings('**We build things that matter to people.**\n#LI-Remote\n**Location: Berlin**')).toEqual(
      [],
    )
  })

  it.each(['* one', '- one', '\\- one', '• one', '1. one', '  – one', '✅ one'])(
    'reads the list item "%s"',
    line => {
      expect(readBlocks(line)).toEqual([{ type: 'item', text: 'one' }])
    },
  )

  it('takes markup, escapes and entities out of lines', () => {
    expect(
      readBlocks('* **Pay** : see [our page](https://example.com/a) &amp; _more_ \\- C\\# snake_case'),
    ).toEqual([{ type: 'item', text: 'Pay: see our page & more - C# snake_case' }])
  })

  it('reads table rows', () => {
    expect(readBlocks('| Salary | €60,000 |\n|---|---|\n| a | b | c |')).toEqual([
      { type: 'paragraph', text: 'Salary: €60,000' },
      { type: 'paragraph', text: 'a | b | c' },
    ])
  })

  it.each([
    ['a\r\nb\rc\nd', ['a', 'b', 'c', 'd']],
    ['a\u2028b\u2029c', ['a', 'b', 'c']],
  ])('ends lines where %j does', (text, lines) => {
    expect(readBlocks(text).map(block => block.text)).toEqual(lines)
  })

  it('frees a heading that lost its line break', () => {
    expect(headings('And a commuter stipend.About Us:\nAcme builds.')).toEqual(['About Us:'])
  })
})
