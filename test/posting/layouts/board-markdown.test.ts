import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBoardMarkdown } from '../../../src/posting/layouts/board-markdown.ts'
import { readBlocks } from '../../../src/posting/layouts/read-blocks.ts'

const header =
  '# [Data Engineer](https://example.com/apply/7)  \n### Acme  \n#### `💰 $90k - $110k` `🌎 Remote,US`  \n'

describe('readBoardMarkdown', () => {
  it('takes the header apart', () => {
    expect(readBoardMarkdown(`${header}\nBuild pipelines.`)).toMatchObject({
      layout: 'board-markdown',
      titleLine: 'Data Engineer',
      companyLine: 'Acme',
      payTag: '$90k - $110k',
      placeTag: 'Remote,US',
      url: 'https://example.com/apply/7',
      blocks: [{ type: 'paragraph', text: 'Build pipelines.' }],
    })
  })

  it('reads the only tag by its sign', () => {
    const text = readBoardMarkdown(
      '# [Dev](https://example.com/1)\n### Acme\n#### `🌎 Berlin, Germany`\nBody',
    )
    expect(text).toMatchObject({ payTag: null, placeTag: 'Berlin, Germany' })
  })

  it('tells tags without signs by the amounts in them', () => {
    const text = readBoardMarkdown(
      '# [Dev](https://example.com/1)\n### Acme\n#### `$90,000 - $110,000` `Berlin, Germany`\nBody',
    )
    expect(text).toMatchObject({ payTag: '$90,000 - $110,000', placeTag: 'Berlin, Germany' })
  })

  it('does without tags and without a company', () => {
    expect(readBoardMarkdown('# [Dev](https://example.com/1)\n### Acme\n#### \n\nBody')).toMatchObject({
      companyLine: 'Acme',
      payTag: null,
    })
    expect(readBoardMarkdown('# [Dev](https://example.com/1)\n\nBody')).toMatchObject({
      companyLine: null,
      blocks: [{ text: 'Body' }],
    })
  })

  it('finds a company that stands under the tags, but no heading of the body', () => {
    expect(
      readBoardMarkdown('# [Dev](https://example.com/1)\n#### `🌎 Remote`\n### Acme\n\nBody')?.companyLine,
    ).toBe('Acme')
    expect(
      readBoardMarkdown('# [Dev](https://example.com/1)\n#### `🌎 Remote`\n### About the role\n\nBody')
        ?.companyLine,
    ).toBeNull()
  })

  it('takes a title without a link where tags follow it, with the address from the apply link', () => {
    const text = readBoardMarkdown(
      '# Data Engineer\n### Acme\n#### `🌎 Remote`\n\nBody\n\n## CLICK TO [APPLY](https://example.com/apply/9)',
    )
    expect(text).toMatchObject({
      titleLine: 'Data Engineer',
      url: 'https://example.com/apply/9',
      blocks: [{ text: 'Body' }],
    })
  })

  it('never hands on an address that is not http', () => {
    expect(readBoardMarkdown('# [Dev](javascript:alert)\n### Acme\n\nBody')?.url).toBeNull()
  })

  it('leaves the apply line out of the text', () => {
    expect(
      readBoardMarkdown(`${header}\nBody\n\n## CLICK TO [APPLY](https://example.com/apply/7)`)?.blocks,
    ).toHaveLength(1)
  })

  it('passes on any other text', () => {
    expect(readBoardMarkdown('Acme is hiring.')).toBeNull()
    expect(readBoardMarkdown('# Some readme\n\nText')).toBeNull()
  })

  it('makes of the lines of the body what they are anywhere, behind whichever bullet and rule', () => {
    const sign = fc.constantFrom(' ', ' ', '*', '-', '=', '+', '.', ':', '#', 'A', 'b', '\u2028')
    fc.assert(
      fc.property(fc.array(fc.string({ unit: sign, maxLength: 9 }), { maxLength: 6 }), lines => {
        const body = ['Body', ...lines]
        expect(readBoardMarkdown(`${header}${body.join('\n')}`)?.blocks).toEqual(readBlocks(body))
      }),
    )
  })
})
