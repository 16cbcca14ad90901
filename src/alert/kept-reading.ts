/** How a question was read, in a form that outlives the process. */
export interface KeptReading {
  /** The question, after a sign that says whether what is not stated is let in; see `keyOfQuestion`. */
  readonly key: string
  /** What the catalog said about the words that the reading depends on. */
  readonly facts: string
  /** The words and the query as JSON. */
  readonly body: string
}
