import type { RecalledCatalogs } from './catalog-maker.ts'
import type { LoadedSource } from './loaded-source.ts'
import { type PackedLoad, packLoads, unpackLoads } from './pack-loads.ts'

/** Goes up whenever a record says something in another way: what an older version wrote is as good as lost. */
const FORMAT = 1

/** Writes down what a catalog was made of. */
export function writeVersion(loads: readonly LoadedSource[]): string {
  return JSON.stringify({ format: FORMAT, loads: packLoads(loads) })
}

/** What a catalog was made of; null for a text that this version cannot use. */
export function readVersion(text: string | null): readonly LoadedSource[] | null {
  const record = readRecord<{ readonly loads: readonly PackedLoad[] }>(text)
  return record && unpackLoads(record.loads)
}

/** The catalogs that are in force and before, and what they were read with. */
export interface InForceRecord extends Omit<RecalledCatalogs, 'loads'> {
  /** Facts that other code has read may be others. */
  readonly readingVersion: string
}

/** Writes down which catalogs matter. */
export function writeInForce({ comparedAt, ...rest }: InForceRecord): string {
  return JSON.stringify({ format: FORMAT, comparedAt: comparedAt.toISOString(), ...rest })
}

/** Which catalogs matter; null for a text that this version cannot use. */
export function readInForce(text: string | null): InForceRecord | null {
  const record = readRecord<InForceRecord>(text)
  return record && { ...record, comparedAt: new Date(record.comparedAt) }
}

/** The archive has checked that the text is the one that was written. */
function readRecord<T>(text: string | null): T | null {
  const record = text === null ? null : JSON.parse(text)
  return record?.format === FORMAT ? record : null
}
