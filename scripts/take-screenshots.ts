import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { EXAMPLES } from '../adapters/preview/examples.ts'
import { openPreview } from '../adapters/preview/open-preview.ts'
import { openView, takePicture, type View } from './draw-page.ts'
import { findChromium, openChromium } from './open-chromium.ts'
import { recordAsking } from './record-asking.ts'

const FOLDER = fileURLToPath(new URL('../docs/images/', import.meta.url))
/** The samples are as old in every picture. */
const NOW = new Date('2026-11-22T09:41:00Z')

/** Kinds of reply of which the dark theme and the wide window show something of their own. */
const ALSO_OTHERWISE = ['answer', 'details', 'edges']

function listViews(): readonly View[] {
  const phone = EXAMPLES.map(({ id }): View => ({ example: id, theme: 'light', width: 'phone' }))
  const otherwise = ALSO_OTHERWISE.flatMap((example): View[] => [
    { example, theme: 'dark', width: 'phone' },
    { example, theme: 'light', width: 'desktop' },
  ])
  return [...phone, ...otherwise]
}

async function main(only: readonly string[]): Promise<void> {
  const path = findChromium()
  if (path === null) throw new Error('there is no Chromium: install one, or set CHROMIUM_PATH')
  await mkdir(FOLDER, { recursive: true })
  const preview = await openPreview({ data: [], port: 0, now: () => NOW })
  const browser = await openChromium(path)
  try {
    for (const view of listViews().filter(({ example }) => only.length === 0 || only.includes(example))) {
      const page = await openView(browser, preview.url, view)
      const name = `${view.example}-${view.width}-${view.theme}.webp`
      await writeFile(FOLDER + name, await takePicture(page))
      process.stdout.write(`docs/images/${name}\n`)
      await page.close()
    }
    if (only.length === 0 || only.includes('recording')) {
      await writeFile(`${FOLDER}ask-in-discord.png`, await recordAsking(browser, preview.url))
      process.stdout.write('docs/images/ask-in-discord.png\n')
    }
  } finally {
    await browser.close()
    await preview.close()
  }
}

await main(process.argv.slice(2))
