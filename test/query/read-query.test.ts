import { describe, expect, it } from 'vitest'
import { read, understand } from './ask-samples.ts'

/** Questions with what is understood of them, in the words of the receipt. */
const families: Readonly<
  Record<string, readonly (readonly [question: string, understood: readonly string[]])[]>
> = {
  pay: [
    ['over 200k', ['pay over $200,000 a year']],
    ['jobs over $200,000', ['pay over $200,000 a year']],
    ['at least 70k GBP', ['pay at least £70,000 a year']],
    ['150k+', ['pay at least $150,000 a year']],
    ['roles that pay 150k or more', ['pay at least $150,000 a year']],
    ['base starting from 140k', ['base pay starting at $140,000 a year']],
    ['minimum salary 120k', ['pay starting at $120,000 a year']],
    ['less than 100k', ['pay at most $100,000 a year']],
    ['up to €90k', ['pay at most €90,000 a year']],
    ['no less than 90k', ['pay at least $90,000 a year']],
    ['between 130k and 170k', ['pay between $130,000 and $170,000 a year']],
    ['from 120 to 150k', ['pay between $120,000 and $150,000 a year']],
    ['120,000–150,000 EUR', ['pay between €120,000 and €150,000 a year']],
    ['pay over 200', ['pay over $200,000 a year']],
    ['six figures', ['pay at least $100,000 a year']],
    ['quarter million', ['pay at least $250,000 a year']],
    ['$60/hr', ['pay at least $60 an hour']],
    ['hourly rate above 80', ['pay over $80 an hour']],
    ['more than 400 EUR a day', ['pay over €400 a day']],
    ['CA$120k', ['pay at least 120,000 CAD a year']],
    ['over 80k in germany', ['pay over €80,000 a year', 'in Germany']],
    ['over 150k but under 200k', ['pay over $150,000 a year', 'pay at most $200,000 a year']],
    ['salary>150000', ['pay over $150,000 a year']],
    ['jobs that state their salary', ['with stated pay']],
  ],
  'no pay': [
    ['java 17', ['Java']],
    ['top 10 go jobs', ['Go']],
    ['401k', []],
    ['posted in 2024', ['posted since 2024-01-01 before 2025-01-01']],
  ],
  workplace: [
    ['fully remote', ['remote']],
    ['wfh or hybrid', ['remote or hybrid']],
    ['not remote', ['hybrid or onsite']],
    ['remote:no', ['hybrid or onsite']],
    ['in the office', ['onsite']],
    ['not hybrid', ['not hybrid']],
  ],
  place: [
    ['in the uk', ['in United Kingdom']],
    ['remote us', ['remote', 'in United States']],
    ['show us remote jobs', ['remote']],
    ['US only', ['in United States']],
    ['berlin or stockholm', ['in Berlin, Germany or Stockholm, Sweden']],
    ['sweden, finland', ['in Finland or Sweden']],
    ['Portland, OR', ['in Portland, OR']],
    ['portland or seattle', ['in Portland, OR or Seattle, WA']],
    ['austin tx', ['in Austin, TX']],
    ['new york state', ['in New York state']],
    ['outside the US and Canada', ['outside Canada and United States']],
    ['not in the us', ['not in United States']],
    ['work from anywhere', ['anywhere in the world']],
    ['anywhere in europe', ['in Europe']],
    ['remote from anywhere in europe', ['remote', 'in Europe']],
    ['in the U.S.', ['in United States']],
    ['EST', ['overlaps EST']],
    ['german companies', ['in Germany']],
    ['SAN FRANCISCO REMOTE', ['in San Francisco, CA', 'remote']],
  ],
  level: [
    ['senior+', ['senior, lead, staff or principal']],
    ['staff and up', ['staff or principal']],
    ['senior to principal', ['senior, lead, staff or principal']],
    ['at least mid', ['mid, senior, lead, staff or principal']],
    ['staff, principal', ['staff or principal']],
    ['entry-level', ['junior']],
    ['internships', ['intern']],
    ['lead roles', ['lead']],
    ['director of engineering', ['director', 'engineering management']],
    ['engineering managers', ['engineering management']],
    ['lead generation', []],
  ],
  'skills and kinds of work': [
    ['c++, c# or .net', ['.NET, C# or C++']],
    ['kubernetes terraform', ['Kubernetes', 'Terraform']],
    ['scala or kotlin', ['Kotlin or Scala']],
    ['go/rust', ['Go or Rust']],
    ['aws+terraform', ['AWS', 'Terraform']],
    ['node and react', ['Node.js', 'React']],
    ['r', ['R']],
    ['ui/ux designer', ['design']],
    ['machine learning', ['machine learning']],
    ['front-end or mobile', ['mobile or frontend']],
    ['data jobs', ['data analysis, data engineering or data science']],
  ],
  exclusions: [
    ['java without spring', ['Java', 'not Spring']],
    ['java but not javascript', ['Java', 'not JavaScript']],
    ['not senior, frontend', ['not senior', 'frontend']],
    ['not java, php or c#', ['not C#, Java or PHP']],
    ['no php, backend', ['not PHP', 'backend']],
    ['-java python', ['not Java', 'Python']],
    ['without java and spring', ['not Java or Spring']],
    ['without java and with python', ['not Java', 'Python']],
    ['not at pebble', ['not at pebble']],
  ],
  'experience, degree, visa, language': [
    ['I have 3 years of experience', ['at most 3 years of experience']],
    ['I have 5+ years', ['at most 5 years of experience']],
    ['8+ years experience', ['at least 8 years of experience']],
    ['under 2 years', ['less than 2 years of experience']],
    ['more than five years', ['more than 5 years of experience']],
    ['2-4 yoe', ['between 2 and 4 years of experience']],
    ['no experience required', ['at most 0 years of experience']],
    ['phd or masters required', ["master's degree or PhD"]],
    ['bachelors or equivalent', ["bachelor's degree"]],
    ['phd not required', ['not PhD']],
    ["that don't require a degree", ['no degree required']],
    ['sponsors visas', ['sponsors visas']],
    ['H1B sponsorship', ['sponsors visas']],
    ['german-speaking', ['written in German']],
    ['written in French', ['written in French']],
  ],
  posted: [
    ['posted this week', ['posted within the last 7 days']],
    ['last 3 days', ['posted within the last 3 days']],
    ['since monday', ['posted since 2025-02-24']],
    ['today', ['posted today']],
    ['posted in october 2024', ['posted since 2024-10-01 before 2024-11-01']],
    ['less than two weeks old', ['posted within the last 14 days']],
  ],
  company: [
    ['at Heron Labs', ['at "heron labs"']],
    ['tern jobs', ['at tern']],
    ['company:"Heron Labs"', ['at "heron labs"']],
    ['jobs at Nowhereville', ['at nowhereville']],
    ['tern, egret', ['at egret or tern']],
  ],
  'not stated': [
    ['remote or not stated, python', ['remote or not stated', 'Python']],
    ['over 150k or unknown', ['pay over $150,000 a year or not stated']],
  ],
  'typing errors': [
    ['senoir pyhton develper', ['senior', 'Python']],
    ['remot kuberentes', ['remote', 'Kubernetes']],
    ['san fransisco', ['in San Francisco, CA']],
    ['machne learning', ['machine learning']],
  ],
  'short forms of “with”': [
    ['react w/ typescript', ['React', 'TypeScript']],
    ['react w/typescript', ['React', 'TypeScript']],
    ['senior w/ kubernetes', ['senior', 'Kubernetes']],
    ['remote jobs W/ visa', ['remote', 'sponsors visas']],
    ['java w/o spring', ['Java', 'not Spring']],
    ['java w/out spring', ['Java', 'not Spring']],
    ['react w/ openshift', ['React', 'OpenShift']],
    ['python (m/w/d)', ['Python']],
    ['python (w/m/d)', ['Python']],
  ],
  fields: [
    ['skill:go,rust level:senior', ['Go', 'Rust', 'senior']],
    ['skill:go|rust', ['Go or Rust']],
    ['experience<=3', ['at most 3 years of experience']],
    ['posted<14d', ['posted within the last 14 days']],
    ['degree:none visa:yes', ['no degree required', 'sponsors visas']],
  ],
  'whole sentences': [
    [
      'hi, could you list remote senior devops roles that pay 150k or more?',
      ['remote', 'senior', 'DevOps', 'pay at least $150,000 a year'],
    ],
    ["I'd like to find part-time work as a designer, thanks!", ['part-time', 'design']],
    [
      'what do you have for a senior python dev living in berlin?',
      ['senior', 'Python', 'in Berlin, Germany'],
    ],
    ['are there any companies in canada hiring junior devs', ['in Canada', 'junior']],
  ],
}

describe.each(Object.entries(families))('readQuery on %s', (_family, cases) => {
  it.each(cases)('reads “%s”', (question, understood) => {
    expect(understand(question)).toEqual(understood)
  })
})

describe('readQuery', () => {
  it('names what it assumed', () => {
    expect(read('pay over 200').conditions[0]?.note).toBe(
      '200 is read as 200,000 a year; no currency named: USD',
    )
    expect(read('senoir').conditions[0]?.note).toBe('“senoir” is read as “senior”')
    expect(read('remote/python').conditions[1]?.note).toBe('“/” between different facts is read as “and”')
  })

  it('keeps words that only the postings know as free words and names the others', () => {
    const query = read('python clusters quidditch')
    expect(query.conditions.map(({ id }) => id)).toEqual(['skill', 'word'])
    expect(query.unread.map(({ text }) => text)).toEqual(['quidditch'])
  })

  it('counts courtesy neither as understood nor as unread', () => {
    expect(read('hey there, could you please show me some nice python jobs? thanks a lot!').unread).toEqual(
      [],
    )
  })

  it('never turns a known word into another', () => {
    // "cluster" is a word of a posting, "java" one of a dictionary.
    expect(read('cluster java').conditions.map(({ note }) => note)).toEqual([null, null])
  })

  it('takes a role noun for what is asked only where it stands alone', () => {
    expect(understand('senior engineer')).toEqual(['senior'])
    expect(understand('engineer')).toEqual(['“engineer” in the text'])
  })

  it.each([
    ['how many remote jobs are there?', 'count'],
    ['what is the average salary for SREs', 'statistic'],
    ['which companies hire frontend devs', 'facets'],
    ['remote go jobs', 'listings'],
    ['what can you do?', 'help'],
    ['blorp', 'clarify'],
  ])('reads what “%s” wants to know', (question, kind) => {
    expect(read(question).kind).toBe(kind)
  })

  it('reads order and number', () => {
    expect(read('top 10 highest paying backend jobs')).toMatchObject({ sort: 'pay', limit: 10 })
    expect(read('newest react jobs')).toMatchObject({ sort: 'newest', limit: null })
    expect(read('give me 5 remote jobs')).toMatchObject({ limit: 5 })
  })

  it.each(['show 1', 'show 2', 'show 2 please', 'details 1', 'give me 3', 'list 4', '2'])(
    'takes “%s” for no question about all postings',
    question => {
      const { kind, unread, asksForAll } = read(question)
      expect({ kind, asksForAll }).toEqual({ kind: 'clarify', asksForAll: false })
      expect(unread.length).toBeGreaterThan(0)
    },
  )

  it.each(['top 10', 'show 3 jobs', 'newest jobs, show 3', 'show all'])(
    'takes “%s” for one about all postings',
    question => {
      expect(read(question)).toMatchObject({ kind: 'listings', asksForAll: true, unread: [] })
    },
  )

  it('keeps a number of postings beside a condition', () => {
    expect(read('python, show 3')).toMatchObject({ limit: 3, unread: [] })
  })
})
