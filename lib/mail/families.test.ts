import { describe, expect, it } from 'vitest'
import { readMail } from './read-mail'
import { FAMILIES } from './testing/families'

describe('reports that tell in words alone', () => {
  it.each(FAMILIES)('$name', ({ mail, kind, bounces }) => {
    for (const text of [mail, mail.replaceAll('\n', '\r\n')]) {
      const reading = readMail(new TextEncoder().encode(text))
      expect(reading.kind).toBe(kind)
      expect(Object.fromEntries(reading.bounces.map((b) => [b.recipient, b.category]))).toEqual(bounces)
    }
  })
})
