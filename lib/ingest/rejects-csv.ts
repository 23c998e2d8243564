import { RecordScanner } from './csv/scanner'
import { formatById } from './formats'
import { formulaSafe } from './formula'
import { rejectMessage, type Reject } from './messages'
import type { ReaderSettings } from './settings'
import type { Field } from './types'

/** Columns that the report adds; detection and the reader pass over them. */
export const REPORT_COLUMNS = ['rebound_line', 'rebound_reason', 'rebound_record'] as const

/** Names under which detection knows a column again where the file had no header. */
const TITLES: Record<Field, string> = {
  recipient: 'email',
  diagnostic: 'diagnostic',
  smtpCode: 'smtp code',
  enhancedCode: 'enhanced code',
  vendorClass: 'bounce type',
  sendingAccount: 'sending account',
  campaign: 'campaign',
  occurredAt: 'occurred at',
  recipientName: 'recipient name',
  eventId: 'event id',
}

export type RejectedRecord = Reject & { raw: string }

/**
 * The report of refused records, in pieces: `head()` once, then `row` for each. Repaired and uploaded again it adds the
 * repaired rows: a table keeps its columns (a record whose cells can't be told apart stands whole in the last one), a
 * log keeps its lines, each under a comment with the reason, and mails are given as an mbox.
 */
export interface RejectsReport {
  extension: 'csv' | 'log' | 'jsonl' | 'mbox'
  head(): string
  row(reject: RejectedRecord): string
}

export function rejectsReport(settings: ReaderSettings): RejectsReport {
  const { kind } = formatById(settings.format)
  return kind === 'table'
    ? tableReport(settings)
    : kind === 'mail'
      ? mailReport(settings)
      : logReport(settings)
}

/** The mails themselves as an mbox, each with its reason in a header of ours. */
function mailReport(settings: ReaderSettings): RejectsReport {
  return {
    extension: 'mbox',
    head: () => '',
    row(reject) {
      const mail = reject.raw.replace(/^From [^\n]*\n/, '').replace(/^(?=>*From )/gm, '>')
      const reason = `X-Rebound-Reason: ${oneLine(rejectMessage(reject, settings))}`
      return `From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n${reason}\n${mail.trimStart()}\n\n`
    },
  }
}

function logReport(settings: ReaderSettings): RejectsReport {
  return {
    extension: settings.format === 'kumomta' ? 'jsonl' : 'log',
    head: () => '',
    row: (reject) => `# ${oneLine(rejectMessage(reject, settings))}\n${oneLine(reject.raw)}\n`,
  }
}

function tableReport(settings: ReaderSettings): RejectsReport {
  const delimiter = settings.delimiter ?? ','
  const names = settings.header.map((name, i) => ({ name, i })).filter(({ name }) => !isReportColumn(name))
  const kept = names.map(({ i }) => i)
  const title = (i: number) => {
    const field = settings.mapping[i]
    return field && field !== 'ignore' ? TITLES[field] : `column ${i + 1}`
  }
  const header = names.map(({ name, i }) => (settings.headerLine === null ? title(i) : name))
  const write = (cells: readonly string[]) =>
    `${cells.map((cell) => writeCell(cell, delimiter)).join(delimiter)}\r\n`
  return {
    extension: 'csv',
    head: () => `\ufeff${write([...header, ...REPORT_COLUMNS])}`,
    row(reject) {
      const cells = cellsOf(reject, settings)
      const own = kept.map((i) => cells?.[i] ?? '')
      return write([...own, String(reject.line), rejectMessage(reject, settings), cells ? '' : reject.raw])
    },
  }
}

function isReportColumn(name: string): boolean {
  return (REPORT_COLUMNS as readonly string[]).includes(name.trim().toLowerCase())
}

/** The cells of a refused record; null where its text does not tell them. */
function cellsOf(reject: RejectedRecord, settings: ReaderSettings): string[] | null {
  if (
    reject.reason === 'bad_quotes' ||
    reject.reason === 'field_too_long' ||
    reject.reason === 'too_many_columns'
  ) {
    return null
  }
  const scanner = new RecordScanner(settings.delimiter ?? ',', () => false, settings.header.length)
  scanner.load(reject.raw, true, 0)
  const scan = scanner.next()
  const cells = scanner.cells.slice(0, scanner.count)
  return scan === 'record' && scanner.pos >= reject.raw.length ? cells : null
}

function writeCell(cell: string, delimiter: string): string {
  const text = formulaSafe(cell)
  return text.includes('"') || text.includes(delimiter) || /[\r\n]|^\s|\s$/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}
