import { describe, expect, it } from 'vitest'
import { checkHop, isListedHost, mayBePrivate } from '../../src/source/http-hosts.ts'

const url = (address: string) => new URL(address)

describe('isListedHost', () => {
  it.each([
    ['https://example.com/a', true],
    ['http://example.com/a', true],
    ['https://WWW.example.com/a', true],
    ['https://example.com:8443/a', false],
    ['https://jobs.example.com/a', false],
    ['https://example.com.evil.example/a', false],
    ['https://evilexample.com/a', false],
  ])('decides whether "example.com" lists %s', (address, isListed) => {
    expect(isListedHost(url(address), ['example.com'])).toBe(isListed)
  })
})

describe('mayBePrivate', () => {
  it('takes a host without a port for all its ports, and one with a port for that one', () => {
    const allowed = ['http://10.0.0.1:8080/', 'http://10.0.0.2:8080/', 'http://10.0.0.2:9/'].map(address =>
      mayBePrivate(url(address), ['10.0.0.1', '10.0.0.2:8080']),
    )
    expect(allowed).toEqual([true, true, false])
  })
})

describe('checkHop', () => {
  const hosts = { listed: ['example.com', '10.0.0.1'], privateHosts: [] }

  it('refuses the way from https to http, even on one host', () => {
    expect(() => checkHop(url('http://example.com/'), url('https://example.com/'), hosts)).toThrow(
      'example.com (redirected from example.com): it leads from https to http',
    )
    expect(() => checkHop(url('https://example.com/'), url('http://example.com/'), hosts)).not.toThrow()
  })

  it('refuses a private address that is listed as a host only', () => {
    expect(() => checkHop(url('http://10.0.0.1/'), null, hosts)).toThrow('it is a private address')
    expect(() =>
      checkHop(url('http://10.0.0.1/'), null, { ...hosts, privateHosts: ['10.0.0.1'] }),
    ).not.toThrow()
  })
})
