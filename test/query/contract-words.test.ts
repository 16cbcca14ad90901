import { describe, expect, it } from 'vitest'
import { read, understand } from './ask-samples.ts'

/** What the words mean, sentence by sentence, in the order of the contract. */
const meanings: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  'pay over': [
    ['over 200k', ['pay over $200,000 a year']],
    ['above 200k', ['pay over $200,000 a year']],
    ['more than 200k', ['pay over $200,000 a year']],
  ],
  'pay that reaches': [
    ['at least 150k', ['pay at least $150,000 a year']],
    ['150k+', ['pay at least $150,000 a year']],
    ['150k or more', ['pay at least $150,000 a year']],
    ['i will not accept less than 150k', ['pay at least $150,000 a year']],
  ],
  'pay from': [
    ['from 150k', ['pay starting at $150,000 a year']],
    ['starting at 150k', ['pay starting at $150,000 a year']],
    ['minimum 150k', ['pay starting at $150,000 a year']],
    ['my floor is 150k', ['pay starting at $150,000 a year']],
  ],
  'pay at most': [
    ['under 100k', ['pay at most $100,000 a year']],
    ['below 100k', ['pay at most $100,000 a year']],
    ['less than 100k', ['pay at most $100,000 a year']],
    ['up to 100k', ['pay at most $100,000 a year']],
    ['at most 100k', ['pay at most $100,000 a year']],
  ],
  'pay between': [
    ['between 100k and 150k', ['pay between $100,000 and $150,000 a year']],
    ['100-150k', ['pay between $100,000 and $150,000 a year']],
  ],
  'bare numbers': [
    ['senior 180k', ['senior', 'pay at least $180,000 a year']],
    ['java 17', ['Java']],
    ['paying over 200', ['pay over $200,000 a year']],
    ['over 200', []],
    ['backend, iso 27001', ['backend', '“iso 27001” in the text']],
  ],
  'base, currencies and periods': [
    ['base over 200k', ['base pay over $200,000 a year']],
    ['over 80k in germany', ['pay over €80,000 a year', 'in Germany']],
    ['over 80k in the uk', ['pay over £80,000 a year', 'in United Kingdom']],
    ['over 80k in germany or poland', ['pay over $80,000 a year', 'in Germany or Poland']],
    ['$60 an hour', ['pay at least $60 an hour']],
    ['over 5000 eur a month', ['pay over €5,000 a month']],
  ],
  places: [
    ['outside the us', ['outside United States']],
    ['not in the us', ['not in United States']],
    ['no us', ['not in United States']],
    ['us based only', ['in United States']],
    ['remote, berlin', ['remote', 'in Berlin, Germany']],
    ['outside the uk but in europe', ['outside United Kingdom', 'in Europe']],
    ['not remote', ['hybrid or onsite']],
    ['remote worldwide', ['remote', 'anywhere in the world']],
  ],
  lists: [
    ['senior, staff', ['senior or staff']],
    ['berlin, munich', ['in Berlin, Germany or Munich, Germany']],
    ['go, rust', ['Go', 'Rust']],
    ['go or rust', ['Go or Rust']],
    ['go/rust', ['Go or Rust']],
    ['ui/ux', ['design']],
    ['c++ and .net', ['C++', '.NET']],
  ],
  exclusions: [
    ['not java', ['not Java']],
    ['without java', ['not Java']],
    ['backend but not fullstack', ['backend', 'not fullstack']],
    ['no senior', ['not senior']],
    ['i refuse to do php', ['not PHP']],
    ["python. don't want: java, crypto", ['Python', 'not Java', 'not blockchain']],
    ['no java, remote', ['not Java', 'remote']],
    ['not a fan of angular', ['not Angular']],
    ['not only java', ['Java']],
    ['go w/o php', ['Go', 'not PHP']],
    ['not sure, maybe backend', ['backend']],
    ['if not, remote', ['remote']],
  ],
  levels: [
    ['senior', ['senior']],
    ['senior+', ['senior, lead, staff or principal']],
    ['staff+', ['staff or principal']],
    ['junior', ['junior']],
    ['entry level', ['junior']],
    ['new grad', ['junior']],
    ['internships', ['intern']],
    ['staff ic roles', ['staff', 'not manager, director, head of, vp or c-level']],
  ],
  experience: [
    ['i have 5 years', ['at most 5 years of experience']],
    ['5 years', ['at most 5 years of experience']],
    ['at most 5 years', ['at most 5 years of experience']],
    ['less than 5 years', ['less than 5 years of experience']],
    ['under 5 years', ['less than 5 years of experience']],
    ['5+ years', ['at least 5 years of experience']],
    ['at least 5 years', ['at least 5 years of experience']],
    ['over 5 years', ['more than 5 years of experience']],
    ['ive got 5 years under my belt', ['at most 5 years of experience']],
    ['a decade of experience', ['at most 10 years of experience']],
    ['a couple of years of experience', ['at most 2 years of experience']],
  ],
  'degree and visa': [
    ['no degree required', ['no degree required']],
    ['didnt go to college', ['no degree required']],
    ["degrees don't matter", ['no degree required']],
    ['self-taught', ['no degree required']],
    ['phd', ['PhD']],
    ['visa sponsorship', ['sponsors visas']],
  ],
  'or not stated': [
    ['remote or not stated, go', ['remote or not stated', 'Go']],
    ['over 80k or undisclosed', ['pay over $80,000 a year or not stated']],
  ],
  'stated pay': [
    ['backend with pay disclosed', ['backend', 'with stated pay']],
    ['salary must be listed', ['with stated pay']],
    ['where the salary is transparent', ['with stated pay']],
    ['no hidden salary', ['with stated pay']],
    ['salary not listed', ['not with stated pay']],
  ],
}

describe.each(Object.entries(meanings))('the meaning of %s', (_family, cases) => {
  it.each(cases)('reads “%s”', (question, understood) => {
    expect(understand(question)).toEqual(understood)
  })
})

describe('what is no condition', () => {
  it.each([
    ['top 10 go jobs', { limit: 10 }],
    ['3 best paid react jobs', { limit: 3, sort: 'pay' }],
    ['best paid staff roles first', { sort: 'pay' }],
    ['newest go jobs', { sort: 'newest' }],
    ['go jobs, include closed', { includeClosed: true }],
    ['go, even expired ones', { includeClosed: true }],
    ['go, include old', { includeOld: true }],
    ['how many go jobs', { kind: 'count' }],
    ['help', { kind: 'help' }],
    ['lol', { kind: 'clarify' }],
  ] as const)('reads “%s”', (question, directed) => {
    expect(read(question)).toMatchObject(directed)
  })
})
