import type { PostingArchive } from '../../catalog/archive/posting-archive.ts'
import type { FileMemory, ReadFile } from '../load-source.ts'

/**
 * Remembers files in the archive. One counts as known only while everything that it was read as is still there.
 * @param readingVersion what other code has read is not known
 */
export function createArchiveFiles(archive: PostingArchive, readingVersion: string): FileMemory {
  const known = new Map<string, ReadonlyMap<string, ReadFile>>()
  const start = `${readingVersion} `
  return {
    load(sourceId) {
      const files = new Map<string, ReadFile>()
      for (const { path, stamp, keys } of archive.loadStamps(sourceId).values()) {
        const found = archive.lookUp(keys)
        if (found.size < keys.length || !stamp.startsWith(start)) continue
        const parts = keys.map(key => {
          const result = found.get(key)
          return result?.type === 'rejected' ? { key, path: result.path, reason: result.reason } : { key }
        })
        files.set(path, { path, stamp: stamp.slice(start.length), parts })
      }
      known.set(sourceId, files)
      return files
    },
    save(sourceId, files) {
      const before = known.get(sourceId)
      const paths = new Set(files.map(({ path }) => path))
      const changed = files.filter(({ path, stamp }) => before?.get(path)?.stamp !== stamp)
      archive.saveStamps(
        sourceId,
        changed.map(({ path, stamp, parts }) => ({
          path,
          stamp: start + stamp,
          keys: parts.flatMap(({ key }) => key ?? []),
        })),
      )
      archive.dropStamps(
        sourceId,
        [...archive.loadStamps(sourceId).keys()].filter(path => !paths.has(path)),
      )
    },
  }
}
