import type { Match } from '../../src/answer/answer.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { REGIONS, TOPICS, WORKPLACES } from '../../src/posting/vocabulary.ts'
import { applyKeys, type BlockDraft, listActions } from '../../src/reply/draft.ts'
import { makePostingCard } from '../../src/reply/posting-card.ts'
import { type FormBlock, type Reply, styled, textBlock } from '../../src/reply.ts'
import { computeButtonKey } from '../../src/store/button-key.ts'
import { createRandom, type Random } from '../bench/random.ts'

const NOW = new Date('2026-06-01T09:00:00Z')
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const NASTY = [
  '@everyone', '<@123456789012345678>', '<@&123456789012345678>', '<#123456789012345678>', '</jobs:123456789012345678>',
  '<:emoji:123456789012345678>', '<t:1700000000>', '[click](https://evil.example)', 'discord.gg/abc', 'https://evil.example/x',
  '# big', '```js', '||spoiler||', '**bold', '> quote', '-# small', '~~gone~~', '`', '\\', '_', '<!channel>', '<!here>', '@here', '<@U0123456789>', '<#C0123456789>', '<https://evil.example|click>', ':smile:', '&lt;!channel&gt;', '\u202ereversed', '\u0000', '\ud800',
] // biome-ignore format: a list of words
const WIDE = [
  'مهندس برمجيات',
  'מהנדסת תוכנה',
  '東京のエンジニア',
  '👩‍👩‍👧‍👦',
  '💰🚀',
  'ﷺ',
  'ö̷̡̢',
  'Ünïcödé',
  '‮',
  '  ',
  '',
]

function makeWord(random: Random): string {
  if (random.isIn(0.15)) return random.pick(NASTY)
  if (random.isIn(0.1)) return random.pick(WIDE)
  const length = random.isIn(0.01) ? 1 + random.below(6000) : 1 + random.below(12)
  const at = random.below(LETTERS.length)
  return `${LETTERS}${LETTERS}`
    .slice(at, at + 26)
    .repeat(Math.ceil(length / 26))
    .slice(0, length)
}

function writeText(random: Random): string {
  if (random.isIn(0.1)) return ''
  const count = random.isIn(0.01) ? random.below(600) : 1 + random.below(12)
  return Array.from({ length: count }, () => makeWord(random)).join(random.isIn(0.1) ? '\n' : ' ')
}

/** Made once: it is the mixture that is to be different every time. */
const TEXTS = Array.from({ length: 3000 }, (_, index) => writeText(createRandom(`text ${index}`)))

/** Words of every kind that should do no harm, sometimes very many, sometimes none. */
export function makeHostileText(random: Random): string {
  return random.pick(TEXTS)
}

function makeUrl(random: Random): string | null {
  if (random.isIn(0.1)) return null
  if (random.isIn(0.05))
    return random.pick([
      'javascript:alert(1)',
      'ftp://x.example',
      'https://',
      'https://x.example/)[a](b',
      'not one',
    ])
  return `https://example.com/${encodeURIComponent(
    makeHostileText(random)
      .slice(0, random.isIn(0.1) ? 3000 : 60)
      .toWellFormed(),
  )}`
}

function makeList(random: Random, most: number): string[] {
  const count = random.isIn(0.05) ? random.below(most) : random.below(6)
  return Array.from({ length: count }, () => makeHostileText(random))
}

function orNull<T>(random: Random, value: T): T | null {
  return random.isIn(0.25) ? null : value
}

function makeAmount(random: Random): number {
  return random.isIn(0.05) ? random.pick([0, 1e15, 0.5, Number.MAX_SAFE_INTEGER]) : 1000 * random.below(400)
}

/** A posting as hostile or empty as no reader should ever hand over. */
export function makeHostilePosting(random: Random, number: number): Posting {
  const texts = (count: number) => Array.from({ length: count }, () => makeHostileText(random))
  const range = () => ({ min: orNull(random, makeAmount(random)), max: orNull(random, makeAmount(random)) })
  return {
    id: `p${number}`, path: makeHostileText(random), url: makeUrl(random), sourceName: makeHostileText(random), isSample: random.isIn(0.3),
    title: makeHostileText(random), titleInferred: random.isIn(0.1), company: orNull(random, makeHostileText(random)),
    salary: orNull(random, { ...range(), currency: random.pick(['USD', 'EUR', 'INR', 'KWD']), period: random.pick(['year', 'hour'] as const), kind: orNull(random, 'ote' as const), zones: (random.isIn(0.1) ? makeList(random, 90) : []).map(label => ({ label, ...range() })) }),
    workplace: orNull(random, random.pick(WORKPLACES)), countries: random.isIn(0.1) ? ['*'] : ['US', 'DE', 'xx'], regions: [random.pick(REGIONS)],
    states: makeList(random, 50), cities: makeList(random, 200), timeZones: makeList(random, 30), seniority: orNull(random, 'c-level' as const),
    employment: orNull(random, 'contract' as const), yearsMin: orNull(random, random.below(40)), degree: orNull(random, 'phd' as const),
    degreeOrEquivalent: random.isIn(0.5), visaSponsorship: orNull(random, random.isIn(0.5)), skills: makeList(random, 300),
    topics: [random.pick(TOPICS)], language: 'en', postedAt: orNull(random, random.pick(['2026-05-01', 'never', '1970-01-01'])),
    closesAt: orNull(random, makeHostileText(random)), contradictions: makeList(random, 20).map(text => ({ field: 'salary' as const, values: [text, ...texts(1)], quotes: texts(2) })),
    evidence: { salary: makeList(random, 40), workplace: makeList(random, 40), degree: makeList(random, 40) }, sections: [],
  } // biome-ignore format: read field by field
}

/** Keys as the store makes them. */
export function finishDraft(blocks: readonly BlockDraft[]): Reply {
  return { blocks: applyKeys(blocks, listActions(blocks).map(computeButtonKey)) }
}

/** A list of postings with everything that an answer can hold besides. */
export function makeHostileList(random: Random, postings: readonly Posting[]): Reply {
  const label = () => makeHostileText(random)
  const action = (question: string) => ({ type: 'search', question, offset: random.below(9) }) as const
  const draft = () => ({
    label: label(),
    words: label(),
    action: action(label()),
    ...(random.isIn(0.3) ? { weight: random.pick(['primary', 'danger'] as const) } : {}),
  })
  const cards = postings.map((posting, index): BlockDraft => {
    const match: Match = {
      posting,
      alsoPaths: [],
      reasons: [{ id: 'pay', label: label(), caveat: orNull(random, label()) }],
    }
    const card = makePostingCard(match, index + 1, NOW)
    return {
      ...card,
      ...(random.isIn(0.2) ? { outcome: label() } : {}),
      details: { label: label(), words: '', action: { type: 'show', postingId: posting.id } },
    }
  })
  return finishDraft([
    textBlock(
      'receipt',
      styled('strong', label()),
      ...makeList(random, 60).map(text => styled('warning', text)),
    ),
    textBlock('body', label(), styled('code', label())),
    ...cards,
    ...makeList(random, 30).map(text => textBlock('hint', text)),
    { type: 'buttons', buttons: Array.from({ length: random.below(12) }, draft) },
    { type: 'menu', title: label(), options: Array.from({ length: random.below(40) }, draft) },
  ])
}

/** A form with fields of every type, and more of everything than platforms take. */
export function makeHostileForm(random: Random): FormBlock {
  const text = () => makeHostileText(random)
  const field = () => ({ label: text(), hint: orNull(random, text()), isRequired: random.isIn(0.5) })
  const options = Array.from({ length: 1 + random.below(40) }, (_, index) => ({
    label: text(),
    value: `${index}`,
  }))
  const channels = Array.from({ length: random.below(40) }, (_, index) => `${1000 + index}`)
  const chosen = random.isIn(0.5) ? ['0'] : []
  const isMultiple = random.isIn(0.5)
  return {
    type: 'form',
    key: 'abcdefghijklmnop',
    title: text(),
    submit: text(),
    fields: [
      { ...field(), type: 'text', name: 'text', value: text(), isLong: random.isIn(0.5) },
      { ...field(), type: 'choice', name: 'choice', options, chosen, isMultiple },
      { ...field(), type: 'channels', name: 'channels', chosen: channels },
      { ...field(), type: 'text', name: 'more', value: '', isLong: false },
      { ...field(), type: 'choice', name: 'several', options, chosen: [], isMultiple: true },
      { ...field(), type: 'text', name: 'too many', value: '', isLong: false },
    ],
  }
}
