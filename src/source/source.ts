/** A file as it was when it was looked at. */
export interface FileStamp {
  /** Path relative to the source. */
  readonly path: string
  /** Another one whenever the file may have changed. */
  readonly stamp: string
}

/** Files that are as they were when they were read last, handed over in place of their documents. */
export interface UnchangedFiles {
  readonly unchanged: readonly FileStamp[]
}

/** What a source hands over, unparsed. */
export interface SourceDocument {
  /** Path relative to the source; the file's name for a single file. */
  readonly path: string
  readonly content: Uint8Array
  /** ISO 8601 date or month that the path names ("2026-08-22", "2024-05"); absent where it names none. */
  readonly pathDate?: string
  /** The file that it is or stands in; absent where there is none, or a change could not be noticed. */
  readonly file?: FileStamp
}

/** A document, or a part of a source, that could not be handed over. */
export interface UnreadDocument {
  readonly path: string
  /** Why, as a sentence for the admin who looks at it. */
  readonly reason: string
  /** As with a document. */
  readonly file?: FileStamp
}

/** Where documents come from. */
export interface Source {
  /** Stable across restarts, such as `folder:/srv/postings`. */
  readonly id: string
  /** Shown to people as "via NAME". */
  readonly name: string
  /** The path or the address that it reads. */
  readonly origin: string
  /** On what terms its postings are read, as a sentence for the list of sources. */
  readonly terms: string
  /** True for the sample data that comes with the project. */
  readonly isSample: boolean
  /** Postings older than this are left out; null for no limit (being there is being open). */
  readonly maxAgeDays: number | null
  /**
   * Hands over every document; a source that fails throws, it never looks empty.
   * @throws {AppError} `SOURCE_…` when the source as a whole cannot be read.
   */
  collect(): AsyncIterable<SourceDocument | UnreadDocument>
  /**
   * As `collect`, but reads no file of which the stamp is known; absent where there are no files.
   * @throws {AppError} as `collect`
   */
  collectChanged?(
    isKnown: (file: FileStamp) => boolean,
  ): AsyncIterable<SourceDocument | UnreadDocument | UnchangedFiles>
}
