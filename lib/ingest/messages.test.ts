import { describe, expect, it } from 'vitest'
import { rejectMessage } from './messages'
import { rejectsReport } from './rejects-csv'
import { utf8 } from './testing/encode'
import { readAll, settingsFor } from './testing/read-all'

function messages(text: string): string[] {
  const settings = { ...settingsFor(utf8(text)), dayOrder: 'day_first' as const }
  return readAll(utf8(text), settings).flatMap((outcome) =>
    outcome.kind === 'rejected' ? [rejectMessage(outcome, settings)] : [],
  )
}

describe('messages', () => {
  it('name line, column and value, and say what to do', () => {
    const text =
      'E-mail;Grund;Datum\na@b.example;x;13/4/2025\nnobody;x;1/4/2025\n;x;1/4/2025\nb@b.example;x;4/13/2025\nc@b.example;x;2025-09-03 10:00 XQT\nd@b.example;x;soon\ne@b.example;x;\nf@b.example;a;b;c;d\n'
    expect(messages(text)).toEqual([
      'Line 3, E-mail: “nobody” There is no @ in the address. Correct the address.',
      'Line 4, E-mail: There is no address. Fill in the recipient’s address.',
      'Line 5, Datum: “4/13/2025” Dates of this file have the day first, then the month, and this one does not fit. Correct it.',
      'Line 6, Datum: “2025-09-03 10:00 XQT” We do not know this time zone. Write the offset, as in +01:00, or leave the zone out.',
      'Line 7, Datum: “soon” This is not a time we can read. Write it as 2025-01-31 14:05:00.',
      'Line 8, Datum: There is no time. Fill it in, or choose a day for rows without one.',
      'Line 9: “c” The row has more cells than the header (3). Put quotes around cells that hold a semicolon.',
    ])
  })
})

describe('the report of refused records', () => {
  it('guards formulas, keeps the columns and stays readable by us', () => {
    const text = 'email,reason,date\nnobody,=1+1,2025-09-03\nx@y.example,"never closed,2025-09-03\n'
    const settings = settingsFor(utf8(text))
    const report = rejectsReport(settings)
    const rows = readAll(utf8(text), settings).flatMap((outcome) =>
      outcome.kind === 'rejected' ? [report.row(outcome)] : [],
    )
    expect(report.head()).toBe('\ufeffemail,reason,date,rebound_line,rebound_reason,rebound_record\r\n')
    expect(rows[0]).toBe(
      'nobody,\'=1+1,2025-09-03,2,"Line 2, email: “nobody” There is no @ in the address. Correct the address.",\r\n',
    )
    expect(rows[1]).toContain('"x@y.example,""never closed,2025-09-03"')
    expect(rows[1]!.startsWith(',,,3,')).toBe(true)
  })

  it('has a header of our own where the file had none, and can be made again from itself', () => {
    const text =
      'a@b.example;550 5.1.1 User unknown;2025-09-03 10:00\nb@b.example;550 5.1.1 User unknown;2025-09-03 10:00\nnobody;550 5.1.1 User unknown;2025-09-03 10:00\n'
    const settings = settingsFor(utf8(text))
    const report = rejectsReport(settings)
    expect(report.head()).toBe(
      '\ufeffemail;diagnostic;occurred at;rebound_line;rebound_reason;rebound_record\r\n',
    )
    const once = utf8(
      report.head() +
        readAll(utf8(text), settings)
          .flatMap((outcome) => (outcome.kind === 'rejected' ? [report.row(outcome)] : []))
          .join(''),
    )
    expect(rejectsReport(settingsFor(once)).head()).toBe(report.head())
  })

  it('is a log again for a log', () => {
    const text = '{"type":"Bounce","recipient":"nobody","sender":"a@b.example","timestamp":1756890842}\n'
    const settings = settingsFor(utf8(text))
    const report = rejectsReport(settings)
    const [outcome] = readAll(utf8(text), settings)
    const row = outcome?.kind === 'rejected' ? report.row(outcome) : ''
    expect(row).toBe(
      `# Line 1, recipient: “nobody” There is no @ in the address. Correct the address.\n${text}`,
    )
    expect(readAll(utf8(row.replaceAll('nobody', 'c@d.example')))).toMatchObject([
      { kind: 'row', row: { recipient: 'c@d.example' } },
    ])
  })
})
