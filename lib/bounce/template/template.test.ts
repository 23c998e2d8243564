import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskTemplate } from '.'

describe('maskTemplate', () => {
  it.each([
    ['550 5.1.1 <kim@example.com>: User unknown', '550 5.1.1 <{address}>: User unknown'],
    [
      '554 5.7.1 Client host [203.0.113.9] blocked using zen.spamhaus.org',
      '554 5.7.1 Client host [{ip}] blocked using zen.spamhaus.org',
    ],
    ['550-5.1.1 No such\r\n550 5.1.1 user', '550 5.1.1 No such user'],
    ['550-No such 550 user', '550 No such user'],
    ['connect to mx1.example.com[2001:db8::1]:25: timed out', 'connect to {host}[{ip}]:{number}: timed out'],
    ['552 Message size 26214400 exceeds 10485760', '552 Message size {number} exceeds {number}'],
    ['421 4.7.0 [TSS04] deferred', '421 4.7.0 [TSS04] deferred'],
    [
      '550 5.7.1 (S3140) see https://example.com/q?ip=203.0.113.9&x=abc',
      '550 5.7.1 (S3140) see https://example.com/q?ip={ip}&x=abc',
    ],
    ['450 deferred 4Rx8Yz1AbCdE9', '450 deferred {id}'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(maskTemplate(text)).toBe(expected)
  })

  it('gives the same reply with other variable parts the same template', () => {
    const part = fc.record({
      who: fc.stringMatching(/^[a-z]{3,8}@[a-z]{3,8}\.(com|de|io)$/),
      ip: fc.ipV4(),
      id: fc.stringMatching(/^[0-9a-f]{8}[0-9][0-9a-f]{7}$/),
      size: fc.integer({ min: 1000, max: 99_999_999 }),
    })
    const write = ({ who, ip, id, size }: { who: string; ip: string; id: string; size: number }): string =>
      `host mx.example.com[${ip}] said: 552 5.3.4 <${who}>: size ${size} is too much (${id}) (in reply to MAIL FROM)`
    fc.assert(
      fc.property(part, part, (a, b) => {
        expect(maskTemplate(write(a))).toBe(maskTemplate(write(b)))
      }),
    )
  })

  it('is total, bounded and stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const template = maskTemplate(text)
        expect(template.length).toBeLessThanOrEqual(600)
        expect(maskTemplate(text)).toBe(template)
      }),
      { numRuns: 2_000 },
    )
  }, 60_000)
})
