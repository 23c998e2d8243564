import { describe, expect, it } from 'vitest'
import { codeOf, isAway } from './away'

const failure = (code: string) => Object.assign(new Error('x'), { code })

describe('isAway', () => {
  it.each('ECONNREFUSED EPIPE CONNECT_TIMEOUT CONNECTION_DESTROYED 08006 53300 57P01 57P03'.split(' '))(
    'says so of %s',
    (code) => expect(isAway(failure(code))).toBe(true),
  )

  it.each('28P01 23505 57014 57P04 40P01 ENOENT'.split(' '))('does not say so of %s', (code) =>
    expect(isAway(failure(code))).toBe(false),
  )

  it('finds the code where a library wrapped the failure', () => {
    const wrapped = new Error('Failed query', { cause: failure('CONNECT_TIMEOUT') })
    expect(codeOf(wrapped)).toBe('CONNECT_TIMEOUT')
    expect(isAway(wrapped)).toBe(true)
    expect(isAway(undefined)).toBe(false)
  })
})
