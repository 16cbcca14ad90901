import type { Import } from './read-imports.ts'

/** A way along the imports from a file back to itself; null where there is none. */
export function findCycle(imports: readonly Import[]): readonly string[] | null {
  const targets = Map.groupBy(imports, ({ from }) => from)
  const finished = new Set<string>()

  function follow(file: string, way: readonly string[]): readonly string[] | null {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (finished.has(file)) return null
    for (const { to } of targets.get(file) ?? []) {
      const cycle = follow(to, [...way, file])
      if (cycle) return cycle
    }
    finished.add(file)
    return null
  }

  for (const file of targets.keys()) {
    const cycle = follow(file, [])
    if (cycle) return cycle
  }
  return null
}
