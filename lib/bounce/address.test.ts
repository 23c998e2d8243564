import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAddress, splitAddresses, suggestDomain } from './address'

const canonical = (text: string): string => {
  const parsed = parseAddress(text)
  return parsed.ok ? parsed.address : `refused: ${parsed.why}`
}

describe('parseAddress', () => {
  it.each([
    ['Kim.Berg@Example.COM', 'kim.berg@example.com'],
    ['  kim@example.com  ', 'kim@example.com'],
    ['mailto:kim@example.com', 'kim@example.com'],
    ['MAILTO:kim@example.com?subject=hi', 'kim@example.com'],
    ['mailto:kim%2Bnews@example.com', 'kim+news@example.com'],
    ['<kim@example.com>', 'kim@example.com'],
    ['Kim Berg <kim@example.com>', 'kim@example.com'],
    ['"Berg, Kim" <kim@example.com>', 'kim@example.com'],
    ['kim@example.com.', 'kim@example.com'],
    ['kim@example.com;', 'kim@example.com'],
    ["'kim@example.com'", 'kim@example.com'],
    ['"kim@example.com"', 'kim@example.com'],
    ['"kim"@example.com', 'kim@example.com'],
    ['kim(work)@example.com', 'kim@example.com'],
    ['rfc822;kim@example.com', 'kim@example.com'],
    ['SMTP:kim@example.com', 'kim@example.com'],
    ['kim＠example.com', 'kim@example.com'],
    ['\u200bkim@example.com\u200b', 'kim@example.com'],
    ['\u202ekim@example.com\u202c', 'kim@example.com'],
    ['\ufeffkim@example.com', 'kim@example.com'],
    ['kim@BÜCHER.example', 'kim@xn--bcher-kva.example'],
    ['kim@xn--bcher-kva.example', 'kim@xn--bcher-kva.example'],
    ['kim@bu\u0308cher.example', 'kim@xn--bcher-kva.example'],
    ['kim@例え。example', 'kim@xn--r8jz45g.example'],
    ['JOSE\u0301@example.com', 'josé@example.com'],
    ['josé@example.com', 'josé@example.com'],
    ['"kim berg"@example.com', '"kim berg"@example.com'],
    ['"kim"@example.com', 'kim@example.com'],
    ['"kim..berg."@example.com', '"kim..berg."@example.com'],
    ['=cmd@example.com', '=cmd@example.com'],
    ['+1@example.com', '+1@example.com'],
    ['a@b@example.com', 'refused: There is more than one @ in the address.'],
    ['kim', 'refused: There is no @ in the address.'],
    ['', 'refused: There is no address.'],
    ['@example.com', 'refused: There is nothing before the @.'],
    ['kim@', 'refused: There is nothing after the @.'],
    ['kim@exa mple.com', 'refused: The part after the @ is not a domain.'],
    ['kim@exam..ple', 'refused: The part after the @ is not a domain.'],
    ['kim@203.0.113.9', 'refused: The part after the @ is not a domain.'],
    ['kim berg@example.com', 'refused: The part before the @ is not valid.'],
    ['kim\u0000@example.com', 'refused: The part before the @ is not valid.'],
    ['kim\ud800@example.com', 'refused: The part before the @ is not valid.'],
  ])('%j is %s', (text, expected) => {
    expect(canonical(text)).toBe(expected)
  })

  it('keeps different people apart', () => {
    const people = [
      'kim@example.com',
      'kim+a@example.com',
      'kim+b@example.com',
      'k.im@example.com',
      'kim@mail.example.com',
      'kim@example.co',
      '"k im"@example.com',
    ]
    expect(new Set(people.map(canonical)).size).toBe(people.length)
  })

  it('never throws, and what it gives is already canonical', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 120 }),
          fc.emailAddress(),
          fc.string().map((text) => `${text}@example.com`),
        ),
        (text) => {
          const parsed = parseAddress(text)
          if (parsed.ok) expect(parseAddress(parsed.address)).toEqual(parsed)
          else expect(parsed.why).not.toBe('')
        },
      ),
      { numRuns: 10_000 },
    )
  }, 60_000)
})

describe('splitAddresses', () => {
  it.each([
    ['a@x.io', ['a@x.io']],
    ['a@x.io, b@x.io; c@x.io|d@x.io\ne@x.io', ['a@x.io', 'b@x.io', 'c@x.io', 'd@x.io', 'e@x.io']],
    ['"Berg, Kim" <k@x.io>, b@x.io', ['"Berg, Kim" <k@x.io>', 'b@x.io']],
    ['Berg, Kim <k@x.io>', ['Berg, Kim <k@x.io>']],
    ['a@x.io b@x.io', ['a@x.io', 'b@x.io']],
    ['', []],
    [' ; , ', []],
    ['nobody', ['nobody']],
  ])('cuts %j', (cell, expected) => {
    expect(splitAddresses(cell)).toEqual(expected)
  })
})

describe('suggestDomain', () => {
  it.each([
    ['gmal.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmial.com', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['yaho.com', 'yahoo.com'],
    ['outlok.com', 'outlook.com'],
    ['gmail.com', null],
    ['acme.io', null],
    ['mail.com', null],
    ['email.com', null],
  ])('%s: %s', (domain, expected) => {
    expect(suggestDomain(domain)).toBe(expected)
  })
})
