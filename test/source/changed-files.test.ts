import { mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFolderSource } from '../../src/source/folder-source.ts'
import type { FileStamp } from '../../src/source/source.ts'

/** Files count as settled only some seconds after their last change. */
const LATER_MS = 60_000

let folder: string
let seen: Map<string, string>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-changed-'))
  seen = new Map()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + LATER_MS })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

function write(path: string, content: string): void {
  writeFileSync(join(folder, path), content)
}

/** Reads what changed since the last call; the paths of the documents, those of unchanged files with a `=`. */
async function collectChanged(): Promise<string[]> {
  const source = createFolderSource({ path: folder, maxDocumentBytes: 1000 })
  const isKnown = ({ path, stamp }: FileStamp) => seen.get(path) === stamp
  const given = await Array.fromAsync(source.collectChanged?.(isKnown) ?? [])
  for (const one of given) if ('path' in one && one.file) seen.set(one.file.path, one.file.stamp)
  return given.flatMap(one => ('unchanged' in one ? one.unchanged.map(({ path }) => `=${path}`) : [one.path]))
}

describe('collectChanged', () => {
  it('reads a file once, and again when it changes', async () => {
    write('a.md', 'One.')
    write('b.md', 'Two.')
    expect(await collectChanged()).toEqual(['a.md', 'b.md'])
    expect(await collectChanged()).toEqual(['=a.md', '=b.md'])
    write('b.md', 'Three')
    expect(await collectChanged()).toEqual(['=a.md', 'b.md'])
  })

  it('notices another content of the same size and time', async () => {
    write('a.md', 'One.')
    await collectChanged()
    const { atime, mtime } = statSync(join(folder, 'a.md'))
    write('a.md', 'Two.')
    utimesSync(join(folder, 'a.md'), atime, mtime)
    expect(await collectChanged()).toEqual(['a.md'])
  })

  it('notices a file that takes the place of another', async () => {
    write('a.md', 'One.')
    write('b.md', 'Two.')
    await collectChanged()
    renameSync(join(folder, 'b.md'), join(folder, 'a.md'))
    expect(await collectChanged()).toEqual(['a.md'])
  })

  it('reads a file again that changed just before it was read: it may change again within the same moment', async () => {
    vi.useRealTimers()
    write('a.md', 'One.')
    await collectChanged()
    expect(await collectChanged()).toEqual(['a.md'])
  })

  it('names the file of every document of a list', async () => {
    write('jobs.json', JSON.stringify([{ title: 'Welder' }, { title: 'Baker' }]))
    expect(await collectChanged()).toHaveLength(2)
    expect([...seen.keys()]).toEqual(['jobs.json'])
    expect(await collectChanged()).toEqual(['=jobs.json'])
  })
})
