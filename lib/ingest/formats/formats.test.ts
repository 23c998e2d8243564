import { describe, expect, it } from 'vitest'
import { FORMATS, formatById } from '.'
import { detect } from '../detect'
import { FIELDS, type RowOutcome } from '../types'
import { utf8 } from '../testing/encode'
import { NOW, readAll, settingsFor } from '../testing/read-all'
import { FORMAT_IDS } from './ids'

const said = (outcome: RowOutcome) =>
  outcome.kind === 'row'
    ? [outcome.row.recipient, outcome.row.vendorClass]
    : outcome.kind === 'skipped'
      ? outcome.why
      : outcome.reason
const read = (...lines: string[]) => readAll(utf8(`${lines.join('\n')}\n`)).map(said)

describe('every format', () => {
  it('stands in the registry under its id', () => {
    expect(FORMATS.map((format) => format.id)).toEqual([...FORMAT_IDS])
    for (const id of FORMAT_IDS) expect(formatById(id).id).toBe(id)
  })

  it.each(FORMATS.map((format) => [format.id, format] as const))(
    '%s is detected by its sample and reads all of it',
    (id, format) => {
      const bytes = utf8(format.sample)
      const found = detect(bytes, { timeZone: 'Europe/Berlin', now: NOW })
      expect(found).toMatchObject({ ok: true, settings: { format: id } })
      const outcomes = readAll(bytes)
      expect(outcomes.filter((outcome) => outcome.kind === 'row').length).toBeGreaterThan(0)
      expect(outcomes.filter((outcome) => outcome.kind === 'rejected')).toEqual([])
      for (const outcome of outcomes) {
        if (outcome.kind === 'row' && outcome.row.vendorClass)
          expect(outcome.row.vendorClass.startsWith(`${format.vendorPrefix}:`)).toBe(true)
      }
    },
  )

  it.each(FORMATS.filter((format) => format.kind === 'table').map((format) => [format.id, format] as const))(
    '%s is known by its names in upper case, quoted, behind a # and with a byte order mark',
    (id, format) => {
      const [header, ...rows] = format.sample.split(/\r?\n/)
      const shouted = `\ufeff#${header!
        .split(',')
        .map((name) => `"${name.toUpperCase()} "`)
        .join(',')
        .replace(/^"/, '')}`
      const text = [shouted.replace(/^(\ufeff#[^"]*)"/, '$1'), ...rows].join('\n')
      expect(settingsFor(utf8(text)).format).toBe(id)
      const known = FIELDS.flatMap((field) => format.columns[field] ?? [])
      expect(known.every((name) => /^[\p{L}\p{N}]+$/u.test(name) && name === name.toLowerCase())).toBe(true)
    },
  )
})

describe('formats by themselves', () => {
  it('SendGrid: invalid emails without status; spam reports are complaints', () => {
    expect(settingsFor(utf8('reason,email,created\nx,a@b.example,1756890842\n')).format).toBe('sendgrid')
    expect(
      read(
        'status,reason,email,created,ip',
        '5.1.1,x,a@b.example,1756890842,',
        ',,b@b.example,1756890842,192.0.2.1',
      ),
    ).toEqual([['a@b.example', null], 'complaint'])
  })

  it('Mailgun: 605 to 607 are echoes', () => {
    expect(
      read('address,code,error,created_at', 'a@b.example,605,x,2025-09-03', 'b@b.example,550,x,2025-09-03'),
    ).toEqual(['echo', ['b@b.example', null]])
  })

  it('PowerMTA: b and rb are bounces, t and tq wait, d is delivered, f complains; any order of columns, seconds or dates', () => {
    const rows = ['b', 'rb', 't', 'tq', 'd', 'r', 'f', 'x'].map(
      (type, i) => `${type},p${i}@b.example,1756890842,quota-issues,anna@acme.example,smtp;552 full`,
    )
    expect(read('#type,rcpt,timeLogged,bounceCat,orig,dsnDiag', ...rows)).toEqual([
      ['p0@b.example', 'pmta:quota-issues'],
      ['p1@b.example', 'pmta:quota-issues'],
      'delayed',
      'delayed',
      'delivered',
      'not_a_bounce',
      'complaint',
      'not_a_bounce',
    ])
  })

  it('Microsoft 365: each recipient of a cell by its own events; incoming mail is not ours', () => {
    const header = 'origin_timestamp_utc,sender_address,recipient_status,directionality'
    const row = (status: string, way = 'Originating') =>
      `2025-09-03T09:14:02.1234567Z,anna@acme.example,"${status}",${way}`
    expect(
      read(
        header,
        row('a@b.example##Receive, Fail;b@b.example##Receive, Send, Deliver'),
        row('c@b.example##Receive, Defer'),
        row('d@b.example##Receive, Fail', 'Incoming'),
      ),
    ).toEqual([['a@b.example', 'm365:fail'], 'delivered', 'delayed', 'not_a_bounce'])
    expect(
      read(
        'Received,SenderAddress,RecipientAddress,Subject,Status',
        '2025-09-03,a@acme.example,n@b.example,Hi,Failed',
        '2025-09-03,a@acme.example,m@b.example,Hi,Delivered',
      ),
    ).toEqual([['n@b.example', 'm365:fail'], 'delivered'])
  })

  it('HubSpot, Salesforce, Apollo: who has not bounced is no bounce', () => {
    expect(
      read(
        'Email,Portal Unsubscribe,Portal Bounce,Portal Spam Report,Global Bounce',
        'a@b.example,true,,,',
        'b@b.example,,,true,',
        'c@b.example,,yes,,',
        'd@b.example,,,,true',
        'e@b.example,true,550 5.1.1 User unknown,yes,',
        'f@b.example,yes,,yes,true',
        'g@b.example,true,,true,false',
        'h@b.example,,,,',
      ),
    ).toEqual([
      'unsubscribe',
      'complaint',
      ['c@b.example', 'hubspot:portal-bounce'],
      ['d@b.example', 'hubspot:global-bounce'],
      ['e@b.example', null],
      'complaint',
      'unsubscribe',
      ['f@b.example', 'hubspot:global-bounce'],
      'complaint',
      'unsubscribe',
      'complaint',
      'unsubscribe',
      'not_a_bounce',
    ])
    expect(
      read(
        'Email,EmailBouncedDate,EmailBouncedReason,IsEmailBounced',
        'a@b.example,,,false',
        'b@b.example,2025-09-03,,true',
        'c@b.example,2025-09-03,550 x,true',
      ),
    ).toEqual(['not_a_bounce', ['b@b.example', 'salesforce:bounced'], ['c@b.example', null]])
    expect(
      read(
        'First Name,Email,Email Status,Email Bounced',
        'N,a@b.example,Verified,TRUE',
        'N,b@b.example,Verified,',
      ),
    ).toEqual([['a@b.example', 'apollo:bounced'], 'not_a_bounce'])
  })
})

describe('logs', () => {
  const entry = (more: object) =>
    JSON.stringify({
      type: 'Bounce',
      sender: 'anna@acme.example',
      recipient: 'a@b.example',
      response: { code: 550, enhanced_code: { class: 5, subject: 1, detail: 10 }, content: 'User\nunknown' },
      timestamp: 1756890842,
      ...more,
    })

  it('KumoMTA: one outcome per recipient, codes, kinds; a broken line is refused alone', () => {
    const lines = [
      entry({}),
      entry({
        recipient: ['b@b.example', 'c@b.example'],
        type: 'Expiration',
        bounce_classification: 'QuotaIssues',
      }),
      '{"type":"Bounce","recipient":',
      '# a note',
      entry({ type: 'Delivery' }),
      entry({ type: 'Reception' }),
      entry({ type: 'Feedback' }),
      entry({ response: null, recipient: 7 }),
      '[]',
    ]
    const outcomes = readAll(utf8(lines.join('\n')))
    expect(outcomes.map(said)).toEqual([
      ['a@b.example', null],
      ['b@b.example', 'kumo:QuotaIssues'],
      ['c@b.example', 'kumo:QuotaIssues'],
      'bad_json',
      'delivered',
      'not_a_bounce',
      'complaint',
      'bad_address',
      'bad_json',
    ])
    expect(outcomes[0]).toMatchObject({
      row: {
        smtpCode: '550',
        enhancedCode: '5.1.10',
        diagnostic: 'User\nunknown',
        sendingAccount: 'anna@acme.example',
        occurredAt: 1756890842,
      },
    })
  })

  it('Postfix: the sender from its own line, expiry by the last deferral, other lines for nothing', () => {
    const log = [
      'Sep  3 09:14:01 mx1 postfix/qmgr[812]: 4cGx1T2vRz: from=<anna@acme.example>, size=1, nrcpt=2 (queue active)',
      'Sep  3 09:14:02 mx1 postfix/smtp[9]: 4cGx1T2vRz: to=<a@b.example>, relay=mx[192.0.2.7]:25, delay=1, dsn=5.1.1, status=bounced (host mx said: 550 5.1.1 unknown (in reply to RCPT TO command))',
      'Sep  3 09:14:03 mx1 postfix/smtp[9]: 4cGx1T2vRz: to=<c@b.example>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx[192.0.2.7]:25: Connection timed out)',
      'Sep  3 09:14:04 mx1 postfix/anvil[9]: statistics: max connection rate 1/60s',
      'Sep  8 09:14:03 mx1 postfix/qmgr[812]: 4cGx1T2vRz: from=<anna@acme.example>, status=expired, returned to sender',
      '2025-09-09T08:00:00.123456+02:00 mx1 postfix/smtp[9]: ABCDEF1234: to=<d@b.example>, relay=mx[192.0.2.7]:25, dsn=2.0.0, status=sent (250 OK)',
    ]
    const bytes = utf8(log.join('\n'))
    const outcomes = readAll(bytes, { ...settingsFor(bytes), timeZone: 'Europe/Berlin' })
    expect(outcomes.map(said)).toEqual([
      ['a@b.example', 'postfix:bounced'],
      'delayed',
      ['c@b.example', 'postfix:expired'],
      'delivered',
    ])
    expect(outcomes[0]).toMatchObject({
      row: {
        sendingAccount: 'anna@acme.example',
        enhancedCode: '5.1.1',
        occurredAt: Date.UTC(2025, 8, 3, 7, 14, 2) / 1000,
      },
    })
    expect(outcomes[2]).toMatchObject({
      row: { diagnostic: 'connect to mx[192.0.2.7]:25: Connection timed out', enhancedCode: '4.4.1' },
    })
  })
})
