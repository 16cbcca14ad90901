import type { PostingCard, ReplyBlock } from '../../src/reply.ts'
import { plain, styled, textBlock } from '../../src/reply.ts'

/** A posting of which nothing is known but its title. */
const NOTHING_STATED: PostingCard = {
  type: 'posting',
  number: 1,
  postingId: 'p1',
  title: 'Engineer',
  url: null,
  company: null,
  pay: null,
  place: null,
  age: 'no date stated',
  sourceName: '',
  isSample: false,
  reasons: [],
  caveats: [],
  details: { label: 'Details', words: 'show 1', key: 'sample-1' },
}

const EVERYTHING_STATED: PostingCard = {
  ...NOTHING_STATED,
  number: 2,
  postingId: 'p2',
  title: 'Principal Software Engineer, Distributed Storage, Query Execution and Observability Platforms',
  url: 'https://example.com/jobs/principal-software-engineer',
  company: 'Tidewright International Infrastructure Holdings',
  pay: '$215,000 – $290,000 a year, base, plus bonus and equity',
  place: 'Hybrid · San Francisco, Seattle, New York, Austin, United States · Toronto, Canada',
  age: 'posted 3 days ago',
  sourceName: 'Tidewright (Greenhouse)',
  reasons: ['principal', 'distributed systems', 'pay over $200,000 a year', 'hybrid', 'posted this week'],
  caveats: [
    'states two different things about its pay: $215,000 and $240,000',
    'the range starts below $220,000',
  ],
  details: { label: 'Details', words: 'show 2', key: 'sample-2' },
}

const GERMAN: PostingCard = {
  ...NOTHING_STATED,
  number: 3,
  postingId: 'p3',
  title:
    'Softwareentwicklungsingenieurin/Softwareentwicklungsingenieur (m/w/d) für Donaudampfschifffahrtsgesellschaftsinformationssysteme',
  url: 'https://example.com/jobs/softwareentwicklung',
  company: 'Österreichische Bundeswasserstraßenverwaltungsgesellschaft mbH & Co. KG',
  pay: '€58.000 – €72.000 a year',
  place: 'Onsite · Linz, Austria',
  age: 'posted 2 weeks ago',
  sourceName: 'own folder',
  reasons: ['in Austria'],
  details: { label: 'Details', words: 'show 3', key: 'sample-3' },
}

const RIGHT_TO_LEFT: PostingCard = {
  ...NOTHING_STATED,
  number: 4,
  postingId: 'p4',
  title: 'مهندس برمجيات أول – Backend (Go)',
  url: 'https://example.com/jobs/backend-go',
  company: 'שמש תוכנה בע״מ',
  pay: '₪35,000 – ₪42,000 a month',
  place: 'Remote · Israel',
  age: 'posted today',
  sourceName: 'own folder',
  reasons: ['Go', 'remote'],
  details: { label: 'Details', words: 'show 4', key: 'sample-4' },
}

const CLOSED: PostingCard = {
  ...EVERYTHING_STATED,
  number: 5,
  postingId: 'p5',
  title: 'Site Reliability Engineer *on call* <@1> `root`',
  company: 'Kestrelgrid',
  outcome: 'closed on 3 May',
  caveats: [],
  details: { label: 'Details', words: 'show 5', key: 'sample-5' },
}

/** Cards that are hard to lay out. */
export const HARD_CARDS: readonly ReplyBlock[] = [
  textBlock('receipt', styled('strong', 'hard cases'), styled('muted', ' · none of these postings exists')),
  textBlock('body', plain('5 of 5 postings match.')),
  NOTHING_STATED,
  EVERYTHING_STATED,
  GERMAN,
  RIGHT_TO_LEFT,
  CLOSED,
]
