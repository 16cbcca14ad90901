type Numbers = Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>

/** A copy with room for as many numbers again. */
export function doubleArray<T extends Numbers>(array: T): T {
  const Constructor = array.constructor as new (length: number) => T
  const larger = new Constructor(array.length * 2)
  larger.set(array)
  return larger
}
