import { describe, expect, it } from 'vitest'
import { AppError, describeError, ERRORS, type ErrorCode } from '../src/errors.ts'

const CODES = Object.keys(ERRORS) as ErrorCode[]

describe('ERRORS', () => {
  it.each(CODES)('gives %s a title and a fix for people', code => {
    const { title, fix } = ERRORS[code]
    expect(code).toMatch(/^[A-Z]+(?:_[A-Z]+)*$/)
    expect(title).toMatch(/^[A-Z][^.\n]+[^.\s]$/)
    expect(fix).toMatch(/^[A-Z][^\n]+\.$/)
  })

  it('gives no two codes the same title', () => {
    expect(new Set(CODES.map(code => ERRORS[code].title)).size).toBe(CODES.length)
  })
})

describe('AppError', () => {
  it('carries its code, the detail, and the cause for the log', () => {
    const cause = new Error('ENOENT')
    const error = new AppError('SOURCE_NOT_FOUND', './postings', { cause })
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'AppError', code: 'SOURCE_NOT_FOUND', message: './postings', cause })
  })
})

describe('describeError', () => {
  it('says what happened, where, and what to do', () => {
    const { title, fix } = ERRORS.SOURCE_NOT_FOUND
    expect(describeError(new AppError('SOURCE_NOT_FOUND', './postings'))).toBe(`${title}: ./postings\n${fix}`)
  })

  it('keeps the cause to itself', () => {
    const error = new AppError('STORE_UNAVAILABLE', 'sqlite:a', { cause: new Error('token 123') })
    expect(describeError(error)).not.toContain('token 123')
  })
})
