import { AppError, ERRORS, type ErrorCode } from '../errors.ts'
import type { LoadedSource, SourceFailure } from './loaded-source.ts'

/** What sources gave, as plain values that go through a file or to another thread. */
export interface PackedLoad extends Omit<LoadedSource, 'loadedAt' | 'failure'> {
  /** ISO 8601. */
  readonly loadedAt: string | null
  readonly failure: PackedFailure | null
}

interface PackedFailure {
  /** ISO 8601. */
  readonly at: string
  /** null for what is no error of ours. */
  readonly code: ErrorCode | null
  readonly message: string
}

/** Makes plain values of what sources gave. */
export function packLoads(loads: readonly LoadedSource[]): readonly PackedLoad[] {
  return loads.map(load => ({
    ...load,
    loadedAt: load.loadedAt?.toISOString() ?? null,
    failure: load.failure && packFailure(load.failure),
  }))
}

/** What `packLoads` packed. */
export function unpackLoads(packed: readonly PackedLoad[]): readonly LoadedSource[] {
  return packed.map(load => ({
    ...load,
    loadedAt: load.loadedAt === null ? null : new Date(load.loadedAt),
    failure: load.failure && unpackFailure(load.failure),
  }))
}

function packFailure({ at, error }: SourceFailure): PackedFailure {
  const code = error instanceof AppError ? error.code : null
  return { at: at.toISOString(), code, message: error instanceof Error ? error.message : String(error) }
}

/** Another version may know other codes. */
function unpackFailure({ at, code, message }: PackedFailure): SourceFailure {
  const isOurs = code !== null && code in ERRORS
  return { at: new Date(at), error: isOurs ? new AppError(code, message) : new Error(message) }
}
