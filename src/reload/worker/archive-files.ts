import type { Stamp } from '../../catalog/archive/archive-tables.ts'
import type { ArchivedResult, PostingArchive } from '../../catalog/archive/posting-archive.ts'
import type { FileMemory } from '../load-source.ts'
import type { LoadedPart } from '../loaded-source.ts'

/**
 * Remembers files in the archive. One counts as known only while everything that it was read as is still there.
 * @param readingVersion what other code has read is not known
 * @param isClose whether each posting is looked at, so that none counts as known whose record is damaged
 */
export function createArchiveFiles(
  archive: PostingArchive,
  readingVersion: string,
  isClose: boolean,
): FileMemory {
  const start = `${readingVersion} `
  return {
    open(sourceId) {
      // What is left in it at the end is not there any more.
      const stamps = archive.loadStamps(sourceId)
      const results = isClose ? archive.lookUp(listKeys(stamps.values())) : archive.survey()
      return {
        isKnown({ path, stamp }) {
          const known = stamps.get(path)
          return known?.stamp === start + stamp && known.keys.every(key => results.has(key))
        },
        take({ path }) {
          const keys = stamps.get(path)?.keys ?? []
          stamps.delete(path)
          return keys.flatMap(key => toPart(key, results.get(key)))
        },
        save(files) {
          for (const { path } of files) stamps.delete(path)
          archive.dropStamps(sourceId, [...stamps.keys()])
          const toStamp = ({ path, stamp, parts }: (typeof files)[number]) => ({
            path,
            stamp: start + stamp,
            keys: parts.flatMap(({ key }) => key ?? []),
          })
          archive.saveStamps(sourceId, files.map(toStamp))
        },
      }
    },
  }
}

function listKeys(stamps: Iterable<Stamp>): ReadonlySet<string> {
  return new Set(Array.from(stamps, ({ keys }) => keys).flat())
}

function toPart(key: string, result: ArchivedResult | undefined): readonly LoadedPart[] {
  if (result === undefined) return []
  return result.type === 'posting' ? [{ key }] : [{ key, path: result.path, reason: result.reason }]
}
