import { describe, expect, it } from 'vitest'
import { readMail } from './read-mail'
import { DIALECTS } from './testing/dialects'
import { EXCHANGE } from './testing/exchange'
import { FAMILIES } from './testing/families'
import { GATEWAYS } from './testing/gateways'
import { GATHERINGS } from './testing/gatherings'
import { LETTERS } from './testing/letters'
import { LOOK_ALIKES } from './testing/look-alikes'
import { QUIRKS } from './testing/quirks'
import { SERVERS } from './testing/servers'

describe('reports in the dialects of servers, and what only looks like one', () => {
  it.each([
    ...FAMILIES,
    ...GATEWAYS,
    ...SERVERS,
    ...DIALECTS,
    ...GATHERINGS,
    ...LETTERS,
    ...LOOK_ALIKES,
    ...QUIRKS,
  ])('$name', ({ mail, kind, bounces }) => {
    for (const text of [mail, mail.replaceAll('\n', '\r\n')]) {
      const reading = readMail(new TextEncoder().encode(text))
      expect(reading.kind).toBe(kind)
      expect(Object.fromEntries(reading.bounces.map((b) => [b.recipient, b.category]))).toEqual(bounces)
    }
  })
})

it.each(EXCHANGE)('$name: who it is about', ({ mail, kind, bounces }) => {
  const reading = readMail(new TextEncoder().encode(mail))
  expect(reading.kind).toBe(kind)
  expect(reading.bounces.map(({ recipient }) => recipient)).toEqual(Object.keys(bounces))
})

it('takes the sending account of a mail that Amazon SES reports on from what it says of that mail', () => {
  const { mail } = SERVERS.find(({ name }) => name.startsWith('Amazon SES'))!
  const [bounce] = readMail(new TextEncoder().encode(mail)).bounces
  expect(bounce).toMatchObject({
    sendingAccount: 'anna@acme.example',
    accountQuoted: true,
    messageId: '0102-0',
    diagnostic: '550 5.1.1 user unknown',
  })
})

it('takes an address that Amazon SES did not even try for no bounce', () => {
  const { mail } = SERVERS.find(({ name }) => name.startsWith('Amazon SES'))!
  const suppressed = mail.replace('"General"', '"OnAccountSuppressionList"')
  expect(readMail(new TextEncoder().encode(suppressed)).kind).not.toBe('bounce')
})
