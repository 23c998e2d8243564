import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { encodeText, utf8 } from '../testing/encode'
import { detectList, withValueColumn } from './detect'
import { entryReader } from './entries'
import { openListReader } from './reader'
import type { ListRecord, ListSettings } from './types'

vi.setConfig({ testTimeout: 60_000 })

const NOW = Date.parse('2026-11-20T12:00:00Z') / 1000

function settingsOf(bytes: Uint8Array): ListSettings {
  const found = detectList(bytes, true)
  if (!found.ok) throw new Error(found.message)
  return found.settings
}

function recordsOf(settings: ListSettings, bytes: Uint8Array, piece = bytes.length): ListRecord[] {
  const reader = openListReader(settings)
  const out: ListRecord[] = []
  for (let at = 0; at < bytes.length; at += piece) out.push(...reader.push(bytes.subarray(at, at + piece)))
  return [...out, ...reader.end()]
}

/** Format, then `line value reason` of everything the file lists. */
function read(text: string): string[] {
  const bytes = utf8(text)
  const settings = settingsOf(bytes)
  const entryOf = entryReader(settings, 'Europe/Berlin', NOW)
  const lines = recordsOf(settings, bytes).flatMap((record) => {
    if (!record.ok) return [`${record.line} ${record.problem}`]
    const { values, facts } = entryOf(record.cells)
    return values.flatMap((value) => facts.map((fact) => `${record.line} ${value} ${fact.reason ?? '?'}`))
  })
  return [settings.format, ...lines]
}

describe('lists of other tools', () => {
  it.each([
    [
      'Mailgun unsubscribes',
      'address,tag,created_at\na@x.io,*,"Wed, 03 Sep 2025 09:14:02 UTC"\n',
      ['mailgun_unsubscribes', '2 a@x.io unsubscribe'],
    ],
    [
      'Mailgun complaints',
      'address,created_at\na@x.io,"Wed, 03 Sep 2025 09:14:02 UTC"\n',
      ['mailgun_complaints', '2 a@x.io complaint'],
    ],
    [
      'Mailgun bounces',
      'address,code,error,created_at\na@x.io,550,No such user,"Wed, 03 Sep 2025 09:14:02 UTC"\n',
      ['mailgun_bounces', '2 a@x.io imported'],
    ],
    [
      'SparkPost, by where the entry comes from',
      'recipient,type,source,description\na@x.io,transactional,Bounce Rule,550 no\nb@x.io,non_transactional,Spam Complaint,\nc@x.io,non_transactional,List Unsubscribe,\nd@x.io,transactional,,\n',
      ['sparkpost', '2 a@x.io imported', '3 b@x.io complaint', '4 c@x.io unsubscribe', '5 d@x.io imported'],
    ],
    [
      'SparkPost, by what it describes',
      'recipient,type,description\na@x.io,non_transactional,user unsubscribed by link\n',
      ['sparkpost', '2 a@x.io unsubscribe'],
    ],
    [
      'SES without a header',
      'a@x.io,BOUNCE\nb@x.io, COMPLAINT\n',
      ['ses', '1 a@x.io imported', '2 b@x.io complaint'],
    ],
    [
      'SES, an object a line',
      '{"emailAddress":"a@x.io","reason":"BOUNCE","lastUpdateTime":"2025-09-03T09:14:02Z"}\n{"emailAddress":"b@x.io","reason":"COMPLAINT"}\nnot json\n',
      ['ses_json', '1 a@x.io imported', '2 b@x.io complaint', '3 bad_json'],
    ],
    [
      'HubSpot, each mark a reason of its own',
      'Email,Portal Unsubscribe,Portal Bounce,Portal Spam Report,Global Bounce\na@x.io,false,550 5.1.1 no,false,false\nb@x.io,true,,true,false\nc@x.io,false,,false,false\n',
      ['hubspot', '2 a@x.io imported', '3 b@x.io complaint', '3 b@x.io unsubscribe'],
    ],
    [
      'SendGrid spam reports',
      'created,email,ip\n1756890842,a@x.io,198.51.100.7\n',
      ['sendgrid_spam', '2 a@x.io complaint'],
    ],
    [
      'SendGrid unsubscribes',
      'email,created\na@x.io,1756890842\n',
      ['sendgrid_unsubscribes', '2 a@x.io unsubscribe'],
    ],
    [
      'SendGrid bounces',
      'status,reason,email,created\n5.1.1,"550 no, sorry",a@x.io,1756890842\n',
      ['sendgrid_bounces', '2 a@x.io imported'],
    ],
    [
      'our own export',
      'value,scope,reason,category,until,bounce_at,source,note,created_at,created_by\nacme.io,domain,manual,,,,person,,2026-01-01T00:00:00Z,\n',
      ['own', '2 acme.io manual'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('any list', () => {
  it.each([
    ['one address a line', 'a@x.io\nb@x.io\n', ['plain', '1 a@x.io ?', '2 b@x.io ?']],
    [
      'addresses side by side',
      'a@x.io; b@x.io;c@x.io\nd@x.io\n',
      ['plain', '1 a@x.io ?', '1 b@x.io ?', '1 c@x.io ?', '2 d@x.io ?'],
    ],
    ['domains', 'acme.io\n*.acme.de\n@acme.fr\n', ['plain', '1 acme.io ?', '2 *.acme.de ?', '3 @acme.fr ?']],
    ['domains under a heading', 'Domain\nacme.io\n', ['plain', '2 acme.io ?']],
    [
      'a table among other columns, reasons in words',
      'Company;Website;Work Email;Reason\nAcme;acme.io;a@x.io;opted out\nBolt;bolt.io;"Bo <b@x.io>";asked by phone\n',
      ['plain', '2 a@x.io unsubscribe', '3 Bo <b@x.io> ?'],
    ],
    ['lines before the heading', 'Export of our list\n\nEmail,Note\na@x.io,hello\n', ['plain', '4 a@x.io ?']],
    ['an Excel mark', 'sep=;\nEmail;Note\na@x.io;"x;y"\n', ['plain', '3 a@x.io ?']],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('tells words it has no reason for as a note, and times and expiries as they are', () => {
    const bytes = utf8('email,reason,created,expires\na@x.io,asked by phone,2026-01-02,2027-03-04\n')
    const settings = settingsOf(bytes)
    const [record] = recordsOf(settings, bytes)
    const entry = entryReader(settings, 'UTC', NOW)(record!.ok ? record!.cells : [])
    expect(entry.facts).toMatchObject([
      {
        reason: null,
        note: 'asked by phone',
        since: Date.parse('2026-01-02') / 1000,
        until: Date.parse('2027-03-04') / 1000,
      },
    ])
    const bad = entryReader(settings, 'UTC', NOW)(['a@x.io', '', '', 'soon'])
    expect(bad.badUntil).toBe('soon')
  })

  it('lets a person choose the column', () => {
    const text = 'Email,Assistant\na@x.io,z@x.io\n'
    const bytes = utf8(text)
    const chosen = withValueColumn(settingsOf(bytes), 1)
    const [record] = recordsOf(chosen, bytes)
    expect(entryReader(chosen, 'UTC', NOW)(record!.ok ? record!.cells : []).values).toEqual(['z@x.io'])
  })

  it.each([
    ['', /empty/],
    ['PK\u0003\u0004 xl/workbook.xml', /Excel/],
    ['name,phone\nAnn,123\n', /No column/],
    ['{"a":1}\n', /JSON/],
  ])('refuses %j in a sentence', (text, message) => {
    const found = detectList(utf8(text), true)
    expect(found.ok ? '' : found.message).toMatch(message)
  })
})

describe('the reader', () => {
  const text = 'Email,Note\r\na@x.io,"one\nline"\r\n"b@x.io,broken\r\nc@x.io,"x ""y"""\r\n'

  it('gives every record with its line, a broken one alone refused', () => {
    const bytes = utf8(text)
    expect(recordsOf(settingsOf(bytes), bytes)).toEqual([
      { ok: true, line: 2, cells: ['a@x.io', 'one\nline'] },
      { ok: false, line: 4, problem: 'bad_quotes', raw: '"b@x.io,broken' },
      { ok: true, line: 5, cells: ['c@x.io', 'x "y"'] },
    ])
  })

  it('gives the same however the bytes are cut, in every encoding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'windows-1252' as const),
        (piece, encoding) => {
          const bytes = encodeText(text.replace('one', 'onë'), encoding)
          const settings = settingsOf(bytes)
          expect(recordsOf(settings, bytes, piece)).toEqual(recordsOf(settings, bytes))
        },
      ),
    )
  })

  it('never throws, whatever a file holds', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: 'binary' }),
        fc.integer({ min: 1, max: 50 }),
        (text, piece) => {
          const bytes = utf8(`Email,Until\n${text}`)
          const found = detectList(bytes, true)
          if (!found.ok) return
          const entryOf = entryReader(found.settings, 'UTC', NOW)
          for (const record of recordsOf(found.settings, bytes, piece)) if (record.ok) entryOf(record.cells)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
