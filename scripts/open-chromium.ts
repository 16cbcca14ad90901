import { accessSync, constants } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Where this machine has a Chromium: as CHROMIUM_PATH says, else in the usual places; null where there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  return (named ? [named] : USUAL_PLACES).find(canRun) ?? null
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Starts a Chromium with a new, empty profile that nothing is left of. */
export function openChromium(path: string): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    // Root can start no sandbox, as on build servers; only pages of this machine are opened.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}
