import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dropImages, loadImage, loadImageInSteps, saveImage } from '../../../src/catalog/image/image-file.ts'
import { SAMPLE_POSTINGS } from '../sample-postings.ts'
import { archivePostings, buildImage, makeFolder } from './open-archived.ts'

const { archive, keys } = archivePostings(SAMPLE_POSTINGS)
const IMAGE = buildImage(archive, keys)

function saveOne() {
  const folder = makeFolder()
  expect(saveImage(folder, 'one', IMAGE)).toBeNull()
  return { folder, file: join(folder, 'one.image') }
}

describe('loadImage', () => {
  it('gives back what was saved, in shared memory', () => {
    const { folder } = saveOne()
    const loaded = loadImage(folder, 'one')
    expect(loaded).toEqual(IMAGE)
    expect(loaded?.words.stems.postings.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect(readdirSync(folder)).toEqual(['one.image'])
  })

  it('finds nothing where there is no image, and where a folder has its name', () => {
    const { folder } = saveOne()
    expect(loadImage(folder, 'other')).toBeNull()
    expect(loadImage(join(folder, 'nowhere'), 'one')).toBeNull()
  })

  it('takes no image of which a byte was flipped', () => {
    const { folder, file } = saveOne()
    const whole = readFileSync(file)
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const flipped = Buffer.from(whole)
        flipped[at] = (flipped[at] ?? 0) ^ bits
        writeFileSync(file, flipped)
        expect(loadImage(folder, 'one')).toBeNull()
      }),
      {
        numRuns: 150,
        examples: [
          [0, 1],
          [7, 1],
          [whole.length - 1, 128],
        ],
      },
    )
  })

  it('takes no image that was cut off or goes on', () => {
    const { folder, file } = saveOne()
    const { size } = statSync(file)
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.alloc(8)]))
    expect(loadImage(folder, 'one')).toBeNull()
    fc.assert(
      fc.property(fc.nat({ max: size - 1 }), length => {
        const other = saveOne()
        truncateSync(other.file, length)
        expect(loadImage(other.folder, 'one')).toBeNull()
      }),
      { numRuns: 30, examples: [[0], [3], [8]] },
    )
  })

  it('takes no image of another version, nor any other file', () => {
    const { folder, file } = saveOne()
    writeFileSync(
      file,
      readFileSync(file).toString('latin1').replace('rolecall image 3', 'rolecall image 2'),
      'latin1',
    )
    expect(loadImage(folder, 'one')).toBeNull()
    writeFileSync(file, 'The quick brown fox jumps over the lazy dog. '.repeat(100))
    expect(loadImage(folder, 'one')).toBeNull()
  })

  it('reads in many steps', () => {
    const { folder } = saveOne()
    expect([...loadImageInSteps(folder, 'one')].length).toBeGreaterThan(20)
  })
})

describe('saveImage', () => {
  it('says why it cannot be written, and leaves what is there', () => {
    const { folder, file } = saveOne()
    expect(saveImage(file, 'one', IMAGE)).toMatch(/EEXIST|ENOTDIR/)
    expect(loadImage(folder, 'one')).toEqual(IMAGE)
  })
})

describe('dropImages', () => {
  it('keeps only those that are named', () => {
    const { folder } = saveOne()
    saveImage(folder, 'two', IMAGE)
    writeFileSync(join(folder, 'three.image.77.draft'), 'half')
    dropImages(folder, ['two'])
    expect(readdirSync(folder)).toEqual(['two.image'])
    expect(() => dropImages(join(folder, 'nowhere'), [])).not.toThrow()
  })
})
