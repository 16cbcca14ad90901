import { posix } from 'node:path'

/** One import of one file; both paths are relative to the repository, with forward slashes. */
export interface Import {
  readonly from: string
  /** A file of the repository, `node:NAME`, or the name of a package. */
  readonly to: string
}

/**
 * Static imports and re-exports (the last line of one, as the formatter writes it, so that a text with "from" in it is
 * none), imports for their effect, and `import('…')` of values and types.
 */
const SPECIFIERS = [
  /^(?:import|export|\})[^'"\n]{0,200}\sfrom\s['"]([^'"\n]+)['"]/gm,
  /^\s{0,9}import\s{0,9}['"]([^'"\n]+)['"]/gm,
  /\bimport\s{0,9}\(\s{0,9}['"]([^'"\n]+)['"]/g,
]

/**
 * Every import that a source text makes, of types too.
 * @example readImports('src/bot.ts', "import { z } from 'zod'") // [{ from: 'src/bot.ts', to: 'zod' }]
 */
export function readImports(path: string, source: string): Import[] {
  const specifiers = SPECIFIERS.flatMap(pattern => [...source.matchAll(pattern)].map(match => match[1] ?? ''))
  return specifiers.map(specifier => ({ from: path, to: resolveSpecifier(path, specifier) }))
}

const TYPE_IMPORT = /^(?:import|export) type [^'"]{0,5000}['"][^'"\n]+['"]/gm

/** The imports that are there when the program runs. */
export function readValueImports(path: string, source: string): Import[] {
  return readImports(path, source.replace(TYPE_IMPORT, ''))
}

function resolveSpecifier(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier)
  if (specifier.startsWith('node:')) return specifier
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}
