import { describe, expect, it } from 'vitest'
import { detect, type Detected } from './detect'
import { headerKey, readerSettingsSchema } from './settings'
import { encodeText, utf8 } from './testing/encode'
import { brief, NOW, readAll } from './testing/read-all'

function found(text: string, more: Partial<Parameters<typeof detect>[1]> = {}): Detected {
  const detection = detect(utf8(text), { timeZone: 'Europe/Berlin', now: NOW, ...more })
  if (!detection.ok) throw new Error(detection.message)
  return detection
}

/** Column name → field, the ignored left out. */
function fields(text: string): Record<string, string> {
  return Object.fromEntries(
    found(text)
      .columns.filter((c) => c.field !== 'ignore')
      .map((c) => [c.name, c.field]),
  )
}

describe('columns of sales tools', () => {
  it.each([
    [
      'Prospect Email,Mailbox,Sequence Name,Bounced At,Bounce Reason,Bounce Type\nnora@hill.example,anna@acme.example,Q3,2025-09-03 09:14:02,550 5.1.1 User unknown,hard\n',
      {
        'Prospect Email': 'recipient',
        Mailbox: 'sendingAccount',
        'Sequence Name': 'campaign',
        'Bounced At': 'occurredAt',
        'Bounce Reason': 'diagnostic',
        'Bounce Type': 'vendorClass',
      },
    ],
    [
      'Email Account,Lead Email,Campaign Name,Timestamp,Event,Error Message\nanna@acme.example,nora@hill.example,Q3,2025-09-03T09:14:02Z,email_bounced,552 5.2.2 Mailbox full\n',
      {
        'Email Account': 'sendingAccount',
        'Lead Email': 'recipient',
        'Campaign Name': 'campaign',
        Timestamp: 'occurredAt',
        Event: 'vendorClass',
        'Error Message': 'diagnostic',
      },
    ],
    [
      'To,From,Subject,Status,SMTP Response,Sent At\nnora@hill.example,anna@acme.example,Hi,bounced,550 User unknown,9/13/2025 9:14 AM\n',
      {
        To: 'recipient',
        From: 'sendingAccount',
        Status: 'vendorClass',
        'SMTP Response': 'diagnostic',
        'Sent At': 'occurredAt',
      },
    ],
    [
      'email,firstName,lastName,campaignName,sendUserEmail,createdAt,errorMessage\nnora@hill.example,Nora,Hill,Q3,anna@acme.example,2025-09-03T09:14:02Z,550 5.1.1 no such user\n',
      {
        email: 'recipient',
        firstName: 'recipientName',
        lastName: 'recipientName',
        campaignName: 'campaign',
        sendUserEmail: 'sendingAccount',
        createdAt: 'occurredAt',
        errorMessage: 'diagnostic',
      },
    ],
    [
      'Recipient,Status,Code,Diagnostic,Date\nnora@hill.example,5.1.1,550,User unknown in table,2025-09-03\n',
      {
        Recipient: 'recipient',
        Status: 'enhancedCode',
        Code: 'smtpCode',
        Diagnostic: 'diagnostic',
        Date: 'occurredAt',
      },
    ],
    [
      'Contact,Bounced,Cadence\nnora@hill.example,yes,Q3\n',
      { Contact: 'recipient', Bounced: 'vendorClass', Cadence: 'campaign' },
    ],
  ])('reads %s', (text, expected) => {
    expect(fields(text)).toEqual(expected)
  })

  it('is sure where name and content agree, and doubtful where they do not', () => {
    const { columns } = found('Email,Bounce reason,Note\nnot yet known,550 5.1.1 User unknown,b@c.example\n')
    expect(columns.map((column) => column.confidence)[1]).toBe(5)
    const sure = found('Email,Bounce reason\na@b.example,550 5.1.1 User unknown\n').columns
    expect(sure.map((column) => [column.field, column.confidence, column.sample])).toEqual([
      ['recipient', 5, 'a@b.example'],
      ['diagnostic', 5, '550 5.1.1 User unknown'],
    ])
  })

  it('drops records of contacts that have not bounced', () => {
    const text = 'Email,Bounced,Bounced at\na@b.example,Yes,2025-09-03\nb@b.example,No,\nc@b.example,,\n'
    expect(readAll(utf8(text)).map(brief)).toEqual([
      '2 a@b.example ',
      '3 skipped not_a_bounce',
      '4 skipped not_a_bounce',
    ])
  })

  it('lets the reply count where a status only tells of the mail or the lead', () => {
    const rows = [
      'sent,550 5.1.1 User unknown',
      'sent,',
      'delivered,250 2.0.0 OK',
      'active,mailbox is full',
      'active,',
    ]
    const text = `email,status,bounce reason\n${rows.map((row) => `a@b.example,${row}`).join('\n')}\n`
    expect(readAll(utf8(text)).map(brief)).toEqual([
      '2 a@b.example 550 5.1.1 User unknown',
      '3 skipped delivered',
      '4 skipped delivered',
      '5 a@b.example mailbox is full',
      '6 skipped not_a_bounce',
    ])
  })

  it('tells event words apart', () => {
    const events = [
      'bounced',
      'hard_bounce',
      'Delivered',
      'deferred',
      'dropped',
      'spamreport',
      'Out of office',
      'opened',
    ]
    const text = `email,event,time\n${events.map((event) => `a@b.example,${event},2025-09-03 10:00`).join('\n')}\n`
    const outcomes = readAll(utf8(text))
    expect(
      outcomes.map((o) => (o.kind === 'row' ? o.row.vendorClass : o.kind === 'skipped' ? o.why : o.reason)),
    ).toEqual([
      'generic:bounced',
      'generic:hard_bounce',
      'delivered',
      'delayed',
      'echo',
      'complaint',
      'auto_reply',
      'not_a_bounce',
    ])
  })
})

describe('what a person is asked', () => {
  const table = (dates: string[]) =>
    `email,from,reason,date\n${dates.map((date) => `a@b.example,x@acme.example,550 unknown,${date}`).join('\n')}\n`

  it('asks for the order of day and month only where no value tells it', () => {
    expect(found(table(['3/4/2025', '4/5/2025'])).questions).toEqual(['day_order', 'time_zone'])
    const told = found(table(['3/4/2025', '13/5/2025']))
    expect(told.settings.dayOrder).toBe('day_first')
    expect(told.questions).toEqual(['time_zone'])
    expect(found(table(['3/4/2025', '5/13/2025'])).settings.dayOrder).toBe('month_first')
    expect(found(table(['3.4.2025'])).questions).toEqual(['time_zone'])
  })

  it('asks and warns where values contradict each other', () => {
    const both = found(table(['13/4/2025', '4/13/2025']))
    expect(both.questions).toContain('day_order')
    expect(both.notes.join(' ')).toContain('refused')
    expect(both.settings.dayOrder).toBeNull()
    const settings = { ...both.settings, dayOrder: 'day_first' as const }
    expect(readAll(utf8(table(['13/4/2025', '4/13/2025'])), settings).map(brief)).toEqual([
      '2 a@b.example 550 unknown',
      '3 rejected bad_date',
    ])
  })

  it('does not ask for what the times say themselves', () => {
    expect(found(table(['2025-09-03T10:00:00Z', '1756890842'])).questions).toEqual([])
    const utc = found(
      'email,from,reason,Date (UTC)\na@b.example,x@acme.example,550 unknown,2025-09-03 10:00\n',
    )
    expect(utc.settings.timeZone).toBe('UTC')
    expect(utc.questions).toEqual([])
  })

  it('asks for account and day where rows lack them, and reads them once they are told', () => {
    const text = 'email,reason\na@b.example,550 unknown\n'
    const detected = found(text)
    expect(detected.questions).toEqual(['sending_account', 'day'])
    const settings = { ...detected.settings, fallbackAccount: 'anna@acme.example', fallbackDay: '2025-09-03' }
    expect(readAll(utf8(text), settings)).toMatchObject([
      { row: { sendingAccount: 'anna@acme.example', occurredAt: Date.UTC(2025, 8, 2, 22) / 1000 } },
    ])
    expect(found(table(['2025-09-03T10:00:00Z', ''])).questions).toEqual(['day'])
  })
})

describe('settings', () => {
  it('gives what its schema takes, for every kind of file', () => {
    for (const text of [
      'email,reason\na@b.example,x\n',
      'a@b.example;550 x\n',
      'status,reason,email,created\n5.1.1,x,a@b.example,1756890842\n',
    ]) {
      const { settings } = found(text)
      expect(readerSettingsSchema.parse(structuredClone(settings))).toEqual(settings)
    }
    const { settings } = found('email,reason\na@b.example,x\n')
    expect(readerSettingsSchema.safeParse({ ...settings, extra: 1 }).success).toBe(false)
    expect(readerSettingsSchema.safeParse({ ...settings, timeZone: 'Mars/Olympus' }).success).toBe(false)
  })

  it('remembers a mapping for the same header, in other case, order of bytes and with our report’s columns', () => {
    const first = found('Wer,Was,Wann\na@b.example,550 x y,2025-09-03 10:00\n')
    const remembered = {
      ...first.settings,
      mapping: { 0: 'recipient', 1: 'campaign', 2: 'occurredAt' } as const,
      timeZone: 'Asia/Tokyo',
      fallbackDay: '2025-01-01',
    }
    const again = detect(
      encodeText(
        'WER,Was ,Wann,rebound_line,rebound_reason,rebound_record\nb@b.example,zzz,2025-09-04 10:00,1,x,y\n',
        'utf-16le',
        true,
      ),
      { timeZone: 'UTC', now: NOW + 9, remembered },
    )
    expect(again).toMatchObject({
      ok: true,
      settings: { timeZone: 'Asia/Tokyo', fallbackDay: null, referenceTime: NOW + 9, encoding: 'utf-16le' },
    })
    expect(again.ok && again.columns.map((column) => column.field)).toEqual([
      'recipient',
      'campaign',
      'occurredAt',
      'ignore',
      'ignore',
      'ignore',
    ])
    expect(again.ok && headerKey(again.settings)).toBe(headerKey(first.settings))
    const dates = 'Wer,Was,Wann\na@b.example,x,13/4/2025\n'
    const order = { ...remembered, dayOrder: 'month_first' as const }
    expect(found(dates, { remembered: order }).settings.dayOrder).toBe('day_first')
    expect(found('Wer,Was\na@b.example,550 x\n', { remembered }).settings.mapping).not.toHaveProperty('2')
  })

  it('obeys corrections of the structure', () => {
    const text = 'a;b\nemail;reason\nx@b.example;1,2\n'
    const corrected = found(text, { corrected: { headerLine: 0, delimiter: ';' } })
    expect(corrected.settings).toMatchObject({ headerLine: 0, header: ['a', 'b'], delimiter: ';' })
    const generic = found('status,reason,email,created\n5.1.1,x,a@b.example,1756890842\n', {
      corrected: { format: 'generic' },
    })
    expect(generic.settings.format).toBe('generic')
  })

  it('reads the head of a larger file without its cut last record', () => {
    const whole = `email,reason\n${'a@b.example,550 User unknown\n'.repeat(20_000)}`
    const head = utf8(whole).subarray(0, 256 * 1024)
    const detection = detect(head, { timeZone: 'UTC', now: NOW, whole: false })
    expect(detection).toMatchObject({ ok: true, settings: { format: 'generic' } })
  })
})
