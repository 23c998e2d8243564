import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { detect } from './detect'
import { openReader } from './read'
import { FORMATS } from './formats'
import type { ReaderSettings } from './settings'
import { generateFile } from './testing/generator'
import { NOW, readAll, readInPieces, settingsFor } from './testing/read-all'
import { encodeText } from './testing/encode'

vi.setConfig({ testTimeout: 60_000 })

const SETTINGS: ReaderSettings = {
  format: 'generic',
  encoding: 'utf-8',
  delimiter: ',',
  headerLine: 0,
  header: ['email', 'reason', 'date'],
  mapping: { 0: 'recipient', 1: 'diagnostic', 2: 'occurredAt' },
  timeZone: 'Europe/Berlin',
  dayOrder: null,
  fallbackAccount: null,
  fallbackDay: null,
  referenceTime: NOW,
}

const TOKENS = '" "" , \\" x é 😀 # \u0000 \ufeff a@b.de 2025-01-02'.split(' ')
const token = fc.constantFrom(...TOKENS, ' ', '\n', '\r', '\r\n', 'email,reason,date\n')
const nastyText = fc.array(token, { maxLength: 60 }).map((parts) => parts.join(''))
const nastyBytes = fc.oneof(
  fc
    .record({ text: nastyText, encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252') })
    .map(({ text, encoding }) => encodeText(text, encoding)),
  fc.uint8Array({ maxLength: 200 }),
)

describe('the reader, on anything', () => {
  it('never throws, is deterministic, and does not depend on how the bytes arrive or where it resumes', () => {
    const settings = fc.record({
      format: fc.constantFrom(...FORMATS.map((format) => format.id)),
      encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
      headerLine: fc.constantFrom(null, 0, 1),
    })
    fc.assert(
      fc.property(nastyBytes, settings, fc.array(fc.nat(220), { maxLength: 6 }), (bytes, chosen, at) => {
        const isTable = FORMATS.find((format) => format.id === chosen.format)!.kind === 'table'
        const all: ReaderSettings = { ...SETTINGS, ...chosen, delimiter: isTable ? ',' : null }
        const cuts = at.filter((cut) => cut < bytes.length)
        const whole = readAll(bytes, all)
        expect(readInPieces(bytes, all, cuts, false)).toEqual(whole)
        expect(readInPieces(bytes, all, cuts, true)).toEqual(whole)
      }),
      { numRuns: 6000 },
    )
  })

  it('gives back every position it was at, however the file is cut', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.array(fc.nat(4000), { maxLength: 8 }), (seed, at) => {
        const { bytes } = generateFile(seed, 8, 0.3)
        const settings = settingsFor(bytes)
        const cuts = at.filter((cut) => cut < bytes.length)
        const whole = readAll(bytes, settings)
        expect(readInPieces(bytes, settings, cuts, false)).toEqual(whole)
        expect(readInPieces(bytes, settings, cuts, true)).toEqual(whole)
        const reader = openReader(settings)
        reader.push(bytes)
        reader.end()
        expect(reader.position().offset).toBe(bytes.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('detects or refuses anything without throwing, and reads what it detected', () => {
    fc.assert(
      fc.property(nastyBytes, (bytes) => {
        const found = detect(bytes, { timeZone: 'Europe/Berlin', now: NOW })
        if (found.ok) readAll(bytes, found.settings)
        else expect(found.message).toMatch(/\.$/)
      }),
      { numRuns: 3000 },
    )
  })
})
