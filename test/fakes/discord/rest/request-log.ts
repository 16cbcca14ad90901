/** A request that reached the server, with what it was told. */
export interface LoggedRequest {
  readonly method: string
  /** Below `/api/v10`. */
  readonly path: string
  /** The route as in Discord's documentation; null when there is none. */
  readonly route: string | null
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly fileNames: readonly string[]
  /** Milliseconds of the fake's clock. */
  readonly atMs: number
  /** 0 when the connection was cut without an answer. */
  readonly status: number
  /** The code of a Discord error; null for none. */
  readonly errorCode: number | null
}
