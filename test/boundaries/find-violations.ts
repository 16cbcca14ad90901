import { type Import, readImports } from './read-imports.ts'
import {
  ADAPTER_MAY_IMPORT,
  CLOCKLESS_LAYERS,
  ENVIRONMENT_READERS,
  LAYER_RULES,
  PACKAGE_HOMES,
} from './rules.ts'

/** A file of the program: its path in the repository and its text. */
export interface ProgramFile {
  readonly path: string
  readonly text: string
}

/** Sentences about every import, clock and environment that a file may not use; none means that all is well. */
export function findViolations(files: readonly ProgramFile[], dependencies: readonly string[]): string[] {
  return files.flatMap(({ path, text }) => [
    ...readImports(path, text).flatMap(found => findForbiddenImport(found, dependencies)),
    ...findForbiddenReads(path, text),
  ])
}

function findForbiddenImport(found: Import, dependencies: readonly string[]): string[] {
  const sentence = `${found.from} imports ${found.to}`
  const homes = PACKAGE_HOMES[found.to]
  if (homes && !isIn(found.from, homes)) return [`${sentence}, which only ${homes.join(' and ')} may`]
  if (found.to.startsWith('node:')) return []
  if (!/^(?:(?:src|adapters|data|test|scripts)\/|package\.json$)/.test(found.to)) {
    return dependencies.includes(found.to) ? [] : [`${sentence}, which is no dependency in package.json`]
  }
  const allowed = listAllowed(found.from)
  if (!allowed) return [`${found.from} belongs to no layer: give it a rule in test/boundaries/rules.ts`]
  return isIn(found.to, allowed) ? [] : [sentence]
}

/** Its own layer and what the layer may import; null for a file without a rule. */
function listAllowed(path: string): readonly string[] | null {
  const rule = LAYER_RULES.find(({ layer }) => isIn(path, [layer]))
  if (rule) return [rule.layer, 'data/', ...rule.mayImport]
  const adapter = /^adapters\/[^/]+\//.exec(path)
  return adapter ? [adapter[0], ...ADAPTER_MAY_IMPORT] : null
}

function isIn(path: string, places: readonly string[]): boolean {
  return places.some(place => (place.endsWith('/') ? path.startsWith(place) : path === place))
}

function findForbiddenReads(path: string, text: string): string[] {
  const readsEnvironment = /\bprocess\s*\.\s*env\b/.test(text) && !isIn(path, ENVIRONMENT_READERS)
  const readsClock = /\bDate\.now\b|\bnew Date\(\s*\)/.test(text) && isIn(path, CLOCKLESS_LAYERS)
  return [
    ...(readsEnvironment ? [`${path} reads process.env`] : []),
    ...(readsClock ? [`${path} reads the clock`] : []),
  ]
}
