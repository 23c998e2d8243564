import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAIL_LIMITS } from './limits'
import { parseMail } from './mime'
import { readMail } from './read-mail'
import { EXAMPLES } from './testing/mails'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the readers, each on mails of its family', () => {
  it.each(EXAMPLES)('$name', ({ mail, kind, bounces }) => {
    const reading = readMail(bytes(mail))
    expect(reading.kind).toBe(kind)
    expect(Object.fromEntries(reading.bounces.map((b) => [b.recipient, b.category]))).toEqual(bounces)
  })

  it.each(EXAMPLES)('$name, with CRLF line ends', ({ mail, kind, bounces }) => {
    const reading = readMail(bytes(mail.replaceAll('\n', '\r\n')))
    expect(reading.kind).toBe(kind)
    expect(Object.fromEntries(reading.bounces.map((b) => [b.recipient, b.category]))).toEqual(bounces)
  })
})

describe('a bounce carries what the quoted original says', () => {
  it('gives the sending account, the campaign and the id, and never the To header', () => {
    const [bounce] = readMail(bytes(EXAMPLES[0]!.mail)).bounces
    expect(bounce).toMatchObject({
      recipient: 'p.gone@harbour.example',
      smtpCode: '550',
      enhancedCode: '5.1.1',
      bounceType: 'hard',
      reportingMta: 'relay.acme.example',
      remoteMta: 'mx.harbour.example',
      occurredAt: '2026-11-10T07:15:00.000Z',
      sendingAccount: 'anna@acme.example',
      campaign: 'nordics-q4',
      messageId: '<7f1a@acme.example>',
    })
  })

  it('takes nobody where the report names nobody', () => {
    const reading = readMail(
      bytes(
        'From: MAILER-DAEMON\nTo: anna@acme.example\nSubject: Undelivered mail\n\nDelivery report unavailable.\n',
      ),
    )
    expect(reading.bounces).toEqual([])
  })
})

describe('hostile mails', () => {
  it('refuses more parts and deeper nesting than the limits', () => {
    const many = `Content-Type: multipart/mixed; boundary=x\n\n${'--x\n\na\n'.repeat(MAIL_LIMITS.parts + 5)}--x--\n`
    expect(parseMail(bytes(many))).toBeNull()
    const deep = Array.from({ length: MAIL_LIMITS.depth + 5 }, () => 'Content-Type: message/rfc822\n\n').join(
      '',
    )
    expect(parseMail(bytes(deep))).toBeNull()
    expect(readMail(bytes(many)).kind).toBe('not_bounce')
  })

  it('never throws and is deterministic, whatever the bytes', () => {
    const broken = fc
      .record({
        example: fc.constantFrom(...EXAMPLES),
        at: fc.nat(),
        cut: fc.nat(2000),
        junk: fc.uint8Array({ maxLength: 40 }),
      })
      .map(({ example, at, cut, junk }) => {
        const mail = bytes(example.mail)
        const start = at % mail.length
        return new Uint8Array([...mail.subarray(0, start), ...junk, ...mail.subarray(start + (cut % 50))])
      })
    fc.assert(
      fc.property(fc.oneof(broken, fc.uint8Array({ maxLength: 2000 })), (mail) => {
        expect(readMail(mail)).toEqual(readMail(mail))
      }),
      { numRuns: 1000 },
    )
  }, 60_000)
})
