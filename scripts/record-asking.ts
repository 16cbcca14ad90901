import type { Browser, Locator, Page } from 'playwright-core'
import { settle } from './draw-page.ts'
import { type Frame, writeAnimatedPng } from './write-animated-png.ts'

const QUESTION = 'remote ML infra roles over 200k'
const SIZE = { width: 392, height: 704 }
/** Sharp enough on dense screens, small enough to load at once. */
const SCALE = 1.25

/** A phone: the conversation and the line to type in. */
const PHONE_STYLE = `
  .top, .examples, .pane > header { display: none !important }
  body { height: 100vh; min-height: 0 !important }
  main { padding: 0 !important; overflow: hidden }
  .pane { border: 0 !important; border-radius: 0 !important; height: 100% }
  .log { height: 100% !important; scrollbar-width: none }
  [data-tap] { outline: 3px solid #7cb4f6; border-radius: 10px }
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
  await addFrame(page, frames, 4400)
  await scrollThrough(page, frames, 2600)
  const details = page.locator('discord-button', { hasText: 'Details' }).last()
  await mark(details, true)
  await addFrame(page, frames, 900, await details.boundingBox())
  await mark(details, false)
  await details.click()
  await settle(page)
  await addFrame(page, frames, 4200)
  await scrollThrough(page, frames, 4200)
  await page.close()
  return writeAnimatedPng(frames)
}

/** Shows where a finger taps. */
async function mark(control: Locator, isMarked: boolean): Promise<void> {
  await control.evaluate((element, on) => {
    const tapped = element as unknown as { toggleAttribute: (name: string, on: boolean) => void }
    tapped.toggleAttribute('data-tap', on)
  }, isMarked)
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
  const [x, y] = [roundDown(part.x - TAP_EDGE), roundDown(part.y - TAP_EDGE)]
  const width = Math.min(SIZE.width - x, roundDown(part.width) + 4 * TAP_EDGE)
  const height = Math.min(SIZE.height - y, roundDown(part.height) + 4 * TAP_EDGE)
  const png = await page.screenshot({ clip: { x, y, width, height } })
  frames.push({ png, x: x * SCALE, y: y * SCALE, showMs })
}

/** Room for what is drawn around a control. */
const TAP_EDGE = 4

/** Four pixels of the page are five of the picture. */
function roundDown(length: number): number {
  return Math.max(0, Math.floor(length / 4) * 4)
}

const STEP = 176
/** However long an answer is, the recording is not. */
const MOST_STEPS = 5

/** What is scrolled, as far as it is used here. */
type Log = { scrollTop: number }

/** Scrolls to the end in steps, and stays there. */
async function scrollThrough(page: Page, frames: Frame[], stayMs: number): Promise<void> {
  for (let step = 1; step <= MOST_STEPS; step++) {
    const moved = await page.locator('#discord .log').evaluate((element, by) => {
      const log = element as unknown as Log
      const before = log.scrollTop
      log.scrollTop += by
      return log.scrollTop - before
    }, STEP)
    const isLast = moved < STEP - 1 || step === MOST_STEPS
    await addFrame(page, frames, isLast ? stayMs : 140)
    if (isLast) return
  }
}
