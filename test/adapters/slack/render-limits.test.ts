import { describe, expect, it } from 'vitest'
import { SLACK_LIMITS } from '../../../adapters/slack/limits.ts'
import { type CardStyle, renderReply } from '../../../adapters/slack/render.ts'
import { renderForm, renderView } from '../../../adapters/slack/render-view.ts'
import { makeDetailReply } from '../../../src/reply/detail-reply.ts'
import { type Reply, textBlock } from '../../../src/reply.ts'
import { createRandom } from '../../bench/random.ts'
import { asObjects, type JsonObject } from '../../fakes/discord/json.ts'
import {
  finishDraft,
  makeHostileForm,
  makeHostileList,
  makeHostilePosting,
  makeHostileText,
} from '../../fakes/hostile-postings.ts'
import { checkBlocks } from '../../fakes/slack/validation/check-blocks.ts'
import { checkView } from '../../fakes/slack/validation/check-view.ts'
import { measureText } from '../../fakes/slack/validation/measure-text.ts'
import { NOW, partsOf } from './open-rolecall.ts'

const POSTINGS = 10_000
const A_PAGE = 4
const METADATA = '{}'

/** What the wire makes of it. */
function toJson(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value))
}

/** Every stretch that Slack reads as markup; plain text it shows as it is. */
function listMarkup(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(listMarkup)
  if (typeof value !== 'object' || value === null) return []
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)]
  return Object.values(value).flatMap(listMarkup)
}

/** The links that we write. */
const OUR_LINK = /<https?:\/\/[^<>|\s]{1,3000}\|[^<>]{1,3000}>/g
/** A mention, a link or anything else in angle brackets, an emoji, what cannot be seen but the marks of an escape. */
const HARMFUL = /[<>]|&(?!amp;|lt;|gt;)|:[a-z0-9_+-]{1,60}:|\u202e|[^\P{Cc}\n]|\p{Cs}/iu

function findHarm(texts: readonly string[]): string | null {
  const plain = texts.map(text => text.replace(OUR_LINK, ' ').replace(/^> /, ''))
  return plain.flatMap(text => HARMFUL.exec(text)?.[0] ?? [])[0] ?? null
}

/** Throws what Slack would answer. */
function check(reply: Reply, style: CardStyle): JsonObject {
  const message = toJson(renderReply(reply, style))
  expect(checkBlocks(message.blocks, 'message')).toEqual([])
  if (measureText(message.blocks) > 13_000) throw new Error('more text than Slack takes')
  if (String(message.text).length > SLACK_LIMITS.fallbackText || message.text === '') throw new Error('text')
  return message
}

describe('renderReply for Slack', () => {
  it.each([
    ['card', POSTINGS],
    ['section', POSTINGS / 4],
  ] as const)(
    'keeps every limit of Slack and lets nothing through, drawn as %s, in %i hostile postings',
    (style, count) => {
      const random = createRandom('slack')
      for (let done = 0; done < count; done += A_PAGE) {
        const postings = Array.from({ length: A_PAGE }, (_, index) =>
          makeHostilePosting(random, done + index),
        )
        const list = check(makeHostileList(random, postings), style)
        expect(findHarm([...listMarkup(list.blocks), String(list.text)])).toBeNull()
        // All four postings are there with their buttons, whatever else had to give way.
        const cards = asObjects(list.blocks).filter(
          block => block.type === 'card' || block.accessory !== undefined,
        )
        expect(cards).toHaveLength(A_PAGE)
      }
    },
    300_000,
  )

  it('keeps the details of hostile postings inside the limits of a view', () => {
    const random = createRandom('slack details')
    for (let number = 0; number < 2500; number += 1) {
      const posting = makeHostilePosting(random, number)
      const marks = { isSaved: false }
      const reply = finishDraft(makeDetailReply(posting, { now: NOW, reasons: [], currency: 'EUR', marks }))
      const view = toJson(renderView(reply, makeHostileText(random), METADATA))
      expect(checkView(view, 'modal')).toEqual([])
      expect(findHarm(listMarkup(view.blocks))).toBeNull()
      check(reply, 'card')
    }
  }, 300_000)

  it('never cuts a word in two', () => {
    const random = createRandom('words')
    for (let run = 0; run < 300; run++) {
      const words = Array.from({ length: 200 }, (_, index) => `w${run}x${index}y`)
      const reply = {
        blocks: [textBlock('body', words.join(' ')), textBlock('quote', makeHostileText(random))],
      }
      const message = check(reply, 'card')
      const shown = [...listMarkup(message.blocks), String(message.text)].join(' ')
      for (const word of shown.match(/w\d+\S*/g) ?? []) expect(word).toMatch(/^w\d+x\d+y$/)
    }
  })

  it('says that there is nothing where nothing is left', () => {
    expect(asObjects(check({ blocks: [] }, 'card').blocks)).toHaveLength(1)
    expect(asObjects(check({ blocks: [textBlock('body', '\u0000 \u200b')] }, 'card').blocks)).toHaveLength(1)
  })

  it('keeps forms inside their limits', () => {
    const random = createRandom('forms')
    for (let run = 0; run < 500; run++)
      expect(checkView(toJson(renderForm(makeHostileForm(random), METADATA)), 'modal')).toEqual([])
  })
})

describe('text in Slack', () => {
  const show = (text: string) => {
    const { blocks } = renderReply({ blocks: [textBlock('body', text)] })
    return partsOf(toJson({ blocks }) as never)
      .map(part => (typeof part.text === 'object' ? part.text.text : undefined))
      .find(shown => shown !== undefined)
  }

  it.each([
    ['<!channel> & <https://evil.example|all>', '&lt;!channel&gt; &amp; &lt;https://evil.example|all&gt;'],
    ['snake_case, 2*3*4 and C++', 'snake_case, 2*3*4 and C++'],
    ['from 9:30 to 17:00', 'from 9:30 to 17:00'],
  ])('shows %s as it is, without marks that nobody sees', (text, shown) => {
    expect(show(text)).toBe(shown)
  })

  it.each(['*bold*', '_slanted_', '~struck~', '`code`', ':smile:'])('makes no markup of %s', text => {
    expect(show(text)).not.toContain(text)
    expect(show(text)?.replaceAll('\u200b', '')).toBe(text)
  })
})
