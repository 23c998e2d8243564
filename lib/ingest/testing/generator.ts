import type { Delimiter, Encoding, RejectReason, SkipReason } from '../types'
import { encodeText } from './encode'
import { randomFrom, type Random } from './random'

/** How a generated file is written. */
export interface Dialect {
  delimiter: Delimiter
  eol: '\n' | '\r\n' | '\r' | 'mixed'
  encoding: Encoding
  mark: boolean
  quoteAll: boolean
  sepLine: boolean
  preamble: number
}

/** What a record of the file must come to, told by who wrote it, not by who reads it. */
export type Expected =
  | {
      line: number
      kind: 'row'
      recipient: string
      diagnostic: string
      occurredAt: number
      sendingAccount: string
      smtpCode: string
    }
  | { line: number; kind: 'skipped'; why: SkipReason }
  | { line: number; kind: 'rejected'; reason: RejectReason }

export interface GeneratedFile {
  seed: number
  dialect: Dialect
  bytes: Uint8Array
  manifest: Expected[]
}

const HEADER = ['Email', 'Bounce message', 'SMTP code', 'Sent from', 'Campaign', 'Bounced at (UTC)']
const TEXTS = [
  'User unknown',
  'Recipient address rejected: User unknown in virtual mailbox table',
  'said "no such mailbox", twice',
  '"quoted" at the start',
  'two\nlines',
  'a tab\there, a bar | and a semicolon; too',
  'Boîte pleine – réessayez',
  '=cmd|calc',
  "it's full",
  '',
]

export function randomDialect(random: Random): Dialect {
  return {
    delimiter: random.pick([',', ';', '\t', '|'] as const),
    eol: random.pick(['\n', '\r\n', '\r', 'mixed'] as const),
    encoding: random.pick(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const),
    mark: random.chance(0.5),
    quoteAll: random.chance(0.3),
    sepLine: random.chance(0.1),
    preamble: random.chance(0.2) ? 1 + random.below(3) : 0,
  }
}

/** A file of `records` records in a random dialect with the given share of faulty ones, and what each must come to. */
export function generateFile(seed: number, records: number, faults = 0.1): GeneratedFile {
  const random = randomFrom(seed)
  const dialect = randomDialect(random)
  const writer = new Writer(random, dialect)
  if (dialect.sepLine) writer.text(`sep=${dialect.delimiter}`)
  for (let i = 0; i < dialect.preamble; i++) writer.text(['Bounce report', 'Acme Ltd', 'made by hand'][i]!)
  writer.cells(HEADER)
  const manifest: Expected[] = []
  for (let i = 0; i < records; i++) manifest.push(...record(writer, random, i, random.chance(faults)))
  return { seed, dialect, bytes: encodeText(writer.done(), dialect.encoding, dialect.mark), manifest }
}

interface Plan {
  recipient: string
  smtpCode: string
  diagnostic: string
  sendingAccount: string
  occurredAt: number
}

function record(writer: Writer, random: Random, i: number, faulty: boolean): Expected[] {
  const code = random.pick(['550', '552', '421'])
  const text = random.pick(TEXTS)
  const plan: Plan = {
    recipient: `person${i}@company${random.below(50)}.example`,
    smtpCode: code,
    diagnostic: text,
    sendingAccount: `rep${random.below(5)}@acme.example`,
    occurredAt: 1735689600 + random.below(20_000_000),
  }
  const line = writer.line
  if (faulty) return fault(writer, random, plan, line)
  writer.cells(cellsOf(plan))
  return [{ line, kind: 'row', ...plan }]
}

function cellsOf(plan: Plan): string[] {
  const time = new Date(plan.occurredAt * 1000).toISOString().replace('.000Z', 'Z')
  return [plan.recipient, plan.diagnostic, plan.smtpCode, plan.sendingAccount, 'Q3', time]
}

function fault(writer: Writer, random: Random, plan: Plan, line: number): Expected[] {
  const [recipient, diagnostic, ...rest] = cellsOf(plan) as [string, string, ...string[]]
  const rejected = (reason: RejectReason): Expected[] => [{ line, kind: 'rejected', reason }]
  switch (random.below(7)) {
    case 0:
      writer.cells(['', diagnostic, ...rest])
      return rejected('no_address')
    case 1:
      writer.cells([
        random.pick(['nobody', 'a@@b.example', '@company.example', 'x y@z', 'a@b@c.example']),
        diagnostic,
        ...rest,
      ])
      return rejected('bad_address')
    case 2:
      writer.cells([
        recipient,
        diagnostic,
        ...rest.slice(0, -1),
        random.pick(['soon', '1970-01-01 00:00:00', '2099-01-01', '2025-02-30', '2025-01-01 10:00 XQT']),
      ])
      return rejected('bad_date')
    case 3:
      writer.brokenQuote(recipient, 'never closed', rest)
      return rejected('bad_quotes')
    case 4:
      writer.text(random.pick(['', '   ']))
      return []
    case 5:
      writer.cells(HEADER)
      return [{ line, kind: 'skipped', why: 'not_a_bounce' }]
    default: {
      const second = `second.${recipient}`
      writer.cells([`${recipient}; ${second}`, diagnostic, ...rest])
      return [recipient, second].map((one) => ({ line, kind: 'row', ...plan, recipient: one }))
    }
  }
}

/** Writes records in a dialect and keeps count of physical lines. */
class Writer {
  line = 1
  private parts: string[] = []

  constructor(
    private readonly random: Random,
    private readonly dialect: Dialect,
  ) {}

  text(line: string): void {
    const { eol } = this.dialect
    const end = eol === 'mixed' ? this.random.pick(['\n', '\r\n', '\r']) : eol
    // An empty line ended by LF after one ended by CR would read as one CRLF.
    const last = this.parts.at(-1)
    this.parts.push(line, line === '' && end === '\n' && last === '\r' ? '\r\n' : end)
    this.line += 1 + (line.match(/\n/g)?.length ?? 0)
  }

  cells(cells: readonly string[]): void {
    this.text(cells.map((cell) => this.cell(cell)).join(this.dialect.delimiter))
  }

  brokenQuote(first: string, open: string, rest: readonly string[]): void {
    const others = rest.map((cell) => this.cell(cell))
    this.text([this.cell(first), `"${open}`, ...others].join(this.dialect.delimiter))
  }

  done(): string {
    return this.parts.join('')
  }

  private cell(text: string): string {
    const needed = this.dialect.quoteAll || /["\n\r,;\t|]/.test(text)
    return needed ? `"${text.replaceAll('"', '""')}"` : text
  }
}
