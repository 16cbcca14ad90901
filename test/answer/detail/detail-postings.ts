import { createCatalog } from '../../../src/catalog/catalog.ts'
import type { Section, SectionKind } from '../../../src/posting/posting-text.ts'
import { makePosting, makeSalary } from '../../catalog/make-posting.ts'

const section = (kind: SectionKind, heading: string | null, ...lines: readonly string[]): Section => ({
  kind,
  heading,
  lines: lines.map(text => ({ text, isItem: true })),
})

const KESTREL = makePosting({
  id: 'kestrel-backend',
  path: 'kestrel-backend.md',
  title: 'Senior Backend Engineer',
  company: 'Kestrel Freight',
  url: 'https://example.com/kestrel/backend',
  workplace: 'hybrid',
  countries: ['DE'],
  cities: ['Hamburg'],
  salary: makeSalary(80_000, 95_000, { currency: 'EUR' }),
  degree: 'bachelor',
  degreeOrEquivalent: true,
  visaSponsorship: true,
  yearsMin: 5,
  skills: ['go', 'postgresql', 'kubernetes'],
  topics: ['backend'],
  seniority: 'senior',
  evidence: {
    workplace: ['Two days a week in our Hamburg office.'],
    salary: ['The range is €80,000 to €95,000 a year.'],
    degree: ['A degree in computer science, or equal experience.'],
    visaSponsorship: ['We sponsor work visas.'],
    yearsMin: ['5+ years with backends.'],
    skills: ['Go, PostgreSQL, Kubernetes'],
    countries: ['Hamburg, Germany'],
    cities: ['Hamburg, Germany'],
  },
  sections: [
    section(
      'company',
      'About us',
      'Kestrel Freight moves parcels by rail.',
      'We are 140 people in three offices.',
    ),
    section(
      'duties',
      'What you will do',
      'You report to the Director of Engineering.',
      'You join the on-call rotation every sixth week.',
      'Build the booking service in Go and keep PostgreSQL fast.',
    ),
    section(
      'requirements',
      'You bring',
      '5+ years with backends.',
      'Experience with on-call elsewhere helps.',
    ),
    section(
      'benefits',
      'Benefits',
      '30 days of vacation and 14 weeks of parental leave.',
      'Generous pension. Relocation is not covered.',
    ),
    section('process', 'Interview process', 'A call, a paid trial task, and a day with the team.'),
    section('process', null, 'Write to jobs@kestrel.example or call +49 40 1234 5678 with questions.'),
  ],
})

const KESTREL_DATA = makePosting({
  id: 'kestrel-data',
  path: 'kestrel-data.md',
  title: 'Data Analyst',
  company: 'Kestrel Freight',
  workplace: 'remote',
  salary: makeSalary(60_000, 70_000, { currency: 'EUR' }),
  skills: ['sql'],
  topics: ['data-analysis'],
  evidence: { workplace: ['Fully remote.'], salary: ['€60,000 – €70,000'], skills: ['SQL'] },
  sections: [
    section('duties', null, 'You report to the Head of Finance.', 'Reports are due on Mondays.'),
    section('benefits', 'Benefits', '30 days of vacation and 14 weeks of parental leave.'),
  ],
})

const HERON = makePosting({
  id: 'heron-ops',
  path: 'heron-ops.md',
  title: 'Site Reliability Engineer',
  company: 'Heron Labs',
  skills: ['terraform'],
  topics: ['sre'],
  workplace: 'remote',
  evidence: { workplace: ['Remote'], skills: ['Terraform'] },
  sections: [section('nice-to-have', 'Bonus points', 'You like side projects.')],
})

const LINNET = makePosting({
  id: 'linnet-ireland',
  path: 'linnet-ireland.md',
  title: 'Platform Engineer',
  company: 'Linnet',
  url: 'https://example.com/linnet/1',
  countries: ['IE'],
  cities: ['Dublin'],
  topics: ['platform'],
  evidence: { countries: ['Remote in Ireland'], cities: ['Remote in Dublin'] },
  sections: [
    section(
      'company',
      'About us',
      'We are 30 people who make maps for birdwatchers.',
      'Linnet was founded in 2011.',
    ),
    section(
      'duties',
      'What you will do',
      'Keep the tile servers up and the deploys dull.',
      'Our team, which consists of 6 engineers, ships every day.',
      'Write the tools that the other teams build their maps with.',
      'Plan capacity for the spring migration, when half a million people look at once.',
    ),
    section('requirements', 'You bring', '4+ years of running servers that many people use.'),
    section(
      'nice-to-have',
      'Bonus points',
      'Kubernetes certifications.',
      'Experience with Erlang in production.',
    ),
    section('benefits', 'Benefits', 'Pension, paid parental leave, and a bicycle.'),
  ],
})

/** The same role for another country: the two are merged. */
const LINNET_SPAIN = makePosting({
  ...LINNET,
  id: 'linnet-spain',
  path: 'linnet-spain.md',
  url: 'https://example.com/linnet/2',
  countries: ['ES'],
  cities: ['Madrid'],
  evidence: { countries: ['Remote in Spain'], cities: ['Remote in Madrid'] },
})

const WREN = ['Staff Software Engineer', 'Staff Software Engineer in Test'].map((title, at) =>
  makePosting({
    id: `wren-${at}`,
    path: `wren-${at}.md`,
    title,
    company: 'Wren Radio',
    seniority: 'staff',
    salary: makeSalary(100_000 + at * 50_000, 120_000 + at * 50_000),
    evidence: { salary: [`It pays at step ${at}.`] },
    sections: [
      section('company', null, 'Wren Radio is a venture-backed company.'),
      section('duties', null, at === 0 ? 'Write code.' : 'Write tests.'),
    ],
  }),
)

const SISKIN = makePosting({
  id: 'siskin-intern',
  path: 'siskin-intern.md',
  title: 'Trail.Map Testing Intern',
  company: 'Siskin Tours',
  employment: 'internship',
  states: ['CA'],
  countries: ['US'],
  evidence: { employment: ['Trail.Map Testing Intern'] },
  sections: [
    section(
      'company',
      null,
      'Siskin Tours, a Plover Company, sells walking holidays.',
      'Since last spring it is listed on the Lisbon Stock Exchange.',
    ),
    section(
      'role',
      null,
      'Only English is spoken at work.',
      'The minimum number of internship months is 3 months.',
      'The possibility of a permanent job after the internship, even if you are not in Porto.',
    ),
    section('nice-to-have', 'Bonus points', 'Experience with mountain rescue.'),
  ],
})

/** Postings of five companies, for questions about one. */
export const DETAIL_CATALOG = createCatalog([
  KESTREL,
  KESTREL_DATA,
  HERON,
  LINNET,
  LINNET_SPAIN,
  SISKIN,
  ...WREN,
])
