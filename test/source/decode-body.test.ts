import { describe, expect, it } from 'vitest'
import { decodeBody } from '../../src/source/decode-body.ts'

describe('decodeBody', () => {
  const german = Buffer.from('Bäcker', 'latin1')
  it.each([
    ['the media type', german, 'text/html; charset="ISO-8859-1"'],
    [
      'the XML declaration',
      Buffer.concat([Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>'), german]),
      null,
    ],
    ['the page', Buffer.concat([Buffer.from('<meta charset=latin1>'), german]), null],
    ['nothing, as a last resort', german, null],
    ['an unknown name', german, 'text/html; charset=klingon'],
    ['a byte order mark', Buffer.from('\ufeffBäcker', 'utf16le'), 'text/html; charset=utf-8'],
  ])('reads the encoding from %s', (_name, body, type) => {
    expect(decodeBody(body, type)).toContain('Bäcker')
  })
})
