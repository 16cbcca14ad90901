import type { CatalogImage } from '../../catalog/image/catalog-image.ts'
import type { ReloadProgress } from '../reload-progress.ts'
import type { MadeCatalog } from './make-job.ts'

/** Who waits for a catalog. */
export interface MakeListener {
  readonly onProgress: (change: Partial<ReloadProgress>) => void
  /** Is told of its image before it is on disk. */
  readonly onImage: (image: CatalogImage) => void
}

/** A catalog that is being made, here or in a thread. */
export interface RunningJob {
  /** @throws when it ends before there is a catalog */
  readonly made: Promise<MadeCatalog>
  /**
   * Forgets what no catalog that is kept is made of, and frees what the job took; to be called once, when the catalog
   * is made.
   */
  readonly tidy: () => Promise<void>
  /** Ends it as soon as can be: what is not forgotten yet will be by the next one. */
  readonly breakOff: () => Promise<void>
}
