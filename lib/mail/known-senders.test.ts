import { expect, test } from 'vitest'
import { KnownSenders } from './known-senders'

const quoted = (sendingAccount: string) => ({ sendingAccount, accountQuoted: true })

test('a person’s file is vouched for, whatever account it names', () => {
  const senders = new KnownSenders(['anna@acme.example'])
  expect(senders.vouchFor({ sendingAccount: 'x@elsewhere.example', accountQuoted: null })).toBe(true)
  expect(senders.vouchFor({ sendingAccount: null, accountQuoted: null })).toBe(true)
})

test('a report counts that quotes a mail of a known account or of its domain', () => {
  const senders = new KnownSenders(['anna@acme.example', 'ben@gmail.com'])
  expect(senders.vouchFor(quoted('anna@acme.example'))).toBe(true)
  expect(senders.vouchFor(quoted('new.colleague@acme.example'))).toBe(true)
  expect(senders.vouchFor(quoted('anna@evil.example'))).toBe(false)
  expect(senders.vouchFor(quoted('anna@sub.acme.example'))).toBe(false)
})

test('a domain that anybody can have a mailbox at says nothing', () => {
  const senders = new KnownSenders(['ben@gmail.com'])
  expect(senders.vouchFor(quoted('ben@gmail.com'))).toBe(true)
  expect(senders.vouchFor(quoted('mallory@gmail.com'))).toBe(false)
})

test('a report that quotes nothing proves nothing, also where no account is known yet', () => {
  const none = new KnownSenders([])
  expect(none.vouchFor(quoted('anna@acme.example'))).toBe(true)
  expect(none.vouchFor({ sendingAccount: 'anna@acme.example', accountQuoted: false })).toBe(false)
  expect(none.vouchFor({ sendingAccount: null, accountQuoted: true })).toBe(false)
})
