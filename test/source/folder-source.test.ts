import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFolderSource } from '../../src/source/folder-source.ts'
import type { SourceDocument, UnreadDocument } from '../../src/source/source.ts'

const MAX_BYTES = 1000

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-source-'))
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, content: string | Uint8Array = 'A posting.'): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

async function collect(path = folder): Promise<(SourceDocument | UnreadDocument)[]> {
  return Array.fromAsync(createFolderSource({ path, maxDocumentBytes: MAX_BYTES }).collect())
}

async function collectPaths(path = folder): Promise<string[]> {
  return (await collect(path)).map(document => document.path)
}

async function collectReason(path: string): Promise<string> {
  const document = (await collect()).find(candidate => candidate.path === path)
  return document && 'reason' in document ? document.reason : 'none'
}

/** The account that may read everything, as in many containers, would pass over file permissions. */
async function asOrdinaryUser<T>(act: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return act()
  process.seteuid?.(65_534)
  try {
    return await act()
  } finally {
    process.seteuid?.(0)
  }
}

describe('createFolderSource', () => {
  it('hands over the bytes of every file, unchanged', async () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x00, 0xff, 0x0d, 0x0a])
    write('a.md', bytes)
    const [document] = await collect()
    expect(document && 'content' in document && Uint8Array.from(document.content)).toEqual(bytes)
  })

  it('walks the folders below, in the order of the paths', async () => {
    for (const path of ['b.md', 'c/d/e.txt', 'a.md', 'c/a.html', 'B.md']) write(path)
    expect(await collectPaths()).toEqual(['B.md', 'a.md', 'b.md', 'c/a.html', 'c/d/e.txt'])
  })

  it('puts what is in a folder where its whole path belongs among names that begin alike', async () => {
    const paths = ['c-d/x.md', 'c.md', 'c/d-e.md', 'c/d.md', 'c/d/e.md', 'c0/x.md']
    for (const path of paths.toReversed()) write(path)
    expect(await collectPaths()).toEqual(paths)
  })

  it('hands over a single file under its name', async () => {
    const file = write('deep/down/posting.md')
    expect(await collectPaths(file)).toEqual(['posting.md'])
  })

  it('hands over a file whose name starts with a dot when it is asked for', async () => {
    expect(await collectPaths(write('.posting.md'))).toEqual(['.posting.md'])
  })

  it('passes over names that start with a dot', async () => {
    for (const path of ['.hidden.md', '.git/config', 'a/.cache/b.md', 'a/seen.md']) write(path)
    expect(await collectPaths()).toEqual(['a/seen.md'])
  })

  it('takes names of any characters', async () => {
    const names = ['C# & .NET.md', 'Büro München.md', '東京.md', 'new\nline.md', '%41.md']
    for (const name of names) write(name)
    expect((await collectPaths()).toSorted()).toEqual(names.toSorted())
  })

  it('hands over nothing of an empty folder', async () => {
    expect(await collect()).toEqual([])
  })

  it('hands over an empty file as an empty document', async () => {
    write('empty.md', '')
    const [document] = await collect()
    expect(document && 'content' in document && document.content.length).toBe(0)
  })

  it('hands over a file of just the allowed size', async () => {
    write('full.md', 'x'.repeat(MAX_BYTES))
    const [document] = await collect()
    expect(document && 'content' in document && document.content.length).toBe(MAX_BYTES)
  })

  it.each([
    ['small', 5_000],
    ['large', 900_000],
  ])('hands over every byte of many %s files', async (_, bytes) => {
    const content = (at: number) => `${at} `.repeat(bytes / 4)
    for (let at = 10; at < 50; at++) write(`${at}.md`, content(at))
    const source = createFolderSource({ path: folder, maxDocumentBytes: 10_000_000 })
    const documents = await Array.fromAsync(source.collect())
    const texts = documents.map(document => 'content' in document && Buffer.from(document.content).toString())
    expect(texts).toEqual(Array.from({ length: 40 }, (_, at) => content(at + 10)))
  })

  it('reports a file of one byte more, names the setting, and goes on', async () => {
    write('a-huge.md', 'x'.repeat(MAX_BYTES + 1))
    write('b.md')
    expect(await collectReason('a-huge.md')).toContain('1000 bytes; raise ROLECALL_MAX_DOCUMENT_BYTES')
    expect(await collectPaths()).toEqual(['a-huge.md', 'b.md'])
  })

  it('reads no more of a huge file than it takes to know', async () => {
    const file = write('huge.md')
    // A file with a hole: a terabyte in name, nothing on the disk.
    truncateSync(file, 2 ** 40)
    expect(await collectReason('huge.md')).toContain('larger than 1000 bytes')
  })

  it('reports a file that it may not read, and goes on', async () => {
    chmodSync(write('a.md'), 0)
    write('b.md')
    const documents = await asOrdinaryUser(collect)
    expect(documents).toEqual([
      { path: 'a.md', reason: 'The file cannot be read (EACCES).' },
      expect.objectContaining({ path: 'b.md', content: expect.anything() }),
    ])
  })

  it('reports a folder below that it may not list, and goes on', async () => {
    write('closed/a.md')
    write('open/b.md')
    chmodSync(join(folder, 'closed'), 0)
    const documents = await asOrdinaryUser(collect)
    expect(documents).toEqual([
      { path: 'closed', reason: 'The folder cannot be read (EACCES).' },
      expect.objectContaining({ path: 'open/b.md', content: expect.anything() }),
    ])
  })

  it('reads through a link to a file', async () => {
    symlinkSync(write('target.md', 'linked'), join(folder, 'link.md'))
    const document = (await collect()).find(({ path }) => path === 'link.md')
    expect(document && 'content' in document && document.content.toString()).toBe('linked')
  })

  it('does not follow a link to a folder, so that a circle ends', async () => {
    write('a/b.md')
    symlinkSync(folder, join(folder, 'a', 'circle'))
    expect(await collectPaths()).toEqual(['a/b.md', 'a/circle'])
    expect(await collectReason('a/circle')).toBe('This is not a regular file.')
  })

  it('reports links that lead nowhere or to themselves', async () => {
    symlinkSync(join(folder, 'gone.md'), join(folder, 'broken.md'))
    symlinkSync(join(folder, 'self.md'), join(folder, 'self.md'))
    expect(await collectReason('broken.md')).toBe('The file cannot be read (ENOENT).')
    expect(await collectReason('self.md')).toBe('The file cannot be read (ELOOP).')
  })

  it('does not wait for what is no file', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    expect(await collectReason('pipe')).toBe('This is not a regular file.')
  })

  it('refuses a path where nothing is', async () => {
    const path = join(folder, 'missing')
    await expect(collect(path)).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND', message: path })
  })

  it('refuses a path below a file', async () => {
    await expect(collect(`${write('a.md')}/b.md`)).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' })
  })

  it('refuses a folder that it may not list', async () => {
    chmodSync(folder, 0)
    await asOrdinaryUser(() => expect(collect()).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' }))
  })

  it('refuses a path that it may not look into', async () => {
    const file = write('closed/a.md')
    chmodSync(dirname(file), 0)
    await asOrdinaryUser(() => expect(collect(file)).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' }))
  })

  it('sees at the next call what has changed', async () => {
    const source = createFolderSource({ path: folder, maxDocumentBytes: MAX_BYTES })
    expect(await Array.fromAsync(source.collect())).toHaveLength(0)
    write('new.md')
    expect(await Array.fromAsync(source.collect())).toHaveLength(1)
  })

  it('takes a feed or list apart, and leaves other data files to the reader of texts', async () => {
    write('jobs.json', JSON.stringify([{ id: 'a', title: 'Baker', company: 'Kornhof' }]))
    write('jobs.rss', '<rss><title>Jobs</title><item><guid>b</guid><title>Cook</title></item></rss>')
    write(
      'lines.jsonl',
      '{"id":"c","title":"Diver","company":"Moss"}\n{"id":"d","title":"Clerk","company":"Moss"}\n',
    )
    write('package.json', '{"name":"left-pad","version":"1.0.0"}')
    write('broken.xml', '<rss><item><title>Cook</title></item>')
    const expected = [
      'broken.xml',
      'jobs.json/a',
      'jobs.rss/b',
      'lines.jsonl/c',
      'lines.jsonl/d',
      'package.json',
    ]
    expect(await collectPaths()).toEqual(expected)
    expect(await collectReason('broken.xml')).toBe('The feed breaks off before its end.')
  })

  it('names the date of an archive by its path, not by its file', async () => {
    write('2026-08/22/a.md')
    write('b.md')
    const [dated, other] = await collect()
    expect([dated, other]).toEqual([
      expect.objectContaining({ pathDate: '2026-08-22' }),
      expect.not.objectContaining({ pathDate: expect.anything() }),
    ])
  })

  it('is named after its folder and takes every age', () => {
    const source = createFolderSource({ path: '/srv/postings', maxDocumentBytes: MAX_BYTES })
    expect(source).toMatchObject({
      id: 'folder:/srv/postings',
      name: 'postings',
      isSample: false,
      maxAgeDays: null,
    })
  })
})
