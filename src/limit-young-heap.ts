import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Enough of it that what a question needs is gone before it counts as old; left alone it grows to 130 MB. */
const MOST_BYTES = 8_388_608
/** Kept objects of two kilobytes each; twice what it takes to make the space grow. */
const MOST_KEPT = 8192
const KEPT_LENGTH = 256

/**
 * Keeps the part of the heap for young objects small, for the whole process. V8 takes its size from the command line
 * only, but may be told at any time to let it grow no more.
 */
export function limitYoungHeap(): void {
  const kept: unknown[] = []
  // It grows by what outlives a collection.
  while (measureYoungHeap() < MOST_BYTES && kept.length < MOST_KEPT) kept.push(new Array(KEPT_LENGTH).fill(0))
  setFlagsFromString('--semi-space-growth-factor=1')
}

function measureYoungHeap(): number {
  return getHeapSpaceStatistics().find(space => space.space_name === 'new_space')?.space_size ?? MOST_BYTES
}
