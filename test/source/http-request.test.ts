import { describe, expect, it } from 'vitest'
import { createCheckedLookup, resolveName } from '../../src/source/http-address.ts'
import { sendRequest } from '../../src/source/http-request.ts'
import { serve } from './serve-loopback.ts'

const OPTIONS = {
  headers: {},
  lookup: createCheckedLookup(resolveName, true),
  silenceMs: 20_000,
  totalMs: 20_000,
  maxBytes: 1000,
}

describe('sendRequest', () => {
  it('ends an answer that trickles on and on', async () => {
    const server = await serve((_, response) => {
      const timer = setInterval(() => response.write('.'), 5)
      response.on('close', () => clearInterval(timer))
    })
    await expect(sendRequest(new URL(server.url), { ...OPTIONS, totalMs: 200 })).rejects.toMatchObject({
      name: 'TimeoutError',
    })
  })

  it('reads no body but that of a good answer', async () => {
    const server = await serve((_, response) => response.writeHead(404).end('x'.repeat(100_000)))
    expect(await sendRequest(new URL(server.url), OPTIONS)).toMatchObject({
      status: 404,
      body: new Uint8Array(),
    })
  })

  it('takes a body of just the allowed size', async () => {
    const server = await serve((_, response) => response.end('x'.repeat(1000)))
    expect((await sendRequest(new URL(server.url), OPTIONS)).body.length).toBe(1000)
  })

  it('cuts a larger body where that is asked for', async () => {
    const server = await serve((_, response) => response.end('x'.repeat(1001)))
    expect((await sendRequest(new URL(server.url), { ...OPTIONS, isCut: true })).body.length).toBe(1000)
  })

  it('takes no packing that it did not ask for', async () => {
    const server = await serve((_, response) => response.setHeader('content-encoding', 'zstd, gzip').end('x'))
    await expect(sendRequest(new URL(server.url), OPTIONS)).rejects.toThrow('packed as "zstd, gzip"')
  })
})
