import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createHttpClient, type HttpSettings, type HttpSurroundings } from '../../src/source/http-client.ts'
import { answerPaths, serve } from './serve-loopback.ts'

const JSON_ONLY = { accept: 'application/json', isPage: false }
const PAGE = { accept: 'text/html', isPage: true }
const LIMIT = 50_000

interface Setup {
  readonly settings?: HttpSettings
  readonly surroundings?: HttpSurroundings
}

/** A client that may read from the given hosts of this machine and sleeps in no time; `slept` says how long it would have. */
function open(privateHosts: readonly string[], { settings, surroundings }: Setup = {}) {
  const slept: number[] = []
  const client = createHttpClient(
    { privateHosts, maxSourceBytes: LIMIT, sourceTimeoutMs: 10_000, ...settings },
    {
      sleep: async ms => slept.push(ms),
      now: () => Date.UTC(2026, 7, 22, 12, 0, 0),
      random: () => 1,
      pauseMs: 0,
      ...surroundings,
    },
  )
  return { fetch: client.fetch, slept }
}

const failure = (code: string, detail: RegExp) => ({
  name: 'AppError',
  code,
  message: expect.stringMatching(detail),
})

describe('a client that reads sources', () => {
  it('hands over the body and its type, and says who asks', async () => {
    const server = await serve((_, response) =>
      response.setHeader('content-type', 'text/plain').end('postings'),
    )
    const { fetch } = open([server.host], { settings: { contact: 'https://example.com/bot' } })
    const { body, contentType, isUnchanged } = await fetch(`${server.url}/a`, JSON_ONLY)
    expect([Buffer.from(body).toString(), contentType, isUnchanged]).toEqual([
      'postings',
      'text/plain',
      false,
    ])
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': expect.stringMatching(/^Rolecall\/\d+\.\d+\.\d+ \(\+https:\/\/example\.com\/bot\)$/),
      accept: 'application/json',
    })
  })

  it('unpacks what is packed', async () => {
    const server = await serve((_, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync('packed postings')),
    )
    const { body } = await open([server.host]).fetch(server.url, JSON_ONLY)
    expect(Buffer.from(body).toString()).toBe('packed postings')
  })

  it('asks whether what it knows still holds, and hands it over again when it does', async () => {
    const tag = '"v1"'
    const server = await serve((request, response) => {
      response.setHeader('etag', tag).setHeader('last-modified', 'Fri, 21 Aug 2026 10:00:00 GMT')
      if (request.headers['if-none-match'] === tag) response.writeHead(304).end()
      else response.end('postings')
    })
    const { fetch } = open([server.host])
    await fetch(server.url, JSON_ONLY)
    const again = await fetch(server.url, JSON_ONLY)
    expect([Buffer.from(again.body).toString(), again.isUnchanged]).toEqual(['postings', true])
    expect(server.requests[1]?.headers['if-modified-since']).toBe('Fri, 21 Aug 2026 10:00:00 GMT')
  })

  it('refuses a 304 that answers no question', async () => {
    const server = await serve((_, response) => response.writeHead(304).end())
    await expect(open([server.host]).fetch(server.url, JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_UNREACHABLE', /answers 304/),
    )
  })

  it('keeps requests to one host apart', async () => {
    const server = await serve((_, response) => response.end('x'))
    const { fetch, slept } = open([server.host], { surroundings: { pauseMs: 700 } })
    await Promise.all([
      fetch(server.url, JSON_ONLY),
      fetch(server.url, JSON_ONLY),
      fetch(server.url, JSON_ONLY),
    ])
    expect(slept).toEqual([700, 1400])
  })
})

describe('retries', () => {
  it('comes back after the pause that a busy server asks for', async () => {
    let asked = 0
    const server = await serve((_, response) => {
      asked += 1
      if (asked === 1) response.writeHead(429, { 'retry-after': '17' }).end()
      else response.end('postings')
    })
    const { fetch, slept } = open([server.host])
    expect(Buffer.from((await fetch(server.url, JSON_ONLY)).body).toString()).toBe('postings')
    expect(slept).toEqual([17_000])
  })

  it('does not wait longer than a minute, but says how long was asked', async () => {
    const server = await serve((_, response) => response.writeHead(503, { 'retry-after': '3600' }).end())
    const { fetch, slept } = open([server.host])
    await expect(fetch(server.url, JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_UNREACHABLE', /answers 503 and asks to wait 3600 s/),
    )
    expect(slept).toEqual([])
  })

  it('gives up after three attempts with growing pauses', async () => {
    const server = await serve((_, response) => response.writeHead(500).end())
    const { fetch, slept } = open([server.host])
    await expect(fetch(server.url, JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_UNREACHABLE', /answers 500/),
    )
    expect([server.requests.length, slept]).toEqual([3, [1000, 2000]])
  })

  it.each([401, 403, 404, 410])('does not ask again after %i', async status => {
    const server = await serve((_, response) => response.writeHead(status).end())
    await expect(open([server.host]).fetch(server.url, JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_REFUSED', new RegExp(`answers ${status}`)),
    )
    expect(server.requests).toHaveLength(1)
  })

  it('names a server that is not there', async () => {
    await expect(open(['127.0.0.1:1']).fetch('http://127.0.0.1:1/x', JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_UNREACHABLE', /ECONNREFUSED/),
    )
  })
})

/** Writes zeros for as long as somebody reads them. */
function writeEndlessly(response: ServerResponse): void {
  const chunk = Buffer.alloc(65_536)
  const more = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more)
  }
  more()
}

const SHORT: Setup = { settings: { sourceTimeoutMs: 150 } }

describe('a source that misbehaves', () => {
  it('ends a wait for a server that never answers', async () => {
    const server = await serve(() => {})
    await expect(open([server.host], SHORT).fetch(server.url, JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_UNREACHABLE', /no answer for 150 ms/),
    )
  })

  it('ends a wait for a server that falls silent in the middle', async () => {
    const server = await serve((_, response) => response.write('half'))
    await expect(open([server.host], SHORT).fetch(server.url, JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_UNREACHABLE', /no answer for 150 ms/),
    )
  })

  it('reads no more of endless bytes than it takes to know', async () => {
    let sent = 0
    const server = await serve((_, response) => {
      writeEndlessly(response)
      response.on('close', () => {
        sent = response.socket?.bytesWritten ?? 0
      })
    })
    await expect(open([server.host]).fetch(server.url, JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_TOO_LARGE', /more than 50000 bytes/),
    )
    expect([server.requests.length, sent < 20_000_000]).toEqual([1, true])
  })

  it('refuses 10 GB by their announcement', async () => {
    const server = await serve((_, response) =>
      response.setHeader('content-length', 10_000_000_000).write('x'),
    )
    await expect(open([server.host]).fetch(server.url, JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_TOO_LARGE', /10000000000 bytes are announced/),
    )
  })

  it('stops unpacking a bomb at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000))
    expect(bomb.length).toBeLessThan(LIMIT)
    const server = await serve((_, response) => response.setHeader('content-encoding', 'gzip').end(bomb))
    await expect(open([server.host]).fetch(server.url, JSON_ONLY)).rejects.toMatchObject({
      code: 'SOURCE_TOO_LARGE',
    })
  })

  it('takes no answer that ends before the size it announced', async () => {
    const server = await serve((_, response) => {
      response.setHeader('content-length', 1000).write('half')
      setTimeout(() => response.destroy(), 20)
    })
    await expect(open([server.host]).fetch(server.url, JSON_ONLY)).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
    })
  })

  it('takes no packed answer that breaks off or is none', async () => {
    const half = gzipSync(createHash('sha512').update('x').digest()).subarray(0, 30)
    const server = await serve((_, response) => response.setHeader('content-encoding', 'gzip').end(half))
    await expect(open([server.host]).fetch(server.url, JSON_ONLY)).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
    })
  })

  it('names a server that does not speak HTTP', async () => {
    const server = createTcpServer(socket => socket.on('error', () => {}).end('\u0000\u0001garbage\r\n\r\n'))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    await expect(open([host]).fetch(`http://${host}/`, JSON_ONLY)).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
    })
    server.close()
  })
})

describe('which hosts are read from', () => {
  it.each([
    'http://127.0.0.1:9/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://169.254.169.254/latest/meta-data',
    'http://10.1.2.3/',
    'http://0.0.0.0/',
  ])('refuses the private address %s', async address => {
    await expect(open([]).fetch(address, JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_FORBIDDEN', /private address/),
    )
  })

  it('refuses a name that leads to a private address', async () => {
    const server = await serve((_, response) => response.end('secret'))
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
    const { fetch } = open([], { surroundings: { resolve } })
    const address = server.url.replace('127.0.0.1', 'feeds.example')
    await expect(fetch(address, JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_FORBIDDEN', /feeds\.example leads to 127\.0\.0\.1/),
    )
    expect(server.requests).toEqual([])
  })

  it('refuses a name of which one address is private', async () => {
    const resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: 'fd00::1', family: 6 },
    ]
    await expect(
      open([], { surroundings: { resolve } }).fetch('http://feeds.example/', JSON_ONLY),
    ).rejects.toMatchObject({ code: 'SOURCE_FORBIDDEN' })
  })

  it('looks a name up once a connection and connects to the very address it checked', async () => {
    const server = await serve((_, response) => response.end('postings'))
    let lookups = 0
    const resolve = async () => {
      lookups += 1
      return [{ address: '127.0.0.1', family: 4 }]
    }
    const name = server.host.replace('127.0.0.1', 'feeds.example')
    const { fetch } = open([name], { surroundings: { resolve } })
    await fetch(`http://${name}/`, JSON_ONLY)
    expect([lookups, server.requests[0]?.headers.host]).toEqual([1, name])
  })

  it('checks a name again at the next connection, so that a change of mind does not help', async () => {
    const server = await serve((_, response) => response.end('postings'))
    const answers = ['93.184.215.14', '127.0.0.1']
    const asked: string[] = []
    const resolve = async () => {
      const address = answers.shift() ?? '127.0.0.1'
      asked.push(address)
      // The first answer is public but leads nowhere here.
      if (address !== '127.0.0.1') throw new Error('no route')
      return [{ address, family: 4 }]
    }
    const { fetch } = open([], { surroundings: { resolve } })
    const address = server.url.replace('127.0.0.1', 'feeds.example')
    await expect(fetch(address, JSON_ONLY)).rejects.toMatchObject({ code: 'SOURCE_FORBIDDEN' })
    expect([asked, server.requests]).toEqual([['93.184.215.14', '127.0.0.1'], []])
  })

  it('refuses addresses with a password', async () => {
    await expect(open([]).fetch('https://me:secret@example.com/', JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_FORBIDDEN', /^example\.com: the address carries a name or a password$/),
    )
  })
})

describe('redirects', () => {
  const redirectTo = (location: string) => (response: ServerResponse) =>
    response.writeHead(302, { location }).end()

  it('follows them on the same host', async () => {
    const server = await serve(answerPaths({ '/old': redirectTo('/new'), '/new': 'postings' }))
    const { url, body } = await open([server.host]).fetch(`${server.url}/old`, JSON_ONLY)
    expect([url.pathname, Buffer.from(body).toString()]).toEqual(['/new', 'postings'])
  })

  it('refuses another host that nobody listed, even one that is allowed to be private', async () => {
    const other = await serve((_, response) => response.end('secret'))
    const server = await serve(answerPaths({ '/': redirectTo(other.url) }))
    await expect(open([server.host, other.host]).fetch(server.url, JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_FORBIDDEN', /redirected from .* the host is not listed/),
    )
    expect(other.requests).toEqual([])
  })

  it('follows them to a host that is listed', async () => {
    const other = await serve((_, response) => response.end('postings'))
    const server = await serve(answerPaths({ '/': redirectTo(other.url) }))
    const { fetch } = open([server.host, other.host], { settings: { sourceHosts: [other.host] } })
    expect((await fetch(server.url, JSON_ONLY)).url.host).toBe(other.host)
  })

  it.each(['http://169.254.169.254/', 'http://127.0.0.2/', 'http://[::1]/'])(
    'refuses the private address %s though it is listed',
    async target => {
      const server = await serve(answerPaths({ '/': redirectTo(target) }))
      const { fetch } = open([server.host], { settings: { sourceHosts: [new URL(target).host] } })
      await expect(fetch(server.url, JSON_ONLY)).rejects.toMatchObject(
        failure('SOURCE_FORBIDDEN', /private address/),
      )
    },
  )

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'ftp://example.com/'])('refuses %s', async target => {
    const server = await serve(answerPaths({ '/': redirectTo(target) }))
    await expect(open([server.host]).fetch(server.url, JSON_ONLY)).rejects.toMatchObject({
      code: 'SOURCE_FORBIDDEN',
    })
  })

  it('ends a circle', async () => {
    const server = await serve(answerPaths({ '/': redirectTo('/') }))
    await expect(open([server.host]).fetch(server.url, JSON_ONLY)).rejects.toMatchObject(
      failure('SOURCE_UNREACHABLE', /redirects more than 5 times/),
    )
    expect(server.requests).toHaveLength(6)
  })
})

describe('robots.txt', () => {
  const robots = (text: string) =>
    answerPaths({ '/robots.txt': text, '/jobs/1': 'a page', '/jobs/2': 'a page' })

  it('keeps the client from pages that it disallows', async () => {
    const server = await serve(robots('User-agent: *\nDisallow: /jobs/1\n'))
    const { fetch } = open([server.host])
    await expect(fetch(`${server.url}/jobs/1`, PAGE)).rejects.toMatchObject(
      failure('SOURCE_ROBOTS', /jobs\/1/),
    )
    expect(Buffer.from((await fetch(`${server.url}/jobs/2`, PAGE)).body).toString()).toBe('a page')
    expect(server.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/jobs/2'])
  })

  it('goes before those for everybody where it names the client', async () => {
    const server = await serve(robots('User-agent: *\nDisallow: /\n\nUser-agent: rolecall\nAllow: /\n'))
    expect((await open([server.host]).fetch(`${server.url}/jobs/1`, PAGE)).contentType).toBeNull()
  })

  it('is not asked for what is meant for programs', async () => {
    const server = await serve(robots('User-agent: *\nDisallow: /\n'))
    await open([server.host]).fetch(`${server.url}/jobs/1`, JSON_ONLY)
    expect(server.requests.map(({ path }) => path)).toEqual(['/jobs/1'])
  })

  it('allows everything where there is none', async () => {
    const server = await serve(answerPaths({ '/jobs/1': 'a page' }))
    expect((await open([server.host]).fetch(`${server.url}/jobs/1`, PAGE)).body.length).toBe(6)
  })

  it('forbids everything where the site fails to say', async () => {
    const server = await serve(
      answerPaths({ '/robots.txt': response => response.writeHead(503).end(), '/jobs/1': 'a page' }),
    )
    await expect(open([server.host]).fetch(`${server.url}/jobs/1`, PAGE)).rejects.toMatchObject(
      failure('SOURCE_UNREACHABLE', /robots\.txt/),
    )
  })

  it('sets the pace', async () => {
    const server = await serve(robots('User-agent: *\nCrawl-delay: 4\n'))
    const { fetch, slept } = open([server.host])
    await fetch(`${server.url}/jobs/1`, PAGE)
    await fetch(`${server.url}/jobs/2`, PAGE)
    expect(slept).toEqual([4000])
  })

  it('is read as far as half a megabyte and cut there', async () => {
    const endless = (response: ServerResponse) => {
      response.write('User-agent: *\nDisallow: /jobs/1\n')
      writeEndlessly(response)
    }
    const server = await serve(answerPaths({ '/robots.txt': endless, '/jobs/2': 'a page' }))
    const { fetch } = open([server.host])
    await expect(fetch(`${server.url}/jobs/1`, PAGE)).rejects.toMatchObject({ code: 'SOURCE_ROBOTS' })
  })
})
