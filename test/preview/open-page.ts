import type { Browser, Page } from 'playwright-core'
import { openPreview } from '../../adapters/preview/open-preview.ts'
import type { ServedPreview } from '../../adapters/preview/serve.ts'
import { findChromium, openChromium } from '../../scripts/open-chromium.ts'

/** What takes longer than this is not there. */
const PATIENCE_MS = 8000

/** The page in a real browser. */
export interface OpenedPage {
  readonly browser: Browser
  readonly preview: ServedPreview
  readonly page: Page
  readonly close: () => Promise<void>
}

/**
 * Says whether the page can be opened here. A build server has to have a browser; elsewhere tests of the page are left
 * out where there is none.
 */
export function canOpenPage(): boolean {
  if (findChromium() !== null || process.env.CI) return true
  process.stderr.write('No Chromium here (CHROMIUM_PATH names one): the tests of the preview are left out.\n')
  return false
}

/** Serves the samples and opens the page with an empty profile. @throws where there is no Chromium */
export async function openPage(): Promise<OpenedPage> {
  const path = findChromium()
  if (path === null) throw new Error('there is no Chromium: install one, or set CHROMIUM_PATH')
  const preview = await openPreview({ data: [], port: 0, now: () => new Date('2026-06-01T09:00:00Z') })
  const browser = await openChromium(path)
  const page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  return {
    browser,
    preview,
    page,
    close: async () => {
      await browser.close()
      await preview.close()
    },
  }
}
