/** A posting as it was when somebody kept it: enough to name it once it is gone. */
export interface KeptPosting {
  readonly postingId: string
  readonly title: string
  readonly company: string | null
  /** http(s) only. */
  readonly url: string | null
}
