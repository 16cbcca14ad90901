import { describe, expect, it } from 'vitest'
import { read, understand } from './ask-samples.ts'

const families: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  'greetings, wishes and slang': [
    ['hey folks, lookin for a remote senior FE gig w/ react', ['remote', 'senior', 'frontend', 'React']],
    ['hiya, got anything for a backend person?', ['backend']],
    ['sup, need a react job asap lol 🙏', ['React']],
    ['yo dude any1 hiring rust devs rn?', ['Rust']],
    ['ngl i just want something remote with typescript', ['remote', 'TypeScript']],
    ['pleeease gimme remoteee go jobs', ['remote', 'Go']],
    ['got laid off, need a contract role asap', ['contract']],
    ['my wife is looking for a marketing job', ['marketing']],
    ["i've worked with react for 3 years", ['React', 'at most 3 years of experience']],
  ],
  'courtesy in other languages': [
    ['hallo, ich suche eine Stelle als Backend-Entwickler', ['backend']],
    ['guten Morgen, gibt es Jobs in Berlin?', ['in Berlin, Germany']],
    ['bonjour, je cherche un poste de développeur à Paris', ['in Paris, France']],
    ["s'il vous plaît des postes devops", ['DevOps']],
    ['hola, busco empleo remoto con java', ['remote', 'Java']],
    ['procuro vagas de java', ['Java']],
    ['annonces en français', ['written in French']],
    ['anuncios en español', ['written in Spanish']],
    ['vagas em português', ['written in Portuguese']],
    ['deutschsprachige Stellen', ['written in German']],
    ['ogłoszenia po polsku', ['written in Polish']],
    ['au moins 50 000 €', ['pay at least €50,000 a year']],
    ['Teilzeit, ohne Studium', ['part-time', 'no degree required']],
  ],
  'nouns for people': [
    ['customer support agent', ['customer support']],
    ['crm or erp consultants', ['CRM']],
    ['java consultant', ['Java']],
    ['consultant for java', ['Java']],
    ['instructional designers', ['education']],
    ['curriculum / training developers', ['education']],
    ['people management in engineering', ['engineering management']],
  ],
  fields: [
    ['skill:java country:CA workplace:remote', ['Java', 'in Canada', 'remote']],
    ['country:DE,AT', ['in Austria or Germany']],
    ['state:CA', ['in California, US']],
  ],
  'nicknames of places': [
    ['pacific northwest', ['in Oregon state or Washington state']],
    ['greater london', ['in London, United Kingdom']],
  ],
  hours: [
    ['20 hours a week', ['part-time']],
    ['40h/week', ['full-time']],
  ],
}

describe.each(Object.entries(families))('readQuery on %s', (_family, cases) => {
  it.each(cases)('reads “%s”', (question, understood) => {
    expect(understand(question)).toEqual(understood)
    expect(read(question).unread).toEqual([])
  })
})

describe('words with content', () => {
  it.each(['blorptastic go jobs', 'go hedgehogs', 'remote beekeeper'])(
    'never swallows them: “%s”',
    question => {
      expect(read(question).unread).toHaveLength(1)
    },
  )

  it('says that a free word is looked for in the text', () => {
    expect(understand('engineer')).toEqual(['“engineer” in the text'])
  })

  it('reads a quoted word in the text back to itself', () => {
    expect(understand('not “java beans” or “engineer” in the text')).toEqual([
      'not “engineer” or “java beans” in the text',
    ])
  })

  it('keeps a noun for people where nothing says what they do', () => {
    expect(read('remote consultant').unread.map(({ text }) => text)).toEqual(['consultant'])
  })
})
