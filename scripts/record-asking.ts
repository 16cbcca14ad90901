import type { Browser, Page } from 'playwright-core'
import { settle } from './draw-page.ts'
import { type Frame, writeAnimatedPng } from './write-animated-png.ts'

const QUESTION = 'remote ML infra roles over 200k'
const SIZE = { width: 390, height: 700 }
/** Sharp enough on dense screens, small enough to load at once. */
const SCALE = 1.5

/** A phone: the conversation and the line to type in. */
const PHONE_STYLE = `
  .top, .examples, .pane > header { display: none !important }
  body { height: 100vh; min-height: 0 !important }
  main { padding: 0 !important; overflow: hidden }
  .pane { border: 0 !important; border-radius: 0 !important; height: 100% }
  .log { height: 100% !important; scrollbar-width: none }
  .log:empty::before { content: '' !important }
`

/** Records how somebody asks in Discord on a phone and opens the details of a posting: about twenty seconds. */
export async function recordAsking(browser: Browser, url: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: SCALE })
  await page.goto(`${url}?only=discord&width=phone&theme=dark`)
  await page.addStyleTag({ content: PHONE_STYLE })
  await settle(page)
  const frames: Frame[] = []
  await typeQuestion(page, frames)
  await page.getByRole('button', { name: 'Ask' }).click()
  await settle(page)
  await page.locator('#question').fill('')
  await page.evaluate('document.activeElement.blur()')
  await addFrame(page, frames, 3600)
  await scrollThrough(page, frames, 2400)
  await scrollTo(page, frames, 0)
  const details = page.locator('discord-button', { hasText: 'Details' }).first()
  await details.hover()
  await details.evaluate(
    'element => { element.style.outline = "3px solid #7cb4f6"; element.style.borderRadius = "10px" }',
  )
  await addFrame(page, frames, 900)
  await details.evaluate('element => { element.style.outline = "" }')
  await details.click()
  await settle(page)
  await addFrame(page, frames, 3200)
  await scrollThrough(page, frames, 3200)
  await page.close()
  return writeAnimatedPng(frames)
}

async function typeQuestion(page: Page, frames: Frame[]): Promise<void> {
  await addFrame(page, frames, 800)
  const composer = await page.locator('.composer').boundingBox()
  for (let end = 3; end < QUESTION.length + 3; end += 3) {
    await page.locator('#question').fill(QUESTION.slice(0, end))
    await addFrame(page, frames, end >= QUESTION.length ? 700 : 130, composer)
  }
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Only what changed is stored: a part of the screen, in whole pixels. */
async function addFrame(page: Page, frames: Frame[], showMs: number, part: Box | null = null): Promise<void> {
  if (part === null) {
    frames.push({ png: await page.screenshot(), x: 0, y: 0, showMs })
    return
  }
  const top = Math.floor(part.y / 2) * 2
  const clip = { x: 0, y: top, width: SIZE.width, height: SIZE.height - top }
  frames.push({ png: await page.screenshot({ clip }), x: 0, y: top * SCALE, showMs })
}

const STEP = 110

/** Scrolls to the end in steps, and stays there. */
async function scrollThrough(page: Page, frames: Frame[], stayMs: number): Promise<void> {
  const log = page.locator('#discord .log')
  for (;;) {
    const isAtEnd = await log.evaluate(
      `(element, step) => { const before = element.scrollTop; element.scrollTop += step; return element.scrollTop - before < step }`,
      STEP,
    )
    await addFrame(page, frames, isAtEnd ? stayMs : 90)
    if (isAtEnd) return
  }
}

async function scrollTo(page: Page, frames: Frame[], top: number): Promise<void> {
  await page.locator('#discord .log').evaluate(`(element, top) => { element.scrollTop = top }`, top)
  await addFrame(page, frames, 600)
}
