import { describe, expect, it } from 'vitest'
import { readEmployment } from '../../../src/posting/extract/employment.ts'
import { readExperience } from '../../../src/posting/extract/experience.ts'
import { readForeignEmployment } from '../../../src/posting/extract/foreign-employment.ts'
import { readPay } from '../../../src/posting/extract/pay.ts'
import { readPlace } from '../../../src/posting/extract/place.ts'
import { readWorkplace } from '../../../src/posting/extract/workplace.ts'
import { postingWith } from './posting-with.ts'

/** What a line says of pay: bounds, currency, period. */
function payOf(line: string, countries: readonly string[] = []): string | null {
  const { salary } = readPay(postingWith({ role: [line] }), countries).value
  return salary && `${salary.min ?? ''}-${salary.max ?? ''} ${salary.currency} ${salary.period}`
}

function workplaceOf(line: string): string | null {
  const text = postingWith({ role: [line] })
  return readWorkplace(text, readPlace(text)).value
}

const yearsOf = (line: string) => readExperience(postingWith({ requirements: [line] })).value

describe('readPay', () => {
  it.each([
    ['Wir zahlen 65.000 bis 80.000 € brutto im Jahr.', '65000-80000 EUR year'],
    ['Jahresgehalt: 70–85 Tsd. Euro', '70000-85000 EUR year'],
    ['Vergütung ab 4.200 € brutto monatlich', '4200- EUR month'],
    ['Stundenlohn: 18,50 €', '18.5-18.5 EUR hour'],
    ['Gehaltsspanne: 60k–75k EUR p. a.', '60000-75000 EUR year'],
    ['Das Gehalt liegt zwischen 58.000 und 66.000 Euro jährlich.', '58000-66000 EUR year'],
    ['Bis zu 90.000 € Jahresbruttogehalt', '-90000 EUR year'],
    ['Tagessatz 650 €', '650-650 EUR day'],
  ])('reads German: %s', (line, pay) => {
    expect(payOf(line)).toBe(pay)
  })

  it.each([
    ['Salaire : 45 000 € à 55 000 € brut annuel', '45000-55000 EUR year'],
    ['Rémunération : 45-55 K€ selon expérience', '45000-55000 EUR year'],
    ['Fourchette de 38k€ à 44k€ par an', '38000-44000 EUR year'],
    ['Salaire mensuel de 2 800 € brut', '2800-2800 EUR month'],
    ['TJM : 500 €', '500-500 EUR day'],
    ['Jusqu’à 60 000 € brut par an', '-60000 EUR year'],
    ['À partir de 42 000 € bruts annuels', '42000- EUR year'],
    ['Taux horaire : 14,20 €', '14.2-14.2 EUR hour'],
    ['Salaire entre 40 et 48 k€ bruts/an', '40000-48000 EUR year'],
  ])('reads French: %s', (line, pay) => {
    expect(payOf(line)).toBe(pay)
  })

  it.each([
    ['Salario: 35.000 € - 42.000 € brutos anuales', '35000-42000 EUR year'],
    ['Banda salarial de 40.000 a 50.000 euros al año', '40000-50000 EUR year'],
    ['Ofrecemos entre 30.000€ y 36.000€ brutos/año', '30000-36000 EUR year'],
    ['Sueldo mensual: $45,000 MXN', '45000-45000 MXN month'],
    ['Hasta 55.000 € brutos anuales según experiencia', '-55000 EUR year'],
    ['Salario: 28K-34K €', '28000-34000 EUR year'],
    ['Desde 24.000 € brutos al año', '24000- EUR year'],
    ['15 € brutos por hora', '15-15 EUR hour'],
  ])('reads Spanish: %s', (line, pay) => {
    expect(payOf(line)).toBe(pay)
  })

  it.each([
    ['Salário: R$ 12.000 a R$ 15.000 por mês', '12000-15000 BRL month'],
    ['Faixa salarial: R$ 9.500,00 - R$ 11.000,00', '9500-11000 BRL month'],
    ['Remuneração entre 45.000€ e 55.000€ brutos por ano', '45000-55000 EUR year'],
    ['Remuneração de até R$ 8.000 mensais', '-8000 BRL month'],
    ['Salário a partir de R$ 6.000/mês', '6000- BRL month'],
    ['Salário mensal: 2.500 €', '2500-2500 EUR month'],
  ])('reads Portuguese: %s', (line, pay) => {
    expect(payOf(line)).toBe(pay)
  })

  it.each([
    ['Wynagrodzenie: 18 000 – 24 000 zł netto + VAT (B2B)', '18000-24000 PLN month'],
    ['Widełki: 15000-20000 PLN brutto miesięcznie', '15000-20000 PLN month'],
    ['Oferujemy od 12 000 do 16 000 zł brutto na umowę o pracę', '12000-16000 PLN month'],
    ['Stawka: 120-150 zł/h', '120-150 PLN hour'],
    ['Pensja do 20 000 zł miesięcznie', '-20000 PLN month'],
    ['Stawka godzinowa: 140 zł netto', '140-140 PLN hour'],
    ['wynagrodzenie 18–22 tys. zł brutto', '18000-22000 PLN month'],
  ])('reads Polish: %s', (line, pay) => {
    expect(payOf(line)).toBe(pay)
  })

  it.each([
    ['Salaris: € 3.500 - € 4.800 bruto per maand', '3500-4800 EUR month'],
    ['Salarisindicatie € 55.000 – € 70.000 per jaar', '55000-70000 EUR year'],
    ['Een salaris tussen €4.000 en €5.200 bruto per maand', '4000-5200 EUR month'],
    ['Je verdient maximaal € 6.000 per maand', '-6000 EUR month'],
    ['Uurloon: € 17,50', '17.5-17.5 EUR hour'],
    ['Uurtarief €85 - €95', '85-95 EUR hour'],
    ['Bruto maandsalaris van €3.000,- tot €4.000,-', '3000-4000 EUR month'],
  ])('reads Dutch: %s', (line, pay) => {
    expect(payOf(line)).toBe(pay)
  })

  it.each([
    ['Lön: 42 000 – 50 000 kr per månad', '42000-50000 SEK month'],
    ['Månadslön 45 000 - 55 000 SEK', '45000-55000 SEK month'],
    ['Årslön: 600 000 kr', '600000-600000 SEK year'],
    ['Lön upp till 60 000 kr/mån', '-60000 SEK month'],
    ['Timlön: 180 SEK', '180-180 SEK hour'],
    ['Lönen ligger mellan 38 000 och 44 000 kronor i månaden', '38000-44000 SEK month'],
  ])('reads Swedish: %s', (line, pay) => {
    expect(payOf(line, ['SE'])).toBe(pay)
  })

  it('takes crowns for those of the country whose language the posting is in', () => {
    const text = postingWith({
      role: [
        'Vi är ett litet team som bygger en tjänst för skolor, och du blir en av oss.',
        'Lön: 42 000 – 50 000 kr per månad',
      ],
    })
    expect(readPay(text, []).value.salary).toMatchObject({ min: 42_000, currency: 'SEK', period: 'month' })
  })
})

describe('readWorkplace', () => {
  it.each([
    ['Du arbeitest zu 100 % remote.', 'remote'],
    ['Homeoffice ist jederzeit möglich, komplett remote.', 'remote'],
    ['Zwei Tage pro Woche bist du bei uns im Büro.', 'hybrid'],
    ['Hybrides Arbeiten: 3 Tage Büro, 2 Tage Homeoffice', 'hybrid'],
    ['Die Stelle ist ausschließlich vor Ort in Leipzig.', 'onsite'],
    ['Arbeitsort: Vor Ort', 'onsite'],
    ['Remote-Arbeit innerhalb Deutschlands', 'remote'],
    ['Präsenz im Büro an allen Tagen', 'onsite'],
  ])('reads German: %s', (line, workplace) => {
    expect(workplaceOf(line)).toBe(workplace)
  })

  it.each([
    ['Poste en télétravail complet', 'remote'],
    ['100 % télétravail possible', 'remote'],
    ['Deux jours de télétravail par semaine', 'hybrid'],
    ['Télétravail partiel : 2 jours par semaine', 'hybrid'],
    ['Le poste est basé dans nos locaux, sans télétravail.', 'onsite'],
    ['Poste hybride : 3 jours au bureau par semaine', 'hybrid'],
    ['Full remote depuis la France', 'remote'],
    ['Poste 100 % présentiel à Lyon', 'onsite'],
    ['Notre accord télétravail : 3J/semaine', 'hybrid'],
    ['Accord de télétravail 2 j / sem.', 'hybrid'],
  ])('reads French: %s', (line, workplace) => {
    expect(workplaceOf(line)).toBe(workplace)
  })

  it.each([
    ['Trabajo 100% remoto desde España', 'remote'],
    ['Modalidad: híbrida', 'hybrid'],
    ['Modalidad híbrida, tres días en la oficina por semana', 'hybrid'],
    ['Puesto presencial en Sevilla', 'onsite'],
    ['Trabajo presencial', 'onsite'],
    ['Teletrabajo total', 'remote'],
    ['Dos días de teletrabajo a la semana', 'hybrid'],
    ['El puesto es totalmente remoto.', 'remote'],
  ])('reads Spanish: %s', (line, workplace) => {
    expect(workplaceOf(line)).toBe(workplace)
  })

  it.each([
    ['Trabalho 100% remoto', 'remote'],
    ['Vaga remota para todo o Brasil', 'remote'],
    ['Modelo híbrido: 2 dias no escritório por semana', 'hybrid'],
    ['Regime híbrido em Lisboa', 'hybrid'],
    ['Trabalho presencial no Porto', 'onsite'],
    ['Vaga presencial', 'onsite'],
    ['Atuação totalmente remota', 'remote'],
  ])('reads Portuguese: %s', (line, workplace) => {
    expect(workplaceOf(line)).toBe(workplace)
  })

  it.each([
    ['Praca w pełni zdalna', 'remote'],
    ['Praca zdalna', 'remote'],
    ['Praca hybrydowa: 2 dni w tygodniu z biura', 'hybrid'],
    ['Dwa dni w tygodniu w biurze w Krakowie', 'hybrid'],
    ['Praca stacjonarna w Poznaniu', 'onsite'],
    ['Praca stacjonarnie w naszym biurze', 'onsite'],
    ['100% zdalnie', 'remote'],
  ])('reads Polish: %s', (line, workplace) => {
    expect(workplaceOf(line)).toBe(workplace)
  })

  it.each([
    ['Volledig op afstand werken', 'remote'],
    ['Je werkt volledig vanuit huis', 'remote'],
    ['Hybride werken: twee dagen per week op kantoor', 'hybrid'],
    ['Je werkt drie dagen per week op kantoor in Utrecht', 'hybrid'],
    ['Je werkt volledig op locatie', 'onsite'],
    ['Werken op locatie in Breda, thuiswerken is niet mogelijk', 'onsite'],
    ['100% remote', 'remote'],
  ])('reads Dutch: %s', (line, workplace) => {
    expect(workplaceOf(line)).toBe(workplace)
  })

  it.each([
    ['Du arbetar helt på distans', 'remote'],
    ['Tjänsten är på distans inom Sverige', 'remote'],
    ['Hybridarbete: tre dagar i veckan på kontoret', 'hybrid'],
    ['Du är på kontoret i Malmö två dagar i veckan', 'hybrid'],
    ['Arbetet utförs på plats i Göteborg', 'onsite'],
    ['Tjänsten är på plats, inget distansarbete', 'onsite'],
    ['100 % distans', 'remote'],
    ['Hybrid: Stockholm', 'hybrid'],
  ])('reads Swedish: %s', (line, workplace) => {
    expect(workplaceOf(line)).toBe(workplace)
  })
})

describe('readForeignEmployment', () => {
  it.each([
    ['Vollzeit, unbefristet', 'full-time'],
    ['Teilzeit (20 Stunden)', 'part-time'],
    ['Werkstudententätigkeit ab sofort', 'internship'],
    ['Freiberufliche Mitarbeit, Projektlaufzeit 6 Monate', 'contract'],
    ['Befristet auf zwei Jahre', 'temporary'],
    ['Unbefristeter Arbeitsvertrag', 'full-time'],
    ['Praktikum für sechs Monate', 'internship'],
  ])('reads German: %s', (line, employment) => {
    expect(readEmployment(postingWith({ role: [line] })).value ?? readForeignEmployment(line)).toBe(
      employment,
    )
  })

  it.each([
    ['Type de contrat : CDI', 'full-time'],
    ['CDI à temps plein', 'full-time'],
    ['CDD de 12 mois', 'temporary'],
    ['Contrat à temps partiel', 'part-time'],
    ['Stage de 6 mois', 'internship'],
    ['Mission freelance de 6 mois', 'contract'],
    ['Contrat en alternance', 'internship'],
    ['Poste à pourvoir en CDI', 'full-time'],
  ])('reads French: %s', (line, employment) => {
    expect(readEmployment(postingWith({ role: [line] })).value ?? readForeignEmployment(line)).toBe(
      employment,
    )
  })

  it.each([
    ['Contrato indefinido a jornada completa', 'full-time'],
    ['Jornada parcial', 'part-time'],
    ['Contrato temporal de 6 meses', 'temporary'],
    ['Tipo de contrato: indefinido', 'full-time'],
    ['Colaboración freelance', 'contract'],
    ['Prácticas remuneradas de 6 meses', 'internship'],
    ['Contrato de tiempo completo', 'full-time'],
    ['Media jornada, 20 horas semanales', 'part-time'],
  ])('reads Spanish: %s', (line, employment) => {
    expect(readEmployment(postingWith({ role: [line] })).value ?? readForeignEmployment(line)).toBe(
      employment,
    )
  })

  it.each([
    ['Contrato sem termo', 'full-time'],
    ['Contratação CLT', 'full-time'],
    ['Contratação PJ', 'contract'],
    ['Regime de contratação: PJ', 'contract'],
    ['Tempo inteiro', 'full-time'],
    ['Meio período', 'part-time'],
    ['Part-time (20 horas)', 'part-time'],
    ['Estágio de 6 meses', 'internship'],
    ['Contrato a termo certo de 12 meses', 'temporary'],
    ['Efetivo CLT', 'full-time'],
  ])('reads Portuguese: %s', (line, employment) => {
    expect(readEmployment(postingWith({ role: [line] })).value ?? readForeignEmployment(line)).toBe(
      employment,
    )
  })

  it.each([
    ['Umowa o pracę', 'full-time'],
    ['Umowa o pracę na pełny etat', 'full-time'],
    ['Kontrakt B2B', 'contract'],
    ['Rodzaj umowy: B2B', 'contract'],
    ['Pół etatu', 'part-time'],
    ['Umowa na zastępstwo', 'temporary'],
    ['Umowa zlecenie', 'contract'],
    ['Staż 3-miesięczny', 'internship'],
    ['Praktyki letnie', 'internship'],
  ])('reads Polish: %s', (line, employment) => {
    expect(readEmployment(postingWith({ role: [line] })).value ?? readForeignEmployment(line)).toBe(
      employment,
    )
  })

  it.each([
    ['Fulltime dienstverband', 'full-time'],
    ['Vast contract voor 40 uur per week', 'full-time'],
    ['Parttime (24 uur)', 'part-time'],
    ['Tijdelijk contract van een jaar', 'temporary'],
    ['Stage van 6 maanden', 'internship'],
    ['Zzp-opdracht voor zes maanden', 'contract'],
    ['Voltijd, 36-40 uur', 'full-time'],
    ['Deeltijd mogelijk: 24 uur', 'part-time'],
  ])('reads Dutch: %s', (line, employment) => {
    expect(readEmployment(postingWith({ role: [line] })).value ?? readForeignEmployment(line)).toBe(
      employment,
    )
  })

  it.each([
    ['Heltid, tillsvidareanställning', 'full-time'],
    ['Tillsvidareanställning med provanställning', 'full-time'],
    ['Deltid 50 %', 'part-time'],
    ['Vikariat på ett år', 'temporary'],
    ['Konsultuppdrag på 6 månader', 'contract'],
    ['Praktik i sex månader', 'internship'],
    ['Anställningsform: Tillsvidare', 'full-time'],
    ['Anställningsform: Heltid', 'full-time'],
    ['Visstidsanställning 12 månader', 'temporary'],
  ])('reads Swedish: %s', (line, employment) => {
    expect(readEmployment(postingWith({ role: [line] })).value ?? readForeignEmployment(line)).toBe(
      employment,
    )
  })

  it('is asked only of texts that are not in English', () => {
    const english = postingWith({
      role: [
        'Stage of growth: seed. You are one of the first to join us and work with the team.',
        'Mission de 6 mois',
      ],
    })
    expect(readEmployment(english).value).toBeNull()
    const french = postingWith({
      role: ['Vous êtes au cœur de notre équipe et nous vous formons dans le métier.', 'Stage de 6 mois'],
    })
    expect(readEmployment(french).value).toBe('internship')
  })
})

describe('readExperience', () => {
  it.each([
    ['Mindestens 5 Jahre Berufserfahrung', 5],
    ['3-5 Jahre Erfahrung mit Java', 3],
    ['Mehrjährige Berufserfahrung', null],
    ['Du bringst mindestens drei Jahre Erfahrung in der Entwicklung mit', 3],
    ['Berufserfahrung von 4 Jahren', 4],
    ['Seit 20 Jahren am Markt', null],
    ['fünfjährige Berufserfahrung', 5],
  ])('reads German: %s', (line, years) => {
    expect(yearsOf(line)).toBe(years)
  })

  it.each([
    ['Minimum 5 ans d’expérience', 5],
    ['Vous justifiez d’au moins 3 années d’expérience', 3],
    ['Expérience : 4 à 6 ans', 4],
    ['Expérience de 5 ans minimum', 5],
    ['Bac+5 et 2 ans d’expérience', 2],
    ['Une expérience d’au moins trois ans', 3],
  ])('reads French: %s', (line, years) => {
    expect(yearsOf(line)).toBe(years)
  })

  it.each([
    ['Al menos 5 años de experiencia', 5],
    ['Experiencia mínima de 3 años', 3],
    ['Mínimo 4 años programando en Java', 4],
    ['Más de 6 años de experiencia', 6],
    ['Experiencia: 2-3 años', 2],
    ['Tres años de experiencia demostrable', 3],
  ])('reads Spanish: %s', (line, years) => {
    expect(yearsOf(line)).toBe(years)
  })

  it.each([
    ['Mínimo de 5 anos de experiência', 5],
    ['Pelo menos 3 anos de experiência em Java', 3],
    ['Experiência mínima de 2 anos', 2],
    ['Mais de 4 anos de experiência', 4],
    ['Experiência comprovada de três anos', 3],
  ])('reads Portuguese: %s', (line, years) => {
    expect(yearsOf(line)).toBe(years)
  })

  it.each([
    ['Minimum 5 lat doświadczenia', 5],
    ['Co najmniej 3 lata doświadczenia', 3],
    ['Min. 2-letnie doświadczenie', 2],
    ['Doświadczenie: 4+ lata', 4],
    ['Minimum 3-letnie doświadczenie komercyjne', 3],
    ['Przynajmniej rok doświadczenia', 1],
    ['Co najmniej pięcioletnie doświadczenie', 5],
  ])('reads Polish: %s', (line, years) => {
    expect(yearsOf(line)).toBe(years)
  })

  it.each([
    ['Minimaal 5 jaar ervaring', 5],
    ['Je hebt 3 tot 5 jaar werkervaring', 3],
    ['Ten minste 2 jaar ervaring met React', 2],
    ['Ruime ervaring (4+ jaar)', 4],
    ['Minstens drie jaar relevante werkervaring', 3],
  ])('reads Dutch: %s', (line, years) => {
    expect(yearsOf(line)).toBe(years)
  })

  it.each([
    ['Minst 5 års erfarenhet', 5],
    ['3-5 års erfarenhet av Java', 3],
    ['Du har minst tre års erfarenhet', 3],
    ['Minst 2 års arbetslivserfarenhet', 2],
    ['Flera års erfarenhet', null],
    ['Erfarenhet: 4 år', 4],
  ])('reads Swedish: %s', (line, years) => {
    expect(yearsOf(line)).toBe(years)
  })
})
