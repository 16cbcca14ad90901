import { describe, expect, it } from 'vitest'
import { readPay } from '../../../src/posting/extract/pay.ts'
import type { Salary } from '../../../src/posting/posting.ts'
import type { PostingText, Section } from '../../../src/posting/posting-text.ts'

interface Parts {
  readonly payTag?: string
  readonly sections?: readonly Section[]
  readonly jobPosting?: Record<string, unknown>
}

function makeText(lines: readonly string[], parts: Parts = {}): PostingText {
  const section: Section = {
    kind: 'role',
    heading: null,
    lines: lines.map(text => ({ text, isItem: false })),
  }
  return {
    layout: 'plain-text',
    titleLine: null,
    companyLine: null,
    payTag: parts.payTag ?? null,
    placeTag: null,
    url: null,
    jobPosting: parts.jobPosting ?? null,
    sections: parts.sections ?? [section],
  }
}

const readLine = (line: string, countries: readonly string[] = []): Salary | null =>
  readPay(makeText([line]), countries).value.salary
const readTag = (payTag: string, countries: readonly string[] = []): Salary | null =>
  readPay(makeText([], { payTag }), countries).value.salary

/** "MIN-MAX CURRENCY PERIOD", so that a table of cases stays readable. */
const brief = (salary: Salary | null): string | null =>
  salary && `${salary.min}-${salary.max} ${salary.currency} ${salary.period}`

describe('readPay', () => {
  it('reads a heading that states the pay', () => {
    const heading = 'Cash Compensation Range: $118,000 - 198,000 USD'
    const sections: Section[] = [{ kind: 'pay', heading, lines: [{ text: 'Plus equity.', isItem: false }] }]
    const { value, quotes } = readPay(makeText([], { sections }), [])
    expect(brief(value.salary)).toBe('118000-198000 USD year')
    expect(quotes).toEqual([heading])
  })

  it('reads rand with and without a space, and no name that begins with R', () => {
    expect(brief(readTag('R28 000 - R34 000 per month'))).toBe('28000-34000 ZAR month')
    expect(brief(readTag('R 28 000 per month', ['ZA']))).toBe('28000-28000 ZAR month')
    expect(readLine('Salary band of role R2024: see inside')).toBeNull()
  })

  it('takes no pay from a tag that names a bonus alone', () => {
    expect(readTag('Bonus up to £15,000')).toBeNull()
    expect(brief(readTag('Base + bonus $150k - $180k'))).toBe('150000-180000 USD year')
  })

  it('reads a starting rate', () => {
    expect(brief(readLine('The starting rate is expected to be $75,000/yr for this trade.'))).toBe(
      '75000-75000 USD year',
    )
  })

  it.each([
    ['The base salary range is $120,000 - $150,000 per year.', '120000-150000 USD year'],
    ['Salary: $120-150k', '120000-150000 USD year'],
    ['Salary: $100-150,000', '100000-150000 USD year'],
    ['Compensation: 90k – 110k EUR', '90000-110000 EUR year'],
    ['Pay is between €70.000 and €85.000 gross a year', '70000-85000 EUR year'],
    ['The pay range is $111,000/year to $185,000/year.', '111000-185000 USD year'],
    ['MIN: $107,200 - MID: $134,000 - MAX: $160,800 Currency: CAD', '107200-160800 CAD year'],
    ['The salary is between $90,000 [lowest market] to $120,000 [highest market].', '90000-120000 USD year'],
    ['Salary range: CA$108,000-CA$162,000/year', '108000-162000 CAD year'],
    ['The hiring range for this role is $183,000 - 215,000 CAD', '183000-215000 CAD year'],
    ["Jahreslohn von CHF 105'000 bis CHF 125'000", '105000-125000 CHF year'],
    ['Wynagrodzenie: 14 500 - 19 500 PLN miesięcznie', '14500-19500 PLN month'],
    ['Stawka: od 160 zł/h do 180 zł/h netto + VAT', '160-180 PLN hour'],
    ['Ein Bruttogehalt von 3.000 € bis 5.000 € monatlich', '3000-5000 EUR month'],
    ['Votre rémunération se situe entre 45 K€ et 56 K€', '45000-56000 EUR year'],
    ['Salario de R$ 14.000 a R$ 18.000 por mes', '14000-18000 BRL month'],
    ['Salary: 12-18 LPA', '1200000-1800000 INR year'],
    ['CTC ₹18,00,000 - ₹24,00,000 per annum', '1800000-2400000 INR year'],
    ['Annual salary 9,000,000 to 12,500,000 yen', '9000000-12500000 JPY year'],
    ['Pay rate: $50 to $70/hour', '50-70 USD hour'],
    ['Day rate £425–£475', '425-475 GBP day'],
    ['Salary: USD$4-4.5k / month', '4000-4500 USD month'],
    ['ES €37.8K EUR/yr. - Anywhere $47K USD/yr.', '47000-47000 USD year'],
    ['Hourly rate: up to $30.00 per hour', 'null-30 USD hour'],
    ['Salary from €95,000', '95000-null EUR year'],
    ['Salary: $150k+', '150000-null USD year'],
    ['We are targeting a starting salary of $190,000.', '190000-190000 USD year'],
    ['Salary: $85,000k - $95,000k', '85000-95000 USD year'],
    ['Salary range: $85k - $95,000k a year', '85000-95000 USD year'],
    ['Base pay of $141,000 - $163,000 USD / $168,000 - $187,000 CAD.', '141000-163000 USD year'],
    ['Salary: $140,000 base + $60,000 variable', '140000-140000 USD year'],
    ['R$ 8.000 a R$ 12.000 mensais', '8000-12000 BRL month'],
    ['Minimum salary: $90,000', '90000-null USD year'],
    ['Maximum salary of $130k', 'null-130000 USD year'],
    ['Min salary $120,000, max salary $180,000', '120000-180000 USD year'],
    ['up to $180,000 DOE', 'null-180000 USD year'],
    ['Up to 30 LPA', 'null-3000000 INR year'],
    ['Gehalt: 55.000,- bis 65.000,- EUR', '55000-65000 EUR year'],
    ['Gehalt 110–130 TEUR', '110000-130000 EUR year'],
    ['We offer $40/hour for ten hours of tutoring weekly.', '40-40 USD hour'],
  ])('reads "%s"', (line, expected) => {
    expect(brief(readLine(line))).toBe(expected)
  })

  it.each([
    ['$142,503~$239,500 in dollars and a code', 'USD $142,503~$239,500', '142503-239500 USD year'],
    ['a rough single number', '~240k', null],
    ['crowns with an abbreviation between', 'DKK 866.000 kr.~1.190.000 kr.', '866000-1190000 DKK year'],
    ['an open top', '$150k+', '150000-null USD year'],
    [
      'a monthly range in another order of magnitude',
      '13 600 - 16 000 PLN gross/monthly',
      '13600-16000 PLN month',
    ],
  ])('reads a tag with %s', (_name, tag, expected) => {
    expect(brief(readTag(tag))).toBe(expected)
  })

  it.each([
    '0',
    '$1-$1',
    '$',
    'Competitive',
    '$Competitive USD',
    'Salary is still being determined.',
    '$140M',
    '$150/month wifi budget',
    'Stock options',
  ])('takes the tag "%s" for no pay', tag => {
    expect(readTag(tag, ['US'])).toBeNull()
  })

  it.each([
    'We raised $41 million, including a $33 million Series A.',
    'We have 62,000 staff across 900 laboratories.',
    '401(k) matching of up to $4,500',
    '$2,000 USD to build your personal workspace',
    'A learning budget of €1,500 - €2,000 per year',
    'We pay out $2,000 per month to 12,000 drivers and their customers',
    'Sign-on bonus of $10,000 to $20,000',
    'This role is eligible for variable compensation of $33,500 - $50,000.',
    'Primes de cooptation de 500 à 4000 €',
    'Our customers processed over $37 billion in payments in 2023.',
    'Founded in 2012, we grew 40-50% a year.',
    'Requires 5-7 years with GPT-4 and ISO 27001.',
    '$1.5M - $2M raised',
  ])('takes "%s" for no pay', line => {
    expect(readLine(line, ['US'])).toBeNull()
  })

  it('gives an amount without a currency that of the job’s one country', () => {
    expect(brief(readLine('Salary 38,000 - 44,000 depending on experience', ['GB']))).toBe(
      '38000-44000 GBP year',
    )
    expect(readLine('Salary 38,000 - 44,000 depending on experience', [])).toBeNull()
  })

  it('gives an amount without a currency that of the place named with it', () => {
    expect(brief(readLine('The base salary range in San Francisco is 212,000 - 255,000.'))).toBe(
      '212000-255000 USD year',
    )
  })

  it('reads a bare dollar sign as Canadian only where the job is in Canada alone', () => {
    expect(brief(readLine('Salary: $90,000 - $110,000', ['CA']))).toBe('90000-110000 CAD year')
    expect(brief(readLine('Salary: $90,000 - $110,000', ['CA', 'US']))).toBe('90000-110000 USD year')
    expect(brief(readLine('Salary: $90,000 - $110,000', ['MX']))).toBe('90000-110000 USD year')
  })

  it('keeps the ranges of zones apart, from the lowest to the highest', () => {
    const salary = readPay(
      makeText([
        'Pay by zone:',
        'Zone A: USD $156,200 - USD $232,400',
        'Zone B: USD $130,200 - USD $193,650',
      ]),
      [],
    ).value.salary
    expect(brief(salary)).toBe('130200-232400 USD year')
    expect(salary?.zones).toEqual([
      { label: 'Zone A', min: 156_200, max: 232_400 },
      { label: 'Zone B', min: 130_200, max: 193_650 },
    ])
  })

  it.each([
    [
      'For Washington-based roles, the base salary range is $151,800 to $243,100. For California-based roles, the base salary range is $165,600 to $265,200.',
      ['Washington', 'California'],
    ],
    [
      'Pay is $193,000/yr to $231,000/yr in Denver, and $228,000/yr to $272,000/yr for San Francisco & New York.',
      ['Denver', 'San Francisco & New York'],
    ],
    [
      'Staff Engineer: $190,000 - $210,000 salary. Senior Staff Engineer: $215,000 - $240,000 salary.',
      ['Staff Engineer', 'Senior Staff Engineer'],
    ],
    ['L3: $120k-$140k, L4: $140k-$170k, L5: $170k-$200k', ['L3', 'L4', 'L5']],
    [
      'In Colorado, the range is $100,000 to $120,000; in California, $120,000 to $150,000.',
      ['Colorado', 'California'],
    ],
  ])('names the zones of "%s"', (line, labels) => {
    expect(readLine(line)?.zones.map(zone => zone.label)).toEqual(labels)
  })

  it.each([
    [
      ['Junior Baker', 'Base pay: $47,500 - $55,000', 'Senior Baker', 'Base pay: $62,500 - $77,500'],
      ['Junior Baker', 'Senior Baker'],
    ],
    [
      ['Pay in NY/NJ/CA: $47,000 - $66,000', 'For all other states, the pay range is $42,000 - $59,000'],
      ['NY/NJ/CA', 'all other states'],
    ],
    [
      ['The pay for this role is $58,000 - $116,000.', 'Zone 1: $116,000', 'Zone 2: $58,000'],
      ['Zone 1', 'Zone 2'],
    ],
  ])('names the zones of lines that belong together: %j', (lines, labels) => {
    expect(readPay(makeText(lines), []).value.salary?.zones.map(zone => zone.label)).toEqual(labels)
  })

  it('leaves dollars out that a line above says are of another country', () => {
    const lines = [
      'United States (all figures below in USD)',
      'Zone A: $58,000 - $78,000',
      'Zone B: $49,000 - $65,000',
      'Canada (all figures below in CAD)',
      '$64,000 - $88,000',
    ]
    const { salary } = readPay(makeText(lines, { payTag: '$58,000 - $88,000' }), ['US', 'CA']).value
    expect(brief(salary)).toBe('49000-78000 USD year')
  })

  it.each([
    ['The base salary range is $120,000 - $150,000.', 'base'],
    ['$250,000 - $280,000 OTE (70/30 split)', 'ote'],
    ['Compensation: $185,000 - $278,000 total target cash', 'total'],
    ['Salary: $120,000 - $150,000', null],
  ])('tells what "%s" counts', (line, kind) => {
    expect(readLine(line)?.kind ?? null).toBe(kind)
  })

  it('learns what a range counts from the sentence after it', () => {
    const lines = [
      'The overall market range for this role is $240,000 - $1,200,000.',
      'This range is based on total compensation (vs. only base salary).',
    ]
    expect(readPay(makeText(lines), []).value.salary?.kind).toBe('total')
  })

  it('prefers the base to what comes on top of it', () => {
    expect(
      brief(
        readPay(makeText(['Compensation', 'Base: $140,000', 'Base + Bonus Target: $185,000']), []).value
          .salary,
      ),
    ).toBe('140000-140000 USD year')
    expect(brief(readLine('Level 3: $150,000 annual salary + variable (OTE $184,000)'))).toBe(
      '150000-150000 USD year',
    )
    expect(brief(readTag('$150,000 annual + variable (OTE $184,000)'))).toBe('150000-150000 USD year')
  })

  it('lets a range in the text beat the tag and keeps both as a contradiction', () => {
    const text = makeText(['The market range for this role is $240,000 - $1,200,000 in salary.'], {
      payTag: '$240k',
    })
    const { value, quotes } = readPay(text, [])
    expect(brief(value.salary)).toBe('240000-1200000 USD year')
    expect(value.contradictions).toEqual([
      {
        field: 'salary',
        values: ['$240,000 – $1,200,000 a year', '$240,000 a year'],
        quotes: ['The market range for this role is $240,000 - $1,200,000 in salary.', '$240k'],
      },
    ])
    expect(quotes).toEqual(['The market range for this role is $240,000 - $1,200,000 in salary.'])
  })

  it('sees no contradiction between base and total pay', () => {
    const text = makeText(['The base salary is $120,000 - $140,000.'], { payTag: '$240,000 - $280,000 OTE' })
    expect(readPay(text, []).value).toMatchObject({ salary: { max: 140_000 }, contradictions: [] })
  })

  it('reads pesos, and a range after "de" and in the cells of a table', () => {
    const read = (line: string) => brief(readPay(makeText([line]), []).value.salary)
    expect(read('El sueldo va de $18,000 a $22,000 pesos mexicanos mensuales')).toBe('18000-22000 MXN month')
    expect(read('Salario bruto anual de 42.000 a 50.000 euros')).toBe('42000-50000 EUR year')
    expect(read('Salary in Singapore | SGD 110,000 | SGD 140,000')).toBe('110000-140000 SGD year')
  })

  it('sees no contradiction in rounding', () => {
    const rounded = makeText(['Salary: $151,800 - $265,200'], { payTag: 'USD 151k~265k' })
    expect(readPay(rounded, []).value.contradictions).toEqual([])
  })

  it('keeps a tag that is the union of the zones in the text, because it says less', () => {
    const lines = ['Salary in Colorado: $100,000 - $120,000', 'Salary in New York: $130,000 - $150,000']
    const { salary, contradictions } = readPay(makeText(lines, { payTag: '$100,000 - $150,000' }), []).value
    expect(brief(salary)).toBe('100000-150000 USD year')
    expect(contradictions[0]?.values).toEqual([
      '$100,000 – $120,000 (Colorado), $130,000 – $150,000 (New York) a year',
      '$100,000 – $150,000 a year',
    ])
  })

  it('quotes the sentence word for word', () => {
    const line = 'We are remote. The base salary is $120,000 - $150,000 a year, plus equity. Apply soon.'
    expect(readPay(makeText([line]), []).quotes).toEqual([
      'The base salary is $120,000 - $150,000 a year, plus equity.',
    ])
  })

  it('reads the structured data of a page', () => {
    const jobPosting = {
      baseSalary: { currency: 'ZAR', value: { minValue: 55_000, maxValue: '68,000', unitText: 'MONTH' } },
    }
    expect(brief(readPay(makeText([], { jobPosting }), []).value.salary)).toBe('55000-68000 ZAR month')
    expect(readPay(makeText([], { jobPosting: { baseSalary: 'much' } }), []).value.salary).toBeNull()
  })

  it.each([
    ['Gross annual pay in pesos: $880,000 - $1,300,000', ['MX'], '880000-1300000 MXN year'],
    ['Salary: 45,000 - 60,000 pesos per month', ['MX'], '45000-60000 MXN month'],
    ['Salary: 80,000 - 120,000 pesos per month', ['PH'], '80000-120000 PHP month'],
    ['Salary: 80,000 - 120,000 pesos per month', [], null],
    ['Gross annual pay in pesos: $880,000 - $1,300,000', ['US'], null],
    ['Salary: 45,000 - 60,000 crowns per month', ['SE'], '45000-60000 SEK month'],
    ['Salary: 300,000 - 400,000 rupees per month', ['PK'], '300000-400000 PKR month'],
    ['Salary: 100,000 - 150,000 rupees per month', [], '100000-150000 INR month'],
    ['Salary in Swiss francs: 110,000 - 130,000 a year', ['DE'], '110000-130000 CHF year'],
    ['Salary in euros: 60,000 - 70,000 a year', [], '60000-70000 EUR year'],
    ['Salary: 10,000 - 14,000 reais per month', [], '10000-14000 BRL month'],
    ['Salary: US$60,000 - US$70,000 a year, no pesos', ['MX'], '60000-70000 USD year'],
    ['Salary: 90,000 - 110,000 dollars a year', ['CA'], '90000-110000 CAD year'],
    ['Salary: 90,000 - 110,000 US dollars a year', ['CA'], '90000-110000 USD year'],
  ])('reads the name of a currency with the country of the job: %s %j', (line, countries, expected) => {
    expect(brief(readLine(line, countries))).toBe(expected)
  })
})
