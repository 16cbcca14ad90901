import type { APIMessageTopLevelComponent } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { DISCORD_LIMITS } from '../../../adapters/discord/limits.ts'
import { renderChoices, renderReply } from '../../../adapters/discord/render.ts'
import { renderForm } from '../../../adapters/discord/render-form.ts'
import type { Match } from '../../../src/answer/answer.ts'
import type { Posting } from '../../../src/posting/posting.ts'
import { REGIONS, TOPICS, WORKPLACES } from '../../../src/posting/vocabulary.ts'
import { makeDetailReply } from '../../../src/reply/detail-reply.ts'
import { applyKeys, type BlockDraft, listActions } from '../../../src/reply/draft.ts'
import { makePostingCard } from '../../../src/reply/posting-card.ts'
import { type FormBlock, type Reply, styled, textBlock } from '../../../src/reply.ts'
import { computeButtonKey } from '../../../src/store/button-key.ts'
import { createRandom, type Random } from '../../bench/random.ts'
import { listComponents, readDisplayedText } from '../../fakes/discord/validation/check-components.ts'
import { checkNewMessage } from '../../fakes/discord/validation/check-message.ts'
import { NOW, partsOf } from './open-rolecall.ts'

const POSTINGS = 10_000
const A_PAGE = 4
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const NASTY = [
  '@everyone', '<@123456789012345678>', '<@&123456789012345678>', '<#123456789012345678>', '</jobs:123456789012345678>',
  '<:emoji:123456789012345678>', '<t:1700000000>', '[click](https://evil.example)', 'discord.gg/abc', 'https://evil.example/x',
  '# big', '```js', '||spoiler||', '**bold', '> quote', '-# small', '~~gone~~', '`', '\\', '_', '\u202ereversed', '\u0000', '\ud800',
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

function makeText(random: Random): string {
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
    makeText(random)
      .slice(0, random.isIn(0.1) ? 3000 : 60)
      .toWellFormed(),
  )}`
}

function makeList(random: Random, most: number): string[] {
  const count = random.isIn(0.05) ? random.below(most) : random.below(6)
  return Array.from({ length: count }, () => makeText(random))
}

function orNull<T>(random: Random, value: T): T | null {
  return random.isIn(0.25) ? null : value
}

function makeAmount(random: Random): number {
  return random.isIn(0.05) ? random.pick([0, 1e15, 0.5, Number.MAX_SAFE_INTEGER]) : 1000 * random.below(400)
}

/** A posting as hostile or empty as no reader should ever hand over. */
function makePosting(random: Random, number: number): Posting {
  const texts = (count: number) => Array.from({ length: count }, () => makeText(random))
  const range = () => ({ min: orNull(random, makeAmount(random)), max: orNull(random, makeAmount(random)) })
  return {
    id: `p${number}`, path: makeText(random), url: makeUrl(random), sourceName: makeText(random), isSample: random.isIn(0.3),
    title: makeText(random), titleInferred: random.isIn(0.1), company: orNull(random, makeText(random)),
    salary: orNull(random, { ...range(), currency: random.pick(['USD', 'EUR', 'INR', 'KWD']), period: random.pick(['year', 'hour'] as const), kind: orNull(random, 'ote' as const), zones: (random.isIn(0.1) ? makeList(random, 90) : []).map(label => ({ label, ...range() })) }),
    workplace: orNull(random, random.pick(WORKPLACES)), countries: random.isIn(0.1) ? ['*'] : ['US', 'DE', 'xx'], regions: [random.pick(REGIONS)],
    states: makeList(random, 50), cities: makeList(random, 200), timeZones: makeList(random, 30), seniority: orNull(random, 'c-level' as const),
    employment: orNull(random, 'contract' as const), yearsMin: orNull(random, random.below(40)), degree: orNull(random, 'phd' as const),
    degreeOrEquivalent: random.isIn(0.5), visaSponsorship: orNull(random, random.isIn(0.5)), skills: makeList(random, 300),
    topics: [random.pick(TOPICS)], language: 'en', postedAt: orNull(random, random.pick(['2026-05-01', 'never', '1970-01-01'])),
    closesAt: orNull(random, makeText(random)), contradictions: makeList(random, 20).map(text => ({ field: 'salary' as const, values: [text, ...texts(1)], quotes: texts(2) })),
    evidence: { salary: makeList(random, 40), workplace: makeList(random, 40), degree: makeList(random, 40) }, sections: [],
  } // biome-ignore format: read field by field
}

/** Keys as the store makes them. */
function finish(blocks: readonly BlockDraft[]): Reply {
  return { blocks: applyKeys(blocks, listActions(blocks).map(computeButtonKey)) }
}

function makeList4(random: Random, postings: readonly Posting[]): Reply {
  const label = () => makeText(random)
  const action = (question: string) => ({ type: 'search', question, offset: random.below(9) }) as const
  const draft = () => ({ label: label(), words: label(), action: action(label()) })
  const cards = postings.map((posting, index): BlockDraft => {
    const match: Match = {
      posting,
      alsoPaths: [],
      reasons: [{ id: 'pay', label: label(), caveat: orNull(random, label()) }],
    }
    const card = makePostingCard(match, index + 1, NOW)
    return {
      ...card,
      details: { label: label(), words: '', action: { type: 'show', postingId: posting.id } },
    }
  })
  return finish([
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

/** Throws what Discord would answer: every length and count of the message and its controls. */
function check(reply: Reply): readonly APIMessageTopLevelComponent[] {
  const message = renderReply(reply)
  const body = JSON.parse(JSON.stringify({ components: message.components, flags: message.flags }))
  checkNewMessage(body, 0)
  const all = listComponents(body.components)
  const text = all.reduce((sum, part) => sum + readDisplayedText(part).length, 0)
  if (all.length > DISCORD_LIMITS.components || text > DISCORD_LIMITS.messageText) throw new Error('too much')
  if (message.allowedMentions.parse.length > 0) throw new Error('pings')
  return message.components
}

/** What stands escaped is read as it is. */
const ESCAPED = /\\[^A-Za-z0-9\s]/g
/** Inside of code, and of the address of a link, nothing is read as markup. */
const UNREAD = /`[^`\n]*`|\]\(https?:\/\/[^\s()]*\)/g
/** A ping, a mention, an invitation, a link outside of markup, a spoiler, a code block, and what cannot be seen. */
const HARMFUL = /@(?:everyone|here)|<[@#:/t]|discord\.gg|https?:\/\/|\|\||```|\u202e|[^\P{Cc}\n]|\p{Cs}/u

function findHarm(components: readonly APIMessageTopLevelComponent[]): string | null {
  const texts = partsOf({ components: [...components] }).map(part => part.content ?? '')
  return HARMFUL.exec(texts.join('\n').replace(ESCAPED, '').replace(UNREAD, ''))?.[0] ?? null
}

/** A form with a field of every type. */
function makeForm(title: string, label: string, value: string): FormBlock {
  const field = { label, hint: label, isRequired: false } as const
  const options = [{ label, value: 'a' }]
  return {
    type: 'form',
    key: 'abcdefghijklmnop',
    title,
    submit: label,
    fields: [
      { ...field, type: 'text', name: 'text', value, isLong: true },
      { ...field, type: 'choice', name: 'choice', options, chosen: [], isMultiple: false },
      { ...field, type: 'channels', name: 'channels', chosen: ['123'] },
    ],
  }
}

describe('renderReply for Discord', () => {
  it(`keeps every limit of Discord and lets nothing through in ${POSTINGS} hostile postings`, () => {
    const random = createRandom('discord')
    for (let done = 0; done < POSTINGS; done += A_PAGE) {
      const postings = Array.from({ length: A_PAGE }, (_, index) => makePosting(random, done + index))
      const list = check(makeList4(random, postings))
      const details = postings.map(posting =>
        check(
          finish(
            makeDetailReply(posting, { now: NOW, reasons: [], currency: 'EUR', marks: { isSaved: false } }),
          ),
        ),
      )
      for (const components of [list, ...details]) expect(findHarm(components)).toBeNull()
      // All four postings are there with their buttons, whatever else had to give way.
      expect(list.filter(component => component.type === 9)).toHaveLength(A_PAGE)
    }
  }, 60_000)

  it('never cuts a word in two', () => {
    const random = createRandom('words')
    for (let run = 0; run < 300; run++) {
      const words = Array.from({ length: 200 }, (_, index) => `w${run}x${index}y`)
      const reply = { blocks: [textBlock('body', words.join(' ')), textBlock('quote', makeText(random))] }
      const shown = partsOf({ components: [...check(reply)] })
        .map(part => part.content ?? '')
        .join(' ')
      for (const word of shown.match(/w\d+\S*/g) ?? []) expect(word).toMatch(/^w\d+x\d+y$/)
    }
  })

  it('says that there is nothing where nothing is left', () => {
    expect(check({ blocks: [] })).toHaveLength(1)
    expect(check({ blocks: [textBlock('body', '\u0000 \u200b')] })).toHaveLength(1)
  })

  it('keeps forms and choices inside their limits', () => {
    const random = createRandom('forms')
    for (let run = 0; run < 500; run++) {
      const [title, label, value] = [makeText(random), makeText(random), makeText(random)]
      const form = renderForm(makeForm(title, label, value))
      const [row] = JSON.parse(JSON.stringify(form.components))
      expect(form.title.length).toBeLessThanOrEqual(DISCORD_LIMITS.formTitle)
      expect(row.label.length).toBeLessThanOrEqual(DISCORD_LIMITS.formLabel)
      expect(row.component.value?.length ?? 0).toBeLessThanOrEqual(row.component.max_length)
      expect(form.custom_id.length).toBeLessThanOrEqual(DISCORD_LIMITS.customId)
      const choices = renderChoices({
        blocks: [{ type: 'choices', choices: Array.from({ length: 60 }, () => makeText(random)) }],
      })
      expect(choices.length).toBeLessThanOrEqual(DISCORD_LIMITS.choices)
      for (const { name } of choices) expect(name.length).toBeLessThanOrEqual(DISCORD_LIMITS.choiceText)
    }
  })
})
