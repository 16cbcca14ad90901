import type { ArchivedResult, PostingArchive } from '../../catalog/archive/posting-archive.ts'
import type { FileMemory, ReadFile } from '../load-source.ts'
import type { LoadedPart } from '../loaded-source.ts'

/**
 * Remembers files in the archive. One counts as known only while everything that it was read as is still there.
 * @param readingVersion what other code has read is not known
 */
export function createArchiveFiles(archive: PostingArchive, readingVersion: string): FileMemory {
  const loaded = new Map<string, LoadedFiles>()
  const start = `${readingVersion} `
  return {
    load(sourceId) {
      const stamps = archive.loadStamps(sourceId)
      const ours = [...stamps.values()].filter(({ stamp }) => stamp.startsWith(start))
      const found = archive.lookUp(new Set(ours.flatMap(({ keys }) => keys)))
      const known = new Map<string, ReadFile>()
      for (const { path, stamp, keys } of ours) {
        const parts = listParts(keys, found)
        if (parts !== null) known.set(path, { path, stamp: stamp.slice(start.length), parts })
      }
      loaded.set(sourceId, { known, paths: [...stamps.keys()] })
      return known
    },
    save(sourceId, files) {
      const { known, paths } = loaded.get(sourceId) ?? { known: null, paths: [] }
      const changed = files.filter(({ path, stamp }) => known?.get(path)?.stamp !== stamp)
      archive.saveStamps(
        sourceId,
        changed.map(({ path, stamp, parts }) => ({
          path,
          stamp: start + stamp,
          keys: parts.flatMap(({ key }) => key ?? []),
        })),
      )
      const left = new Set(files.map(({ path }) => path))
      archive.dropStamps(
        sourceId,
        paths.filter(path => !left.has(path)),
      )
    },
  }
}

interface LoadedFiles {
  readonly known: ReadonlyMap<string, ReadFile>
  /** Of all files that the archive has a stamp of, also of those that count as unknown. */
  readonly paths: readonly string[]
}

/** What a file was read as; null where that is not known any more. */
function listParts(
  keys: readonly string[],
  found: ReadonlyMap<string, ArchivedResult>,
): readonly LoadedPart[] | null {
  const parts: LoadedPart[] = []
  for (const key of keys) {
    const result = found.get(key)
    if (result === undefined) return null
    const { type, ...rejected } = result
    parts.push(type === 'posting' ? { key } : { key, ...rejected })
  }
  return parts
}
