import { readFileSync, writeFileSync } from 'node:fs'

/** Memory of a process that is resident, in megabytes. */
export interface ProcessMemory {
  readonly now: number
  /** The most since it was asked to begin anew. */
  readonly peak: number
  /** What belongs to the process alone: heaps, buffers, machine code. */
  readonly anonymous: number
  /** Pages of files, which the system may drop and other processes share: the program Node itself above all. */
  readonly files: number
  /** Memory that threads or processes share by name. */
  readonly shared: number
}

const KILOBYTES_A_MEGABYTE = 1e6 / 1024

/** Reads what Linux counts of a process. */
export function readProcessMemory(pid: number): ProcessMemory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) =>
    Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / KILOBYTES_A_MEGABYTE
  return {
    now: read('VmRSS'),
    peak: read('VmHWM'),
    anonymous: read('RssAnon'),
    files: read('RssFile'),
    shared: read('RssShmem'),
  }
}

/** Begins counting the peak anew. */
export function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}
