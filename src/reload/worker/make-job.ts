import type { ArchiveRecord } from '../../catalog/archive/archive-record.ts'
import type { CatalogImage } from '../../catalog/image/catalog-image.ts'
import type { SourceOptions } from '../../source/index.ts'
import type { PackedLoad } from '../pack-loads.ts'
import type { ReloadProgress } from '../reload-progress.ts'
import type { ReadingPlan } from './plan-reading.ts'
import type { RememberedAnswers } from './remembered-answers.ts'

/** Where catalogs and what they are made of are kept. */
export interface CachePaths {
  /** The file of the archive. */
  readonly archive: string
  /** The folder of the images. */
  readonly images: string
}

/** A catalog to be made in a thread of its own; everything in it goes from thread to thread. */
export interface MakeJob {
  /** Id of the catalog to make. */
  readonly id: string
  readonly paths: CachePaths
  readonly readingVersion: string
  /** The sources to read; null for making a catalog of `loads` as they are. */
  readonly reading: ReadingJob | null
  /** What sources gave before. */
  readonly loads: readonly PackedLoad[]
  /** The image to begin with; null for none. */
  readonly before: CatalogImage | null
  /** Id of its catalog; null where there is none. */
  readonly beforeId: string | null
  /** Ids of the catalogs that are to be found again. */
  readonly keptIds: readonly string[]
  /** What could not be written into the archive. */
  readonly unsaved: readonly ArchiveRecord[]
  /** True where questions are answered meanwhile, which then go first. */
  readonly isBeside: boolean
}

export interface ReadingJob {
  readonly addresses: readonly string[]
  readonly options: SourceOptions
  readonly plan: ReadingPlan
  readonly remembered: RememberedAnswers
}

/** A catalog that was made elsewhere. */
export interface MadeCatalog {
  /** null where it would be the one before: the same documents were read. */
  readonly image: CatalogImage | null
  readonly loads: readonly PackedLoad[]
  /** True where it will be found again after a restart. */
  readonly isKept: boolean
  readonly unsaved: readonly ArchiveRecord[]
  readonly remembered: RememberedAnswers
  /** Why something could not be written or read, for admins; null where all is well. */
  readonly problem: string | null
  /** Why the archive was begun anew; null where it was not. */
  readonly replaced: string | null
}

/** What the thread is told once its catalog has been taken over: only then does it forget what is not needed any more. */
export const TIDY = 'tidy'

/** What the thread says. */
export type MakeReport =
  | { readonly type: 'progress'; readonly change: Partial<ReloadProgress> }
  /** The image of what will be made: it can be opened while the thread still writes it down. */
  | { readonly type: 'imaged'; readonly image: CatalogImage }
  /** Without the image. */
  | { readonly type: 'made'; readonly made: MadeCatalog }
