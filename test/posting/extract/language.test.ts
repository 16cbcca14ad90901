import { describe, expect, it } from 'vitest'
import { readLanguage } from '../../../src/posting/extract/language.ts'

const read = (text: string): string =>
  readLanguage({
    layout: 'plain-text',
    titleLine: null,
    companyLine: null,
    payTag: null,
    placeTag: null,
    url: null,
    jobPosting: null,
    sections: [{ kind: 'role', heading: null, lines: [{ text, isItem: false }] }],
  })

describe('readLanguage', () => {
  it.each([
    ['en', 'We are looking for an engineer who will work with our team in Berlin.'],
    ['de', 'Wir suchen eine Entwicklerin für unser Team, die mit uns an der Plattform arbeitet.'],
    ['fr', 'Nous recherchons une ingénieure pour notre équipe, avec une expérience dans le cloud.'],
    ['es', 'Buscamos una persona con experiencia para nuestro equipo en la ciudad de Madrid.'],
    ['pt', 'Você não precisa de experiência para trabalhar com a nossa equipe na cidade do Porto.'],
    ['it', 'Cerchiamo una persona che lavori con noi nella sede di Milano e che conosca il prodotto.'],
    ['nl', 'Wij zijn op zoek naar een ontwikkelaar die met ons aan het platform wil werken.'],
    ['pl', 'Szukamy osoby do pracy w naszym zespole, która zna się na chmurze i nie boi się zmian.'],
    ['sv', 'Vi söker dig som vill arbeta med oss och som har erfarenhet av molnet.'],
    ['ru', 'Мы ищем разработчика в нашу команду.'],
    ['uk', 'Ми шукаємо розробника у нашу команду, який їздить і вміє їсти.'],
    ['zh', '我们正在寻找一名机器学习工程师加入我们的团队'],
    ['ja', '私たちは機械学習エンジニアを探しています'],
    ['ko', '우리는 머신러닝 엔지니어를 찾고 있습니다'],
    ['en', 'https://example.com/a/de/la/que'],
    ['en', 'Kitebird is hiring. Salary is 35,000 a month.'],
    ['en', ''],
  ])('reads %s', (language, text) => {
    expect(read(text)).toBe(language)
  })

  it('goes by most of the text', () => {
    const french = 'Nous recherchons une ingénieure pour notre équipe de Lyon. '.repeat(5)
    expect(read(`${french} About us: we are a team.`)).toBe('fr')
  })
})
