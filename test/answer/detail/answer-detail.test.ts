import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerQuery } from '../../../src/answer/answer-query.ts'
import type { DetailContext } from '../../../src/answer/detail/find-posting.ts'
import { readQuery } from '../../../src/query/read-query.ts'
import { OPTIONS } from '../../query/ask-samples.ts'
import { DETAIL_CATALOG } from './detail-postings.ts'

function ask(question: string, context: DetailContext | null = null) {
  const options = { ...OPTIONS, catalog: DETAIL_CATALOG, context }
  return answerQuery(DETAIL_CATALOG, readQuery(question, options), options)
}

const quotesOf = (question: string, context: DetailContext | null = null) =>
  ask(question, context).evidence.map(({ quote }) => quote)

describe('a question about one posting', () => {
  it.each([
    [
      'does the Kestrel backend role need a degree?',
      "Yes: a bachelor's degree, or equivalent experience instead.",
    ],
    ['what does Kestrel pay the senior backend engineer?', 'Pays €80,000 – €95,000 a year.'],
    ["what's the salary of Kestrel's data analyst?", 'Pays €60,000 – €70,000 a year.'],
    ['is the Kestrel Freight backend job remote?', 'No: hybrid'],
    ['does Kestrel Freight sponsor visas for the backend engineer?', 'Yes, it sponsors visas.'],
    ['how many years of experience for the backend engineer at Kestrel?', 'at least 5 years'],
    ["what's the stack of the backend engineer at Kestrel Freight?", 'Go, PostgreSQL, Kubernetes.'],
    ['does Heron Labs use Terraform?', 'Yes'],
    ['apply link for the backend engineer at Kestrel', 'https://example.com/kestrel/backend'],
  ])('answers “%s” from the fields', (question, lead) => {
    const { kind, found, text, evidence } = ask(question)
    expect({ kind, found }).toEqual({ kind: 'detail', found: true })
    expect(text).toContain(lead)
    expect(evidence.length).toBeGreaterThan(0)
  })

  it.each([
    ['who does the backend engineer at Kestrel report to?', 'You report to the Director of Engineering.'],
    [
      'is there on-call at Kestrel for the backend engineer?',
      'You join the on-call rotation every sixth week.',
    ],
    ['how many vacation days at Kestrel?', '30 days of vacation and 14 weeks of parental leave.'],
    ['parental leave at Kestrel Freight?', '30 days of vacation and 14 weeks of parental leave.'],
    [
      'what is the interview process at Kestrel for the backend engineer?',
      'A call, a paid trial task, and a day with the team.',
    ],
    ['how many people work at Kestrel Freight?', 'We are 140 people in three offices.'],
  ])('answers “%s” with the sentence that says it', (question, quote) => {
    expect(quotesOf(question)[0]).toBe(quote)
  })

  it('says yes or no by what the sentence says', () => {
    expect(ask('does Kestrel pay for relocation?').text).toMatch(/^No\. “Relocation is not covered\.”/)
    expect(ask('is there on-call for the backend engineer at Kestrel?').text).toMatch(/^Yes\./)
  })

  it.each([
    'does Heron Labs offer a helicopter?',
    'parental leave at Heron Labs?',
    'does Heron Labs give a bonus?',
    'what does Heron Labs pay?',
    'how many vacation days does Heron Labs give?',
    'does Heron Labs use Kubernetes?',
    'does Heron Labs sponsor visas?',
    'who does the SRE at Heron Labs report to?',
    'is there unlimited vacation at Kestrel?',
  ])('says of “%s” that the posting does not say', question => {
    const { kind, found, evidence, text } = ask(question)
    expect({ kind, found, evidence }).toEqual({ kind: 'detail', found: false, evidence: [] })
    expect(text).toMatch(/does not say/)
  })

  it('quotes nothing but what stands in the posting', () => {
    const texts = DETAIL_CATALOG.entries.map(({ posting }) =>
      [
        ...posting.sections.flatMap(({ lines }) => lines.map(({ text }) => text)),
        ...Object.values(posting.evidence).flat(),
        posting.url,
      ].join('\n'),
    )
    for (const question of [
      'who does the SRE report to?',
      'benefits at Kestrel',
      'what does Kestrel do?',
      'is it remote at Heron Labs?',
    ])
      for (const quote of quotesOf(question)) expect(texts.some(text => text.includes(quote))).toBe(true)
  })

  it('hides addresses and numbers, unless it is asked how to apply', () => {
    const said = ask('whom can I contact at Kestrel about the backend job?')
    expect(JSON.stringify(said.evidence)).not.toMatch(/@kestrel|1234/)
  })
})

describe('what is asked for exactly', () => {
  it('says of what is only nice to have that it is not required', () => {
    expect(ask('are Kubernetes certifications required at Linnet?').text).toMatch(/^Welcome, not required\./)
    expect(ask('does Linnet need Erlang?').text).toMatch(/^Welcome, not required\./)
    expect(ask('does Linnet use Erlang?').text).toMatch(/^Yes/)
  })

  it('gives no sentence without a number to “how many”', () => {
    const { found, text } = ask('how many weeks of parental leave does Linnet give?')
    expect(found).toBe(false)
    expect(text).toMatch(/mentions parental leave, but gives no number/)
  })

  it('takes the title that has nothing more than what was named; a developer is an engineer', () => {
    for (const question of [
      'what does Wren Radio pay the staff engineer?',
      'what does Wren Radio pay the staff developer?',
    ])
      expect(ask(question).evidence).toEqual([{ path: 'wren-0.md', quote: 'It pays at step 0.' }])
  })

  it('does not call profitable what is only funded', () => {
    expect(ask('is Wren Radio profitable?')).toMatchObject({ kind: 'detail', found: false })
    expect(ask('is Wren Radio venture backed?')).toMatchObject({ found: true })
  })

  it('takes languages that are used for technology, and those that are spoken for speech', () => {
    expect(ask('which languages does the Kestrel backend engineer use?').text).toMatch(/^Go\b/)
    expect(ask('which languages must the Kestrel backend engineer speak?').found).toBe(false)
  })

  it('tells the size of a team, the size of a company and its age apart', () => {
    expect(quotesOf('how big is the Linnet platform team?')).toEqual([
      'Our team, which consists of 6 engineers, ships every day.',
    ])
    expect(quotesOf('how big is Linnet?')).toEqual(['We are 30 people who make maps for birdwatchers.'])
    expect(quotesOf('how old is Linnet?')).toEqual(['Linnet was founded in 2011.'])
  })

  it('answers of a merged posting with the path of the copy that is asked about', () => {
    const pathOf = (question: string) => ask(question).evidence[0]
    expect(pathOf('which country is the Linnet platform engineer in Spain in?')).toEqual({
      path: 'linnet-spain.md',
      quote: 'Remote in Madrid',
    })
    expect(pathOf('where is the Linnet platform engineer in Dublin based?')).toEqual({
      path: 'linnet-ireland.md',
      quote: 'Remote in Dublin',
    })
  })

  it('quotes what only a copy says with the path of the copy', () => {
    for (const { path, quote } of ask('where is the Linnet platform engineer based?').evidence)
      expect(path).toBe(/Spain|Madrid/.test(quote) ? 'linnet-spain.md' : 'linnet-ireland.md')
  })
})

describe('questions that people ask in other words', () => {
  it.each([
    ['who owns Siskin Tours?', 'Siskin Tours, a Plover Company, sells walking holidays.'],
    ['is Siskin publicly traded?', 'Since last spring it is listed on the Lisbon Stock Exchange.'],
    ['which language is spoken at Siskin Tours?', 'Only English is spoken at work.'],
    ['how long is the Siskin Tours internship?', 'The minimum number of internship months is 3 months.'],
    [
      'could the Siskin internship become permanent?',
      'The possibility of a permanent job after the internship, even if you are not in Porto.',
    ],
    [
      'wie viele Urlaubstage gibt es bei Kestrel Freight?',
      '30 days of vacation and 14 weeks of parental leave.',
    ],
    ['gibt es bei Kestrel Elternzeit?', '30 days of vacation and 14 weeks of parental leave.'],
  ])('answers “%s”', (question, quote) => {
    expect(quotesOf(question)).toContain(quote)
  })

  it('denies nothing for a “not” in a concession', () => {
    expect(ask('could the Siskin internship become permanent?').text).not.toMatch(/^No/)
  })

  it('does not take one language for another', () => {
    expect(ask('must the Siskin Tours intern speak Vietnamese?').found).toBe(false)
    expect(ask('is Kestrel publicly traded?').found).toBe(false)
  })

  it('looks for what experience is asked with, not for years', () => {
    expect(ask('does the Siskin intern need experience with mountain rescue?').text).toMatch(/^Welcome/)
    expect(ask('does the Siskin intern need experience with horses?').text).toMatch(/does not say.*horses/)
  })

  it('finds a title whose words are joined by a dot, and one by its state', () => {
    for (const question of [
      'is the trail.map testing role an internship?',
      'how long is the internship of the California intern at Siskin?',
    ])
      expect(ask(question).matches.map(({ posting }) => posting.id)).toEqual(['siskin-intern'])
  })
})

describe('a question that names no posting', () => {
  const shown: DetailContext = { listedIds: ['heron-ops', 'kestrel-backend'], lastShownId: 'kestrel-backend' }

  it.each(["what's the stack?", 'is there on-call?', 'parental leave?', 'and vacation?', 'how do i apply?'])(
    'is about the one that was shown last: “%s”',
    question => {
      expect(ask(question, shown).matches.map(({ posting }) => posting.id)).toEqual(['kestrel-backend'])
    },
  )

  it.each(['is there on-call?', 'parental leave?'])(
    'asks for a list where none was shown: “%s”',
    question => {
      expect(ask(question).detail).toBeNull()
    },
  )

  it.each([
    'any with on-call?',
    'which ones are remote?',
    'remote?',
    'who pays most?',
    'what is the median pay?',
  ])('is none where it is about several: “%s”', question => {
    expect(ask(question, shown).detail).toBeNull()
  })
})

describe('which posting is meant', () => {
  const context: DetailContext = { listedIds: ['heron-ops', 'kestrel-data'], lastShownId: 'kestrel-backend' }

  it('takes the number in the last list', () => {
    expect(ask('is the second one remote?', context).matches[0]?.posting.id).toBe('kestrel-data')
    expect(ask('stack of #1', context).matches[0]?.posting.id).toBe('heron-ops')
    expect(ask('is the third one remote?', context)).toMatchObject({ kind: 'clarify', found: false })
  })

  it('takes the one that was shown last for “it”', () => {
    expect(quotesOf('who does it report to?', context)).toEqual([
      'You report to the Director of Engineering.',
    ])
    expect(ask('who does it report to?')).toMatchObject({ kind: 'clarify', found: false, matches: [] })
  })

  it('takes the one of the list where a company has one there', () => {
    expect(ask('what does the Kestrel one pay?', context).matches[0]?.posting.id).toBe('kestrel-data')
  })

  it('finds a title without a company', () => {
    expect(ask('does the data analyst role pay well?').query.kind).toBe('listings')
    expect(ask('what is the salary of the data analyst role?').matches[0]?.posting.id).toBe('kestrel-data')
  })

  it('asks which one where two say different things, with questions that run', () => {
    const { kind, suggestions, found } = ask('what does Kestrel Freight pay?')
    expect({ kind, found }).toEqual({ kind: 'clarify', found: false })
    expect(suggestions).toHaveLength(2)
    for (const { query } of suggestions) expect(ask(query)).toMatchObject({ kind: 'detail', found: true })
  })

  it('does not ask where they say the same', () => {
    expect(ask('how long is parental leave at Kestrel?')).toMatchObject({ kind: 'detail', found: true })
  })

  it('says so where a company has no posting of that title', () => {
    const { kind, text } = ask('does the Heron Labs chef role need a degree?')
    expect(kind).toBe('clarify')
    expect(text).toMatch(/No posting there has that title/)
  })

  it('answers whatever is asked', () => {
    const words = fc.constantFrom(
      'does',
      'the',
      'Kestrel',
      'Heron',
      'role',
      'need',
      'a',
      'degree',
      'it',
      '#2',
      'pay',
      '?',
      "'s",
      'on-call',
      'how many',
      'zzgl',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), parts => {
        const { found, evidence } = ask(parts.join(' '))
        if (!found) expect(evidence).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
