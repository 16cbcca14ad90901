import type { APIMessageTopLevelComponent } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { DISCORD_LIMITS } from '../../../adapters/discord/limits.ts'
import { renderChoices, renderReply } from '../../../adapters/discord/render.ts'
import { renderForm } from '../../../adapters/discord/render-form.ts'
import { makeDetailReply } from '../../../src/reply/detail-reply.ts'
import { type Reply, textBlock } from '../../../src/reply.ts'
import { createRandom } from '../../bench/random.ts'
import { listComponents, readDisplayedText } from '../../fakes/discord/validation/check-components.ts'
import { checkNewMessage } from '../../fakes/discord/validation/check-message.ts'
import { checkModal } from '../../fakes/discord/validation/check-modal.ts'
import {
  finishDraft,
  makeHostileForm,
  makeHostileList,
  makeHostilePosting,
  makeHostileText,
} from '../../fakes/hostile-postings.ts'
import { NOW, partsOf } from './open-rolecall.ts'

const POSTINGS = 10_000
const A_PAGE = 4
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

describe('renderReply for Discord', () => {
  it(`keeps every limit of Discord and lets nothing through in ${POSTINGS} hostile postings`, () => {
    const random = createRandom('discord')
    for (let done = 0; done < POSTINGS; done += A_PAGE) {
      const postings = Array.from({ length: A_PAGE }, (_, index) => makeHostilePosting(random, done + index))
      const list = check(makeHostileList(random, postings))
      const details = postings.map(posting =>
        check(
          finishDraft(
            makeDetailReply(posting, { now: NOW, reasons: [], currency: 'EUR', marks: { isSaved: false } }),
          ),
        ),
      )
      for (const components of [list, ...details]) expect(findHarm(components)).toBeNull()
      // All four postings are there with their buttons, whatever else had to give way.
      expect(list.filter(component => component.type === 9)).toHaveLength(A_PAGE)
    }
  }, 240_000)

  it('never cuts a word in two', () => {
    const random = createRandom('words')
    for (let run = 0; run < 300; run++) {
      const words = Array.from({ length: 200 }, (_, index) => `w${run}x${index}y`)
      const reply = {
        blocks: [textBlock('body', words.join(' ')), textBlock('quote', makeHostileText(random))],
      }
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
      const block = makeHostileForm(random)
      const form = renderForm(block)
      checkModal(JSON.parse(JSON.stringify(form)))
      expect(form.components).toHaveLength(DISCORD_LIMITS.formFields)
      // Where no form can open by itself, a button opens it.
      const [row] = check({ blocks: [block] })
      expect(row).toMatchObject({ type: 1, components: [{ custom_id: 'o:abcdefghijklmnop' }] })
      const choices = renderChoices({
        blocks: [{ type: 'choices', choices: Array.from({ length: 60 }, () => makeHostileText(random)) }],
      })
      expect(choices.length).toBeLessThanOrEqual(DISCORD_LIMITS.choices)
      for (const { name } of choices) expect(name.length).toBeLessThanOrEqual(DISCORD_LIMITS.choiceText)
    }
  })
})
