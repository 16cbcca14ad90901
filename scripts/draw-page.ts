import type { Browser, Page } from 'playwright-core'

/** How the preview is shown in a picture. */
export interface View {
  readonly example: string
  readonly theme: 'light' | 'dark'
  readonly width: 'phone' | 'desktop'
  readonly only?: 'discord' | 'slack'
}

const TALL = 1400
const WIDTHS = { phone: 830, desktop: 1360 } as const

/** Only the conversations, as long as they are. */
const PICTURE_STYLE = `
  .top, .examples, .composer, .pane > header p { display: none !important }
  main { padding: 8px !important; align-items: flex-start; gap: 12px !important }
  .log { height: auto !important }
  dialog::backdrop { background: none !important }
  dialog { margin: 60px 0 0 !important; max-height: none !important }
`

/** Opens the page and waits until nothing moves any more. */
export async function openView(browser: Browser, url: string, view: View): Promise<Page> {
  const isNarrow = view.only !== undefined && view.width === 'phone'
  const width = isNarrow ? 406 : WIDTHS[view.width]
  const page = await browser.newPage({ viewport: { width, height: TALL } })
  const address = new URL(url)
  for (const [name, value] of Object.entries(view)) address.searchParams.set(name, value)
  await page.goto(address.href)
  await page.addStyleTag({ content: PICTURE_STYLE })
  await settle(page)
  return page
}

/** Waits until the page is ready and no answer is under way. */
export async function settle(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready]')
  await page.waitForFunction(() => {
    const { document } = globalThis as unknown as {
      document: { querySelectorAll(query: string): Iterable<unknown> }
    }
    const panes = [...document.querySelectorAll('.pane')] as { dataset: { busy?: string } }[]
    return panes.every(pane => pane.dataset.busy === undefined || pane.dataset.busy === '0')
  })
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 150)))
}

/** Letters stay sharp, and a picture takes a third of what a PNG would. */
const QUALITY = 82

/** Takes the picture of the conversations and of the windows over them, as WebP. */
export async function takePicture(page: Page): Promise<Buffer> {
  const boxes = await Promise.all(
    (await page.locator('.pane:visible, dialog[open]').all()).map(locator => locator.boundingBox()),
  )
  const bottoms = boxes.map(box => (box === null ? 0 : box.y + box.height))
  const height = Math.min(TALL, Math.ceil(Math.max(...bottoms)) + 8)
  const width = page.viewportSize()?.width ?? 0
  const session = await page.context().newCDPSession(page)
  const clip = { x: 0, y: 0, width, height, scale: 1 }
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY, clip })
  return Buffer.from(data, 'base64')
}
