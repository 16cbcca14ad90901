import type { Evidence, Posting, PostingFacts } from '../posting/posting.ts'

/** The fields that say where; copies of one posting may differ in them. */
const PLACE_FIELDS = ['countries', 'regions', 'states', 'cities', 'timeZones'] as const

/** Makes one posting of copies: all places, and the pay of a copy where the posting itself states none. */
export function joinPostings(oldest: Posting, others: readonly Posting[]): Posting {
  if (others.length === 0) return oldest
  const all = [oldest, ...others]
  const paid = all.find(({ salary }) => salary !== null) ?? oldest
  return {
    ...oldest,
    ...joinPlaces(all),
    company: all.find(({ company }) => company !== null)?.company ?? null,
    url: all.find(({ url }) => url !== null)?.url ?? null,
    salary: paid.salary,
    closesAt: lastDay(all),
    contradictions: paid === oldest ? oldest.contradictions : [...oldest.contradictions, ...payDoubts(paid)],
    // Looked up when somebody asks: the texts may stand on disk.
    get sections() {
      return oldest.sections
    },
    get evidence() {
      return joinEvidence(all, paid)
    },
  }
}

/** Lists in the order of the copies; a value that several name comes once. */
function joinPlaces(
  all: readonly Posting[],
): Pick<PostingFacts, 'countries' | 'regions' | 'states' | 'cities' | 'timeZones'> {
  const join = <T>(read: (posting: Posting) => readonly T[]) => [...new Set(all.flatMap(read))]
  return {
    // A US state without its country still says where it is.
    countries: join(({ countries, states }) =>
      countries.length === 0 && states.length > 0 ? ['US'] : countries,
    ),
    regions: join(({ regions }) => regions),
    states: join(({ states }) => states),
    cities: join(({ cities }) => cities),
    timeZones: join(({ timeZones }) => timeZones),
  }
}

/** It is open while one of the copies is: a copy that names no last day has none. */
function lastDay(all: readonly Posting[]): string | null {
  const days = all.map(({ closesAt }) => closesAt)
  return days.reduce((last, day) => (last === null || day === null ? null : day > last ? day : last))
}

const payDoubts = ({ contradictions }: Posting) => contradictions.filter(({ field }) => field === 'salary')

function joinEvidence(all: readonly Posting[], paid: Posting): Evidence {
  const [oldest] = all
  const places = PLACE_FIELDS.map(
    field => [field, [...new Set(all.flatMap(({ evidence }) => evidence[field] ?? []))]] as const,
  ).filter(([, quotes]) => quotes.length > 0)
  const pay = paid.evidence.salary
  return { ...oldest?.evidence, ...Object.fromEntries(places), ...(pay ? { salary: pay } : {}) }
}
