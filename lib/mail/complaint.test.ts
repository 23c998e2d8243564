import { expect, test } from 'vitest'
import { readMail } from './read-mail'
import { feedbackReport, OUTLOOK_COMPLAINT } from './testing/complaints'

const read = (mail: string) => readMail(new TextEncoder().encode(mail))
const who = 'lena@stadt.example'

test('a feedback report names who complained, of what kind, and whose mail it was', () => {
  const { kind, complaint, bounces, reportId } = read(feedbackReport({ id: 'a', who }))
  expect({ kind, bounces, reportId }).toEqual({
    kind: 'complaint',
    bounces: [],
    reportId: '<a@provider.example>',
  })
  expect(complaint).toEqual({
    reason: 'complaint',
    addresses: [who],
    feedbackType: 'abuse',
    sendingAccount: 'anna@acme.example',
    accountQuoted: true,
    occurredAt: '2026-11-10T07:15:00.000Z',
  })
})

test.each([
  ['the quoted mail where the report names nobody', feedbackReport({ id: 'b', to: `Lena <${who}>` }), [who]],
  [
    'nobody where the quoted mail went to several',
    feedbackReport({ id: 'c', to: `${who}, x@stadt.example` }),
    [],
  ],
  [
    'nobody where the address is blacked out',
    feedbackReport({ id: 'd', who: 'redacted@provider.example' }),
    [],
  ],
  [
    'the quoted mail where only the report is blacked out',
    feedbackReport({ id: 'e', who: 'redacted-address@provider.example', to: who }),
    [who],
  ],
  ['Outlook.com’s header', OUTLOOK_COMPLAINT, ['lena@hotmail.com']],
])('it takes %s', (_, mail, addresses) => {
  expect(read(mail).complaint?.addresses).toEqual(addresses)
})

test('who opts out unsubscribes', () => {
  expect(read(feedbackReport({ id: 'f', who, type: 'opt-out' })).complaint?.reason).toBe('unsubscribe')
})

test.each(['auth-failure', 'not-spam'])('a report of %s complains of nothing', (type) => {
  expect(read(feedbackReport({ id: 'g', who, type }))).toMatchObject({ kind: 'complaint', complaint: null })
})

test('a mail program’s unsubscribe proves nothing about its sender', () => {
  const mail = `From: ${who}\nTo: anna@acme.example\nX-Apple-Unsubscribe: true\nSubject: Unsubscribe\n\n`
  expect(read(mail).complaint).toMatchObject({
    reason: 'unsubscribe',
    addresses: [who],
    accountQuoted: false,
  })
})
