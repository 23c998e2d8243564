import { describe, expect, it, vi } from 'vitest'
import { detect } from './detect'
import { openReader } from './read'
import { utf8 } from './testing/encode'
import { brief, NOW, readAll, readInPieces, settingsFor } from './testing/read-all'

vi.setConfig({ testTimeout: 60_000 })

const HEAD = 'email,reason,date\n'
const ROW = 'a@b.example,User unknown,2025-09-03\n'
const ROW_TIME = Date.UTC(2025, 8, 3) / 1000

const read = (text: string) => readAll(utf8(text)).map(brief)

describe('records', () => {
  it('refuses one row with an unterminated quote and reads the 99,999 others', () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `p${i}@b.example,550 User unknown,2025-09-03`)
    lines[9] = 'p9@b.example,"550 User unknown,2025-09-03'
    const outcomes = readAll(utf8(`${HEAD}${lines.join('\n')}\n`))
    const rejected = outcomes.filter((outcome) => outcome.kind === 'rejected')
    expect(rejected).toEqual([
      { kind: 'rejected', line: 11, reason: 'bad_quotes', column: null, value: lines[9], raw: lines[9] },
    ])
    expect(outcomes.filter((outcome) => outcome.kind === 'row')).toHaveLength(99_999)
  })

  it('does the same where every other cell is quoted, and where the broken row is the last', () => {
    const row = (i: number) => `"p${i}@b.example","550 ""User"" unknown","2025-09-03"`
    const broken = '"p1@b.example","550 User unknown,"2025-09-03"'
    expect(read(`${HEAD}${row(0)}\n${broken}\n${row(2)}\n`)).toEqual([
      '2 p0@b.example 550 "User" unknown',
      '3 rejected bad_quotes',
      '4 p2@b.example 550 "User" unknown',
    ])
    expect(read(`${HEAD}${row(0)}\n"p1@b.example","550`)).toEqual([
      '2 p0@b.example 550 "User" unknown',
      '3 rejected bad_quotes',
    ])
  })

  it('takes the lines of a broken multi-line record as one refused record', () => {
    const text = `${HEAD}a@b.example,"first ""line\nsecond line\nthird" line,2025-09-03\n${ROW}`
    const outcomes = readAll(utf8(text))
    expect(outcomes.map(brief)).toEqual(['2 rejected bad_quotes', '5 a@b.example User unknown'])
    expect(outcomes[0]).toMatchObject({
      raw: 'a@b.example,"first ""line\nsecond line\nthird" line,2025-09-03',
    })
  })

  it('reads stray and escaped quotes where the columns come out right', () => {
    expect(read(`${HEAD}a@b.example,a 12" screen,2025-09-03\n`)).toEqual(['2 a@b.example a 12" screen'])
    expect(read(`${HEAD}a@b.example,"said "no" twice",2025-09-03\n`)).toEqual([
      '2 a@b.example said "no" twice',
    ])
    expect(read(`${HEAD}a@b.example,"said \\"no, thanks\\"",2025-09-03\n`)).toEqual([
      '2 a@b.example said "no, thanks"',
    ])
    expect(read(`${HEAD}a@b.example, "one, two" ,2025-09-03\n`)).toEqual(['2 a@b.example one, two'])
  })

  it('keeps quoted newlines, whatever they are, as one kind, and counts lines', () => {
    const rows =
      'a@b.example,"one\ntwo",2025-09-03\na@b.example,"one\r\ntwo",2025-09-03\na@b.example,"one\rtwo",2025-09-03\n'
    expect(read(HEAD + rows)).toEqual([
      '2 a@b.example one\ntwo',
      '4 a@b.example one\ntwo',
      '6 a@b.example one\ntwo',
    ])
  })

  it('takes LF, CRLF and CR in one file, and blank lines for nothing', () => {
    expect(read(`email,reason\r\na@b.example,x\rb@b.example,y\n\n \r\n,\r\nc@b.example,z`)).toEqual([
      '2 a@b.example x',
      '3 b@b.example y',
      '7 c@b.example z',
    ])
  })

  it('reads short rows, surplus empty cells and a reply that runs over; refuses what is ambiguous', () => {
    expect(read(`email,reason,code\na@b.example\nb@b.example,x,550,,\n`)).toEqual([
      '2 a@b.example ',
      '3 b@b.example x',
    ])
    expect(read(`email,reason\na@b.example,sorry, mailbox full\n`)).toEqual([
      '2 a@b.example sorry, mailbox full',
    ])
    expect(read(`${HEAD}a@b.example\na@b.example,,\n`)).toEqual([
      '2 rejected bad_date',
      '3 skipped not_a_bounce',
    ])
    const wide = readAll(utf8(`${HEAD}a@b.example,sorry, mailbox full,2025-09-03\n${ROW}`))
    expect(wide.map(brief)).toEqual(['2 rejected too_many_columns', '3 a@b.example User unknown'])
  })

  it('refuses a 10 MB cell, quoted or not, alone, wherever the chunks end', () => {
    const long = 'x'.repeat(10 * 1024 * 1024)
    for (const cell of [long, `"${long}"`, `"${long.slice(0, 5e6)}\n${long.slice(0, 5e6)}"`]) {
      const bytes = utf8(`${HEAD}${ROW}a@b.example,${cell},2025-09-03\n${ROW}`)
      const settings = settingsFor(bytes)
      const outcomes = readAll(bytes, settings)
      const kinds = outcomes.map((outcome) => outcome.kind)
      expect(kinds[0]).toBe('row')
      expect(kinds.at(-1)).toBe('row')
      expect(outcomes.filter((outcome) => outcome.kind === 'row')).toHaveLength(2)
      expect(outcomes.every((outcome) => outcome.kind !== 'rejected' || outcome.raw.length <= 65536)).toBe(
        true,
      )
      const cuts = [100, 70_000, 131_100, 131_200, 300_000, 5_000_000, 10_485_800]
      expect(readInPieces(bytes, settings, cuts, false)).toEqual(outcomes)
      expect(readInPieces(bytes, settings, cuts, true)).toEqual(outcomes)
    }
  })

  it('refuses a cell over 64 kB by the name of its column', () => {
    const outcomes = readAll(utf8(`${HEAD}a@b.example,${'x'.repeat(70_000)},2025-09-03\n${ROW}`))
    expect(outcomes[0]).toMatchObject({
      kind: 'rejected',
      reason: 'field_too_long',
      column: 'reason',
      line: 2,
    })
    expect(outcomes[1]).toMatchObject({ kind: 'row' })
  })

  it('gives up on a million columns at once', () => {
    const wide = utf8(
      `${Array.from({ length: 1_000_000 }, (_, i) => `c${i}`).join(',')}\n${',x'.repeat(999_999)}\n`,
    )
    const start = performance.now()
    expect(detect(wide, { timeZone: 'UTC', now: NOW })).toMatchObject({ ok: false, code: 'too_many_columns' })
    const narrow = settingsFor(utf8(HEAD + ROW))
    const reader = openReader(narrow)
    const outcomes = [
      ...reader.push(utf8(HEAD)),
      ...reader.push(wide),
      ...reader.push(utf8(ROW)),
      ...reader.end(),
    ]
    expect(outcomes.map(brief)).toEqual([
      '2 rejected too_many_columns',
      '3 rejected too_many_columns',
      '4 a@b.example User unknown',
    ])
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('takes formulas as text and our own prefix off', () => {
    expect(read(`${HEAD}a@b.example,=cmd|' /C calc'!A0,2025-09-03\n`)).toEqual([
      "2 a@b.example =cmd|' /C calc'!A0",
    ])
    expect(read(`${HEAD}a@b.example,'=1+1,2025-09-03\n'+a@b.example,'＝1,2025-09-03\n`)).toEqual([
      '2 a@b.example =1+1',
      '3 +a@b.example ＝1',
    ])
    expect(read(`${HEAD}=cmd,x,2025-09-03\n@x,x,2025-09-03\n+1,x,2025-09-03\n`)).toEqual([
      '2 rejected bad_address',
      '3 rejected bad_address',
      '4 rejected bad_address',
    ])
  })

  it('gives each of several recipients of a cell an outcome of its own', () => {
    const cells = [
      'a@b.example;b@b.example',
      '"a@b.example, b@b.example"',
      '"A <a@b.example>, ""Berg, B"" <b@b.example>"',
      'a@b.example b@b.example',
    ]
    for (const cell of cells)
      expect(read(`${HEAD}${cell},x,2025-09-03\n`)).toEqual(['2 a@b.example x', '2 b@b.example x'])
    expect(read(`${HEAD}a@b.example;nobody,x,2025-09-03\n`)).toEqual([
      '2 a@b.example x',
      '2 rejected bad_address',
    ])
  })

  it('truncates times to whole seconds and keeps them with their row', () => {
    const outcomes = readAll(utf8(`${HEAD}${ROW}b@b.example,x,2025-09-03T00:00:00.999Z\n`))
    expect(outcomes.map((outcome) => outcome.kind === 'row' && outcome.row.occurredAt)).toEqual([
      ROW_TIME,
      ROW_TIME,
    ])
  })
})

describe('addresses', () => {
  it.each([
    ['Nora@Hill.Example', 'nora@hill.example'],
    ['nora+q3@hill.example', 'nora+q3@hill.example'],
    ['mailto:nora@hill.example', 'nora@hill.example'],
    ['<nora@hill.example>', 'nora@hill.example'],
    ['Nora Hill <nora@hill.example>', 'nora@hill.example'],
    ['nora@hill.example.', 'nora@hill.example'],
    ['nora@bücher.example', 'nora@xn--bcher-kva.example'],
    ['nora@xn--bcher-kva.example', 'nora@xn--bcher-kva.example'],
    ['nora(work)@hill.example', 'nora@hill.example'],
    ['no\u200bra@hill.example', 'nora@hill.example'],
    ['nora＠hill.example', 'nora@hill.example'],
  ])('%s is %s', (cell, address) => {
    expect(read(`${HEAD}${cell},x,2025-09-03\n${ROW}`)[0]).toBe(`2 ${address} x`)
  })

  it.each([
    'nora',
    '@hill.example',
    'nora@',
    'a@b@hill.example',
    'nora@hill..example',
    'nora@-hill.example',
    'no ra@hill.example',
  ])('refuses %s', (cell) => {
    expect(read(`${HEAD}${cell},x,2025-09-03\n${ROW}`)[0]).toBe('2 rejected bad_address')
  })
})

describe('codes', () => {
  const codes = (smtp: string, enhanced: string) => {
    const [outcome] = readAll(
      utf8(
        `email,reason,smtp code,enhanced code\na@b.example,550 5.1.1 User unknown,${smtp},${enhanced}\nb@b.example,550 x,550,5.1.1\n`,
      ),
    )
    return outcome?.kind === 'row' ? [outcome.row.smtpCode, outcome.row.enhancedCode] : outcome
  }
  it.each([
    ['550', '5.1.1', '550', '5.1.1'],
    ['550.0', '', '550', null],
    ['550 5.1.10', '', '550', '5.1.10'],
    ['', '5.1.10', null, '5.1.10'],
    ['', '5.1.1 (bad destination mailbox address)', null, '5.1.1'],
    ['5.1.1', '550', '550', '5.1.1'],
    ['250', '5.1.1', '250', '5.1.1'],
    ['550', '2.0.0', '550', '2.0.0'],
    ['192.0.2.5', '5.1.1.9', null, null],
    ['n/a', '-', null, null],
  ])('%s and %s', (smtp, enhanced, wantSmtp, wantEnhanced) => {
    expect(codes(smtp, enhanced)).toEqual([wantSmtp, wantEnhanced])
  })
})
