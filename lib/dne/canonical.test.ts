import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalAddress, canonicalEntry, valuesAbove, withoutTag } from './canonical'
import { formatDneCursor, parseDneCursor } from './cursor'

const SAME: [string, string][] = [
  ['anna@acme.io', 'ANNA@Acme.IO'],
  ['anna@acme.io', '  anna@acme.io '],
  ['anna@acme.io', 'mailto:anna@acme.io?subject=x'],
  ['anna@acme.io', 'Anna Berg <anna@acme.io>'],
  ['anna@acme.io', 'anna@acme.io.'],
  ['anna@acme.io', 'anna＠acme.io'],
  ['anna@acme.io', '\u{200b}anna@acme.io'],
  ['anna@münchen.de', 'anna@xn--mnchen-3ya.de'],
  ['anna@mu\u{308}nchen.de', 'anna@münchen.de'],
  ['jose\u{301}@acme.io', 'josé@acme.io'],
]
const DIFFERENT: [string, string][] = [
  ['anna@acme.io', 'anna+news@acme.io'],
  ['anna@acme.io', 'an.na@acme.io'],
  ['anna@acme.io', 'anna@mail.acme.io'],
  ['anna@acme.io', 'аnna@acme.io'], // a Cyrillic а
]
const form = (text: string, plusTags = false) => {
  const found = canonicalAddress(text, { plusTags })
  if (!found.ok) throw new Error(`${text}: ${found.why}`)
  return found.value
}

describe('the canonical form', () => {
  it.each(SAME)('%s is the same as %s', (a, b) => expect(form(a)).toBe(form(b)))
  it.each(DIFFERENT)('%s is not %s', (a, b) => expect(form(a)).not.toBe(form(b)))

  it('takes tags away only where the workspace says so, and never from quoted parts', () => {
    expect(form('anna+news@acme.io', true)).toBe('anna@acme.io')
    expect(withoutTag('+x@acme.io')).toBe('+x@acme.io')
    expect(withoutTag('"a+b c"@acme.io')).toBe('"a+b c"@acme.io')
    expect(withoutTag('anna@a+b.io')).toBe('anna@a+b.io')
  })

  it('tells addresses, domains and what is below them apart', () => {
    const read = (text: string) => {
      const entry = canonicalEntry(text)
      return entry.ok ? `${entry.scope} ${entry.value}` : null
    }
    expect(
      ['Acme.io', '@acme.io', '*.acme.io', '.acme.io', '*@acme.io', 'https://acme.io/x', 'a@acme.io'].map(
        read,
      ),
    ).toEqual([
      'domain acme.io',
      'domain acme.io',
      'subdomains acme.io',
      'subdomains acme.io',
      'domain acme.io',
      'domain acme.io',
      'address a@acme.io',
    ])
    expect(['acme', '', '@', 'a b', '10.0.0.1', 'x@'].map(read)).toEqual([null, null, null, null, null, null])
  })

  it('knows every value that forbids mail to an address', () => {
    expect(valuesAbove('a@x.mail.acme.io')).toEqual([
      'a@x.mail.acme.io',
      'x.mail.acme.io',
      'mail.acme.io',
      'acme.io',
    ])
    expect(valuesAbove('a+b@acme.io', { plusTags: true })).toEqual(['a+b@acme.io', 'a@acme.io', 'acme.io'])
  })

  it('is stable, and never throws', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
        const entry = canonicalEntry(text)
        if (entry.ok && entry.scope === 'address') expect(canonicalEntry(entry.value)).toEqual(entry)
      }),
      { numRuns: 10_000 },
    )
  })
})

it('a cursor survives its URL, and nothing else is one', () => {
  const cursor = {
    direction: 'after' as const,
    sort: 'added' as const,
    at: new Date(5000),
    value: 'josé@x.io',
    offset: 50,
  }
  expect(parseDneCursor(formatDneCursor(cursor), 'added')).toEqual(cursor)
  expect(parseDneCursor(formatDneCursor(cursor), 'value')).toBeNull()
  for (const bad of ['', 'x', 'W10', '%%%']) expect(parseDneCursor(bad, 'added')).toBeNull()
})
