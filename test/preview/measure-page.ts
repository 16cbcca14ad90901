import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What a browser knows of an element, as far as it is measured here: the types of browsers are not loaded for Node. */
interface Measured {
  readonly tagName: string
  readonly textContent: string | null
  readonly scrollWidth: number
  readonly clientWidth: number
  readonly shadowRoot: Holder | null
  getBoundingClientRect(): { readonly left: number; readonly right: number; readonly width: number }
  closest(query: string): Measured | null
}

interface Holder {
  querySelectorAll(query: string): Iterable<Measured>
}

/** Names whatever of the conversations stands out at the sides of its pane, or is cut off inside of something. */
export function listOverflows(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { document, innerWidth, getComputedStyle } = globalThis as unknown as {
      document: Holder
      innerWidth: number
      getComputedStyle: (element: Measured) => { overflowX: string; textOverflow: string; display: string }
    }
    const listAll = (holder: Holder): Measured[] =>
      [...holder.querySelectorAll('*')].flatMap(element => [
        element,
        ...(element.shadowRoot === null ? [] : listAll(element.shadowRoot)),
      ])
    const name = (element: Measured, what: string) =>
      `${what}: <${element.tagName.toLowerCase()}> ${(element.textContent ?? '').trim().slice(0, 40)}`
    const panes = [...document.querySelectorAll('.pane')].filter(
      pane => pane.getBoundingClientRect().width > 0,
    )
    return panes.flatMap(pane => {
      const edges = pane.getBoundingClientRect()
      const right = Math.min(edges.right, innerWidth)
      return listAll(pane as unknown as Holder).flatMap(element => {
        const box = element.getBoundingClientRect()
        if (box.width === 0) return []
        const style = getComputedStyle(element)
        const isOut = box.right > right + 1 || box.left < edges.left - 1
        const isCut =
          style.overflowX !== 'visible' &&
          element.scrollWidth > element.clientWidth + 1 &&
          style.display !== 'inline'
        return [...(isOut ? [name(element, 'stands out')] : []), ...(isCut ? [name(element, 'is cut')] : [])]
      })
    })
  })
}

/** Whether the page is wider than the window. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { document } = globalThis as unknown as { document: { documentElement: Measured } }
    return document.documentElement.scrollWidth > document.documentElement.clientWidth
  })
}

/** What axe-core finds wrong: controls without names, contrast below WCAG AA, and the other rules of WCAG 2.1 AA. */
export async function listBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe }
    const { violations } = await checker.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html, any }) =>
          `${id}: ${target.join(' ')} ${html.slice(0, 120)} ${any[0]?.message ?? ''}`,
      ),
    )
  })
}
