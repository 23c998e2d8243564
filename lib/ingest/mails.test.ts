import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from '@/lib/bounce/classify'
import { MAIL_LIMITS } from '@/lib/mail/limits'
import { readMail } from '@/lib/mail/read-mail'
import { EXAMPLES, type Example } from '@/lib/mail/testing/mails'
import { detect } from './detect'
import { openReader } from './read'
import { rejectsReport } from './rejects-csv'
import { utf8 } from './testing/encode'
import { NOW, readAll, readInPieces, settingsFor } from './testing/read-all'
import type { RowOutcome } from './types'

/** The fixtures are dated after the other files of the tests. */
const LATER = { now: Date.UTC(2026, 11, 1) / 1000 }
const SETTINGS = settingsFor(utf8(EXAMPLES[0]!.mail), LATER)

const mboxOf = (examples: readonly Example[], end = '\n'): string =>
  examples
    .map(({ mail }) => `From MAILER-DAEMON Tue Nov 10 08:15:00 2026\n${mail.replace(/^From /gm, '>From ')}\n`)
    .join('')
    .replaceAll('\n', end)

const heaps = (outcomes: readonly RowOutcome[]) =>
  outcomes.map((one) =>
    one.kind === 'row' ? one.row.recipient : one.kind === 'skipped' ? one.why : one.reason,
  )

function expected(examples: readonly Example[]): string[] {
  return examples.flatMap(({ kind, bounces }) =>
    kind === 'bounce' ? Object.keys(bounces) : [kind === 'not_bounce' ? 'not_a_bounce' : kind],
  )
}

describe('one mail', { timeout: 60_000 }, () => {
  it.each(EXAMPLES)('is known by its bytes and read: $name', (example) => {
    const bytes = utf8(example.mail)
    const found = detect(bytes, { timeZone: 'Europe/Berlin', ...LATER })
    expect(found).toMatchObject({ ok: true, columns: [], settings: { format: 'mail', delimiter: null } })
    expect(heaps(readAll(bytes, SETTINGS)).toSorted()).toEqual(expected([example]).toSorted())
  })

  it('is one record of line 1, with the account, the campaign, the time and the id of the report', () => {
    const mail = EXAMPLES[0]!.mail.replace('Subject:', 'Message-ID: <r1@relay.acme.example>\nSubject:')
    expect(readAll(utf8(mail), SETTINGS)).toEqual([
      {
        kind: 'row',
        row: expect.objectContaining({
          line: 1,
          recipient: 'p.gone@harbour.example',
          diagnostic: '550 5.1.1 User unknown',
          smtpCode: '550',
          enhancedCode: '5.1.1',
          sendingAccount: 'anna@acme.example',
          campaign: 'nordics-q4',
          occurredAt: Date.UTC(2026, 10, 10, 7, 15) / 1000,
          eventId: '<r1@relay.acme.example>',
        }) as unknown,
      },
    ])
  })

  it('keeps the category that reading the mail decided, when its row is classified again', () => {
    for (const { mail, bounces } of EXAMPLES) {
      for (const outcome of readAll(utf8(mail), SETTINGS)) {
        if (outcome.kind !== 'row') continue
        const { diagnostic, smtpCode, enhancedCode, recipient } = outcome.row
        const verdict = classify({
          diagnostic,
          ...(smtpCode === null ? {} : { smtpCode }),
          ...(enhancedCode === null ? {} : { enhancedCode }),
        })
        expect(verdict.kind).toBe('bounce')
        expect(verdict.category ?? 'unclassified').toBe(bounces[recipient])
        const told = readMail(utf8(mail)).bounces.find((one) => one.recipient === recipient)
        expect(verdict.bounceType).toBe(told?.bounceType)
      }
    }
  })

  it('is refused where a report names nobody, and given back with the reason', () => {
    const mail =
      'From: MAILER-DAEMON@x.example\nTo: anna@acme.example\nSubject: Undelivered mail\nDate: Tue, 10 Nov 2026 08:15:00 +0100\n\nThe report is not available.\n'
    const [rejected] = readAll(utf8(mail), SETTINGS)
    expect(rejected).toMatchObject({ kind: 'rejected', line: 1, reason: 'no_address', raw: mail })
    if (rejected?.kind !== 'rejected') throw new Error('not refused')
    const report = rejectsReport(SETTINGS)
    expect(report.extension).toBe('mbox')
    const again = utf8(report.row(rejected) + report.row(rejected))
    expect(new TextDecoder().decode(again)).toContain('X-Rebound-Reason: Line 1')
    expect(heaps(readAll(again, settingsFor(again, LATER)))).toEqual(['no_address', 'no_address'])
  })

  it('is not cut where its text has a line that begins with From', () => {
    const mail = EXAMPLES.at(-1)!.mail + '\n\nFrom Paris at 10:15 we go on.\n'
    expect(readAll(utf8(mail), SETTINGS)).toHaveLength(1)
  })

  it('is refused beyond the limit, and its time asked for where it has none', () => {
    const big = utf8(EXAMPLES[0]!.mail + 'x'.repeat(MAIL_LIMITS.bytes))
    expect(heaps(readAll(big, SETTINGS))).toEqual(['mail_too_large'])
    const undated = utf8(EXAMPLES[0]!.mail.replace(/^Date:.*\n/, ''))
    expect(detect(undated, { timeZone: 'UTC', now: NOW })).toMatchObject({ ok: true, questions: ['day'] })
  })
})

describe('an mbox', { timeout: 60_000 }, () => {
  it.each([
    ['line feeds', '\n'],
    ['CRLF', '\r\n'],
  ])('gives every message once, with %s', (_, end) => {
    const bytes = utf8(mboxOf(EXAMPLES, end))
    expect(settingsFor(bytes, LATER).format).toBe('mail')
    const outcomes = readAll(bytes, SETTINGS)
    expect(heaps(outcomes).toSorted()).toEqual(expected(EXAMPLES).toSorted())
    const lines = new TextDecoder().decode(bytes).split('\n')
    const starts = lines.flatMap((line, i) => (line.startsWith('From MAILER') ? [i + 1] : []))
    const told = outcomes.map((one) => (one.kind === 'row' ? one.row.line : one.line))
    expect([...new Set(told)]).toEqual(starts)
  })

  it('reads the same however the bytes arrive and wherever it goes on', () => {
    const bytes = utf8(mboxOf(EXAMPLES.slice(0, 9)))
    const whole = readAll(bytes, SETTINGS)
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length - 1), { maxLength: 12 }), (cuts) => {
        expect(readInPieces(bytes, SETTINGS, cuts, false)).toEqual(whole)
        expect(readInPieces(bytes, SETTINGS, cuts, true)).toEqual(whole)
      }),
      { numRuns: 60 },
    )
    const reader = openReader(SETTINGS)
    reader.push(bytes)
    reader.end()
    expect(reader.position()).toMatchObject({
      offset: bytes.length,
      line: mboxOf(EXAMPLES.slice(0, 9)).split('\n').length - 1,
    })
  })

  it('passes over a message beyond the limit and reads the next ones, resumed or not', () => {
    const [one, two] = [mboxOf(EXAMPLES.slice(0, 1)), mboxOf(EXAMPLES.slice(1, 2))]
    const line = `${'x'.repeat(998)}\n`
    const huge = `From a@b.example Tue Nov 10 08:15:00 2026\nSubject: x\n\n${line.repeat(27_000)}\n`
    const bytes = utf8(one + huge + two)
    const cuts = Array.from({ length: 30 }, (_, i) => (i + 1) * 1_000_003).filter((cut) => cut < bytes.length)
    const wanted = [
      'p.gone@harbour.example',
      'mail_too_large',
      'full@quay.example',
      'gone@quay.example',
      'fine@quay.example',
    ]
    for (const resume of [false, true]) {
      const outcomes = readInPieces(bytes, SETTINGS, cuts, resume)
      expect(heaps(outcomes)).toEqual(wanted.slice(0, outcomes.length))
      expect(outcomes.at(-1)).toMatchObject({ kind: 'row', row: { line: (one + huge).split('\n').length } })
    }
  })
})
