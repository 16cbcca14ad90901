/** The same bytes, to be compared. */
export const viewBytes = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)

/** Whether as many bytes from one place on are those from another place on: four at a time, the last four once more. */
export function areSameBytes(a: DataView, i: number, b: DataView, j: number, length: number): boolean {
  const last = length - 4
  if (last < 0) return areSameOneByOne(a, i, b, j, length)
  for (let at = 0; at < last; at += 4) if (a.getInt32(i + at) !== b.getInt32(j + at)) return false
  return a.getInt32(i + last) === b.getInt32(j + last)
}

function areSameOneByOne(a: DataView, i: number, b: DataView, j: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (a.getUint8(i + at) !== b.getUint8(j + at)) return false
  return true
}
