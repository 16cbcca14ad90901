/** Postings that an archive should hold and does not: it was damaged or replaced. Their documents are to be read anew. */
export class MissingPostings extends Error {
  readonly keys: readonly string[]

  constructor(keys: readonly string[]) {
    super(`the archive lacks ${keys.length} of the postings`)
    this.name = 'MissingPostings'
    this.keys = keys
  }
}
