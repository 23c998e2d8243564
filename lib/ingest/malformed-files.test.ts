import { describe, expect, it } from 'vitest'
import { detect } from './detect'
import { encodeText, utf8 } from './testing/encode'
import { brief, NOW, readAll, settingsFor } from './testing/read-all'

const HEAD = 'email,reason,date\n'
const ROW = 'a@b.example,User unknown,2025-09-03\n'

const read = (text: string) => readAll(utf8(text)).map(brief)
const refusal = (bytes: Uint8Array) => {
  const found = detect(bytes, { timeZone: 'UTC', now: NOW })
  return found.ok ? 'read' : found.code
}

describe('encodings', () => {
  it.each([
    ['utf-8', true],
    ['utf-8', false],
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', true],
    ['utf-16be', false],
    ['windows-1252', false],
  ] as const)('%s, byte order mark %s', (encoding, mark) => {
    const bytes = encodeText(`${HEAD}a@b.example,Boîte pleine – 5 €,2025-09-03\n`, encoding, mark)
    expect(settingsFor(bytes).encoding).toBe(encoding)
    expect(settingsFor(bytes).header).toEqual(['email', 'reason', 'date'])
    expect(readAll(bytes).map(brief)).toEqual(['2 a@b.example Boîte pleine – 5 €'])
  })

  it('keeps a file of UTF-8 with a few broken bytes, and refuses only an address they damage', () => {
    const good = `${HEAD}${'é@b.example,Boîte pleine,2025-09-03\n'.repeat(20)}`
    const broken = new Uint8Array([
      ...utf8(`${good}a@b.example,x`),
      0xff,
      0xc3,
      ...utf8('y,2025-09-03\nb'),
      0xe9,
      ...utf8('@b.example,z,2025-09-03\nc@b.example,z,2025-09-03\n'),
    ])
    expect(readAll(broken).map(brief).slice(20)).toEqual([
      '22 a@b.example x\ufffd\ufffdy',
      '23 rejected bad_bytes',
      '24 c@b.example z',
    ])
  })

  it('tells of bytes between the rows that are no text', () => {
    const junk = Uint8Array.from({ length: 300 }, (_, i) => 128 + ((i * 37) % 120))
    const bytes = new Uint8Array([...utf8(HEAD + ROW.repeat(3)), ...junk, ...utf8(`\n${ROW}`)])
    const outcomes = readAll(bytes, { ...settingsFor(utf8(HEAD + ROW)), encoding: 'utf-8' })
    expect(outcomes.map(brief).slice(2)).toEqual([
      '4 a@b.example User unknown',
      '5 rejected binary',
      '6 a@b.example User unknown',
    ])
  })

  it('takes NULs, control characters, ANSI escapes, direction marks and lone surrogates out of texts', () => {
    const bytes = encodeText(
      `${HEAD}a@b.example,\u0000bad\u0007 \u001b[31mred\u001b[0m \u202eevil \ud800end,2025-09-03\n`,
      'utf-16le',
      true,
    )
    expect(readAll(bytes).map(brief)).toEqual(['2 a@b.example bad red evil \ufffdend'])
    expect(read(`${HEAD}a@b\u0000.example,x\u0000,2025-09-03\n`)).toEqual(['2 a@b.example x'])
  })
})

describe('files that are no table of bounces', () => {
  it.each([
    ['nothing', new Uint8Array(0), 'empty'],
    ['a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf]), 'empty'],
    ['blank lines', utf8('\n\r\n  \n'), 'empty'],
    ['NULs', new Uint8Array(100), 'empty'],
    ['a header', utf8(HEAD), 'header_only'],
    ['a header without line end', utf8('email,reason'), 'header_only'],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'binary'],
    ['an xlsx', utf8('PK\u0003\u0004....[Content_Types].xml....xl/workbook.xml'), 'spreadsheet'],
    ['a zip', utf8('PK\u0003\u0004....bounces.csv'), 'archive'],
    ['gzip in gzip', new Uint8Array([0x1f, 0x8b, 8, 0, 0]), 'archive'],
    ['zstd', new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 1]), 'archive'],
    ['a PDF', utf8('%PDF-1.7 …'), 'binary'],
    ['random bytes', Uint8Array.from({ length: 3000 }, (_, i) => ((i * 7919) % 251) & 0x1f), 'binary'],
    ['a web page', utf8('<!DOCTYPE html><html><body>a@b.example</body></html>'), 'markup'],
    ['JSON', utf8('[{"email":"a@b.example"}]'), 'json'],
    ['prose', utf8('Dear team,\nhere are the bounces.\n'), 'no_addresses'],
    [
      'Mailgun unsubscribes',
      utf8('address,tags,created_at\na@b.example,*,"Wed, 03 Sep 2025 09:14:02 UTC"\n'),
      'suppression_list',
    ],
    [
      'Mailgun complaints',
      utf8('address,created_at\na@b.example,"Wed, 03 Sep 2025 09:14:02 UTC"\n'),
      'suppression_list',
    ],
    [
      'SparkPost suppressions',
      utf8('recipient,type,description\na@b.example,transactional,x\n'),
      'suppression_list',
    ],
    ['addresses under one name', utf8('email\na@b.example\nc@b.example\n'), 'suppression_list'],
    ['addresses alone', utf8('a@b.example\nc@b.example\n'), 'suppression_list'],
    ['SES suppressions', utf8('a@b.example,BOUNCE\nc@b.example, COMPLAINT\n'), 'suppression_list'],
    [
      'SES suppressions as JSON',
      utf8('{"emailAddress":"a@b.example","reason":"BOUNCE"}\n'),
      'suppression_list',
    ],
    ['sent volumes', utf8('Date,Sending account,Sent\n2025-09-03,anna@acme.example,120\n'), 'sent_volumes'],
  ] as const)('%s', (_, bytes, code) => {
    expect(refusal(bytes)).toBe(code)
  })

  it('says what it is and what to do', () => {
    const found = detect(utf8('PK\u0003\u0004[Content_Types].xml xl/workbook.xml'), {
      timeZone: 'UTC',
      now: NOW,
    })
    expect(found).toMatchObject({ ok: false, message: expect.stringContaining('Excel workbook') })
    expect(found).toMatchObject({ message: expect.stringContaining('save it as CSV') })
  })
})

describe('headers', () => {
  it('leaves out three lines before the header and says so', () => {
    const bytes = utf8(`Bounce report\nAcme Ltd, Berlin\n"made by ""hand"\n${HEAD}${ROW}`)
    expect(settingsFor(bytes)).toMatchObject({ headerLine: 3 })
    expect(readAll(bytes).map(brief)).toEqual(['5 a@b.example User unknown'])
    expect(detect(bytes, { timeZone: 'UTC', now: NOW })).toMatchObject({
      notes: ['3 lines before the header are left out.'],
    })
  })

  it('reads a file without a header by what its columns hold', () => {
    const rows =
      'a@b.example;550 5.1.1 User unknown;550;2025-09-03 10:00\nc@d.example;552 5.2.2 Mailbox full;552;2025-09-03 10:01\n'
    expect(settingsFor(utf8(rows))).toMatchObject({
      headerLine: null,
      delimiter: ';',
      mapping: { 0: 'recipient', 1: 'diagnostic', 2: 'smtpCode', 3: 'occurredAt' },
    })
    expect(read(rows)).toEqual([
      '1 a@b.example 550 5.1.1 User unknown',
      '2 c@d.example 552 5.2.2 Mailbox full',
    ])
  })

  it('takes unknown, duplicate, empty and dangerous names', () => {
    expect(read('foo,bar\na@b.example,550 User unknown\n')).toEqual(['2 a@b.example 550 User unknown'])
    expect(read('email,,email,reason\na@b.example,x,,User unknown\n')).toEqual(['2 a@b.example User unknown'])
    expect(read('__proto__,constructor,email,toString\nx,y,a@b.example,z\n')).toEqual(['2 a@b.example '])
    expect(settingsFor(utf8('__proto__,email\nx,a@b.example\n')).mapping).toEqual({
      0: 'ignore',
      1: 'recipient',
    })
  })

  it('reads German, French and Spanish headers', () => {
    const german =
      'Empfänger;Fehlermeldung;Absender;Datum;Kampagne\na@b.example;User unknown;x@acme.example;3.9.2025;Q3\n'
    expect(settingsFor(utf8(german)).mapping).toEqual({
      0: 'recipient',
      1: 'diagnostic',
      2: 'sendingAccount',
      3: 'occurredAt',
      4: 'campaign',
    })
    const french =
      'Adresse e-mail;Motif du rebond;Expéditeur;Horodatage\na@b.example;User unknown;x@acme.example;2025-09-03 10:00\n'
    expect(settingsFor(utf8(french)).mapping).toEqual({
      0: 'recipient',
      1: 'diagnostic',
      2: 'sendingAccount',
      3: 'occurredAt',
    })
    const spanish =
      'Correo electrónico,Motivo,Remitente,Fecha\na@b.example,User unknown,x@acme.example,2025-09-03\n'
    expect(settingsFor(utf8(spanish)).mapping).toEqual({
      0: 'recipient',
      1: 'diagnostic',
      2: 'sendingAccount',
      3: 'occurredAt',
    })
  })

  it('counts a header that is repeated inside as no bounce', () => {
    expect(read(`${HEAD}${ROW}${HEAD}${ROW}`)).toEqual([
      '2 a@b.example User unknown',
      '3 skipped not_a_bounce',
      '4 a@b.example User unknown',
    ])
  })

  it('obeys a sep= line', () => {
    expect(read(`sep=;\nemail;reason;date\na@b.example;x, y;2025-09-03\n`)).toEqual(['3 a@b.example x, y'])
    expect(read(`"sep=|"\r\na@b.example|550 no; sorry|2025-09-03\r\n`)).toEqual([
      '2 a@b.example 550 no; sorry',
    ])
  })
})
