import { describe, expect, it, vi } from 'vitest'
import type { RowOutcome } from './types'
import { generateFile, type Expected, type GeneratedFile } from './testing/generator'
import { readAll, settingsFor } from './testing/read-all'
import { rejectsReport } from './rejects-csv'
import { utf8 } from './testing/encode'

vi.setConfig({ testTimeout: 60_000 })

function asExpected(outcome: RowOutcome): Expected {
  if (outcome.kind === 'skipped') return { kind: outcome.kind, line: outcome.line, why: outcome.why }
  if (outcome.kind === 'rejected') return { line: outcome.line, kind: 'rejected', reason: outcome.reason }
  const { line, recipient, diagnostic, occurredAt, sendingAccount, smtpCode } = outcome.row
  return {
    line,
    kind: 'row',
    recipient,
    diagnostic,
    occurredAt: occurredAt!,
    sendingAccount: sendingAccount!,
    smtpCode: smtpCode!,
  }
}

const note = (file: GeneratedFile) => `seed ${file.seed} ${JSON.stringify(file.dialect)}`

describe('generated files against their manifests', () => {
  it('reads 400 small files of all dialects and faults exactly as their writer says', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const file = generateFile(seed, 30, 0.25)
      expect(readAll(file.bytes).map(asExpected), note(file)).toEqual(file.manifest)
    }
  })

  it('reads large files that cross blocks', () => {
    for (const seed of [7001, 7002, 7003, 7004]) {
      const file = generateFile(seed, 12_000, 0.02)
      expect(readAll(file.bytes).map(asExpected), note(file)).toEqual(file.manifest)
    }
  })

  it('takes a repaired report and adds exactly the repaired rows', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const file = generateFile(seed, 40, 0.4)
      const settings = settingsFor(file.bytes)
      const rejected = readAll(file.bytes, settings).filter((outcome) => outcome.kind === 'rejected')
      const report = rejectsReport(settings)
      const untouched = report.head() + rejected.map((reject) => report.row(reject)).join('')
      const again = readAll(utf8(untouched), settingsFor(utf8(untouched)))
      expect(
        again.filter((outcome) => outcome.kind === 'row'),
        `seed ${seed}`,
      ).toEqual([])
      expect(again.length, `seed ${seed}`).toBe(rejected.length)
      const addresses = rejected.filter((reject) => reject.reason === 'bad_address')
      const repaired =
        report.head() +
        addresses
          .map((reject, i) =>
            report.row({ ...reject, raw: reject.raw.replace(reject.value, `repaired${i}@ok.example`) }),
          )
          .join('')
      if (addresses.length === 0) continue
      const rows = readAll(utf8(repaired)).map((outcome) =>
        outcome.kind === 'row' ? outcome.row.recipient : outcome.kind,
      )
      expect(rows, `seed ${seed}`).toEqual(addresses.map((_, i) => `repaired${i}@ok.example`))
    }
  })
})
