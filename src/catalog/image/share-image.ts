/** A typed array, as images are made of. */
export type ImageArray = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** Whether a part of an image is a typed array. */
function isImageArray(part: unknown): part is ImageArray {
  return ArrayBuffer.isView(part) && !(part instanceof DataView)
}

/** Makes the same out of something else for every typed array in it; the rest is copied. */
export function mapArrays<T>(part: T, map: (array: ImageArray) => unknown): T {
  if (isImageArray(part)) return map(part) as T
  if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, mapArrays(value, map)])) as T
}

/** The same image over shared memory, so that threads read it at once without copies. */
export function shareImage<T>(image: T): T {
  return mapArrays(image, shareArray)
}

/** Numbers that are in shared memory from the beginning: copying a hundred megabytes there takes a tenth of a second. */
export function createSharedNumbers(length: number): Uint32Array<SharedArrayBuffer> {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT))
}

function shareArray(array: ImageArray): ImageArray {
  if (array.buffer instanceof SharedArrayBuffer) return array
  const Constructor = array.constructor as new (buffer: SharedArrayBuffer) => ImageArray
  const shared = new Constructor(new SharedArrayBuffer(array.byteLength))
  shared.set(array)
  return shared
}
