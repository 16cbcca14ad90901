import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'

/** A server on this machine for one test, with what it was asked. */
export interface LoopbackServer {
  /** Such as `http://127.0.0.1:40123`, without a slash at the end. */
  readonly url: string
  readonly host: string
  readonly requests: readonly { readonly path: string; readonly headers: IncomingMessage['headers'] }[]
}

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** Starts a server that is stopped when the test ends. */
export async function serve(listener: RequestListener): Promise<LoopbackServer> {
  const requests: { path: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers })
    // Whoever asked may have hung up.
    response.on('error', () => {})
    listener(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, requests }
}

/** Answers by path; anything else is not found. */
export function answerPaths(
  answers: Readonly<
    Record<string, string | Uint8Array | ((response: ServerResponse, request: IncomingMessage) => void)>
  >,
): RequestListener {
  return (request, response) => {
    const answer = answers[request.url ?? '']
    if (typeof answer === 'function') return answer(response, request)
    if (answer === undefined) response.statusCode = 404
    response.end(answer)
  }
}
