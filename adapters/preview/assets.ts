import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const BROWSER_FILES = fileURLToPath(new URL('browser', import.meta.url))
const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** Packages whose modules the page loads as they are installed. */
export const SERVED_PACKAGES = [
  '@skyra/discord-components-core',
  'lit',
  'lit-html',
  'lit-element',
  '@lit/reactive-element',
  '@lit/context',
] as const

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** A file for the page. */
export interface Asset {
  readonly type: string
  readonly body: Buffer
}

/** Loads a file of the page or of one of its packages; null for anything else. */
export async function loadAsset(pathname: string): Promise<Asset | null> {
  const path = findFile(pathname)
  const type = path === null ? undefined : TYPES[extname(path)]
  if (path === null || type === undefined) return null
  try {
    return { type, body: await readFile(path) }
  } catch {
    return null
  }
}

function findFile(pathname: string): string | null {
  if (pathname === '/slack-blocks.css') return join(MODULES, 'slack-blocks-to-jsx/dist/style.css')
  const served = SERVED_PACKAGES.find(name => pathname.startsWith(`/modules/${name}/`))
  if (served) return joinInside(join(MODULES, served), pathname.slice(`/modules/${served}`.length))
  return joinInside(BROWSER_FILES, pathname)
}

/** @returns null for a path that leads out of the folder */
function joinInside(folder: string, path: string): string | null {
  const joined = normalize(join(folder, path))
  return joined.startsWith(folder + sep) ? joined : null
}
