import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settle } from '../../scripts/draw-page.ts'
import { ALERT_MESSAGES } from '../../src/messages/alert-messages.ts'
import { listBarriers, listOverflows, scrollsSideways } from './measure-page.ts'
import { canOpenPage, type OpenedPage, openPage } from './open-page.ts'

/** A browser on a busy machine of two cores needs its time. */
const SLOW_MS = 30_000
const QUESTION = 'remote over 100k'
const WIDTHS = [320, 768, 1280] as const
const PLATFORMS = ['discord', 'slack'] as const

describe.skipIf(!canOpenPage())('the preview in a browser', { timeout: SLOW_MS }, () => {
  let opened: OpenedPage
  let page: Page

  beforeAll(async () => {
    opened = await openPage()
    page = opened.page
  }, SLOW_MS)
  afterAll(() => opened?.close())

  /** Opens the page anew, at an example where one is named. */
  async function open(view: Readonly<Record<string, string>> = {}, width = 1280): Promise<void> {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${opened.preview.url}?${new URLSearchParams(view)}`)
    await settle(page)
  }

  async function ask(question: string): Promise<void> {
    await page.locator('#question').fill(question)
    await page.locator('#question').press('Enter')
    await settle(page)
  }

  const lastMessage = (platform: string): Locator => page.locator(`#${platform} .message`).last()
  const control = (platform: string, label: string): Locator =>
    lastMessage(platform).getByRole('button', { name: label }).first()

  async function press(target: Locator): Promise<void> {
    await target.focus()
    await page.keyboard.press('Enter')
    await settle(page)
  }

  it.each(PLATFORMS)('answers a question in %s, and turns its pages in place', async platform => {
    await open()
    await ask(QUESTION)
    await expect.poll(() => lastMessage(platform).textContent()).toContain('postings match')
    const first = (await lastMessage(platform).textContent()) ?? ''
    await press(control(platform, 'More'))
    const second = (await lastMessage(platform).textContent()) ?? ''
    expect(second).not.toBe(first)
    await press(control(platform, 'Back'))
    expect(await lastMessage(platform).textContent()).toBe(first)
    expect(await page.locator(`#${platform} .message`).count()).toBe(2)
  })

  it('opens the details of a posting below the answer in Discord, and in a window in Slack', async () => {
    await open({ example: 'answer' })
    await press(control('discord', 'Details'))
    expect(await lastMessage('discord').textContent()).toContain('Employment')
    await press(control('slack', 'Details'))
    const window = page.locator('#slack dialog')
    expect(await window.textContent()).toContain('Employment')
    await page.keyboard.press('Escape')
    expect(await window.isVisible()).toBe(false)
  })

  it.each(PLATFORMS)('narrows an answer by a menu in %s, by keyboard', async platform => {
    await open({ example: 'answer' })
    const before = (await lastMessage(platform).textContent()) ?? ''
    await lastMessage(platform).locator('summary').first().focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await settle(page)
    const after = (await lastMessage(platform).textContent()) ?? ''
    expect(readTotal(after)).toBeGreaterThan(0)
    expect(readTotal(after)).not.toBe(readTotal(before))
  })

  it.each(PLATFORMS)('drops a condition of the question in %s', async platform => {
    await open({ example: 'answer' })
    await press(control(platform, 'Edit'))
    await lastMessage(platform).locator('summary').first().click()
    await press(lastMessage(platform).locator('[data-picked]', { hasText: 'pay' }).first())
    const receipt = (await lastMessage(platform).textContent()) ?? ''
    expect(receipt).toContain('remote')
    expect(receipt).not.toContain('pay over')
    expect(readTotal(receipt)).toBeGreaterThan(10)
  })

  it.each(PLATFORMS)('takes a question that was changed in a form in %s', async platform => {
    await open({ example: 'edit' })
    await press(lastMessage(platform).getByRole('button', { name: 'Refine…' }).first())
    const form = page.locator(`#${platform} dialog form`)
    await form.locator('textarea').fill('remote over 200k')
    await form.locator('[type=submit]').click()
    await settle(page)
    expect(await lastMessage(platform).textContent()).toContain('$200,000')
  })

  it('answers a command in private in both', async () => {
    await open({ example: 'command' })
    expect(await lastMessage('slack').textContent()).toContain('Only visible to you')
    expect(await page.locator('#discord discord-message[ephemeral]').count()).toBe(1)
  })

  it.each(['answer', 'edges'])(
    'shows %s at 320, 768 and 1280 pixels with nothing standing out or cut off',
    async example => {
      await open({ example }, WIDTHS[0])
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 })
        expect(await listOverflows(page), `at ${width} pixels`).toEqual([])
        expect(await scrollsSideways(page), `at ${width} pixels`).toBe(false)
      }
    },
  )

  it.each(['details', 'form', 'status', 'alert', 'alert-form'])(
    'shows %s at 320 pixels with nothing standing out or cut off',
    async example => {
      await open({ example }, WIDTHS[0])
      expect(await listOverflows(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
    },
  )

  it.each(PLATFORMS)('leads from an answer to the form of an alert on %s', async platform => {
    await open({ example: 'alert-form' })
    const form = page.locator(`#${platform} dialog`)
    expect(await form.innerText()).toContain(ALERT_MESSAGES.quietHours)
  })

  it('runs a reload with its progress, shows what it changed, and undoes it', async () => {
    await open()
    await page.locator('#question').fill('/jobs admin reload')
    await page.locator('#question').press('Enter')
    const saysOf = (platform: string) =>
      expect.poll(() => lastMessage(platform).textContent(), { timeout: SLOW_MS })
    await saysOf('discord').toMatch(/Reading: .* postings/)
    for (const platform of PLATFORMS) {
      await saysOf(platform).toContain('Reloaded:')
      expect(await lastMessage(platform).textContent()).toMatch(/Changed\s?1.*\+ Site Reliability Engineer/)
    }
    await settle(page)
    expect(await listOverflows(page)).toEqual([])
    expect(await listBarriers(page)).toEqual([])
    await press(control('discord', 'Undo'))
    await saysOf('discord').toContain('Undone')
  })

  it.each(['answer', 'held', 'status', 'alert', 'digest'])(
    'keeps contrast and names every control of %s in both themes',
    async example => {
      await open({ example, theme: 'light' })
      expect(await listBarriers(page)).toEqual([])
      await page.getByLabel('Theme').selectOption('dark')
      // Buttons take a moment to change their colour, and halfway it is too near to that of their words.
      await expect.poll(() => listBarriers(page), { timeout: 10_000 }).toEqual([])
    },
  )

  it.each([
    ['details', 'light'],
    ['form', 'dark'],
  ])(
    'keeps contrast and names every control of %s, which opens a window, in the %s theme',
    async (example, theme) => {
      await open({ example, theme })
      expect(await listBarriers(page)).toEqual([])
    },
  )

  it('would notice what stands out, is cut off, is hard to read or has no name', async () => {
    await open({ example: 'answer' })
    await page.evaluate(`document.querySelector('.message').innerHTML =
      '<div style="width: 3000px">wide</div><div style="width: 40px; overflow: hidden; white-space: nowrap">cut off at the end</div>' +
      '<p style="color: #aaa; background: #999">faint</p><button></button>'`)
    const overflows = (await listOverflows(page)).join('\n')
    expect(overflows).toContain('stands out: <div> wide')
    expect(overflows).toContain('is cut: <div> cut off')
    const barriers = (await listBarriers(page)).join('\n')
    expect(barriers).toContain('color-contrast')
    expect(barriers).toContain('button-name')
  })

  it('loads nothing from elsewhere', async () => {
    const asked: string[] = []
    page.on('request', request => asked.push(new URL(request.url()).hostname))
    await open({ example: 'details' })
    expect(new Set(asked)).toEqual(new Set(['localhost']))
  })
})

/** How many postings an answer counts. */
function readTotal(text: string): number {
  return Number(/(\d+) of \d+ postings match/.exec(text)?.[1] ?? 0)
}
