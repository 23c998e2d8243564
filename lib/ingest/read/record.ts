import { parseAddress, splitAddresses } from '@/lib/bounce/address'
import { dateReader, startOfDay } from '../dates'
import type { RawRecord } from '../formats/format'
import { MAX_FIELD, MAX_RAW, MAX_VALUE } from '../limits'
import { columnName, columnsOf, type ReaderSettings } from '../settings'
import { cleanAddress, cleanText, cut, isBinary, plainText } from '../text'
import type { Field, OptOut, RejectReason, RowOutcome, SourceRow } from '../types'
import { readCodes } from './codes'

const MAX_NAME = 500
/** More than one address, or words around it. */
const SEVERAL = /[,;\s<|]/

const DAMAGED = { reason: 'bad_bytes' } as const
const BAD = { reason: 'bad_address' } as const

/** Gives the text of the record at hand, for a refused one. */
export type RawText = () => string

/** Turns records as formats tell them into outcomes: checks, parses and cleans under the file's settings. */
export class RecordReader {
  private readonly readDate
  private readonly accounts = new Map<string, string | null>()
  private readonly fallbackTime: number | null
  private readonly hasTimes: boolean

  constructor(private readonly settings: ReaderSettings) {
    this.readDate = dateReader(settings)
    this.fallbackTime =
      settings.fallbackDay === null ? null : startOfDay(settings.fallbackDay, settings.timeZone)
    this.hasTimes = settings.delimiter === null || columnsOf(settings, 'occurredAt').length > 0
  }

  /** Appends what one record gives; `unclean` says whether its text may hold more than printable ASCII. */
  read(record: RawRecord, unclean: boolean, raw: RawText, out: RowOutcome[]): void {
    const { line } = record
    if (record.skip) {
      const { recipient, diagnostic, skip } = record
      const left = { kind: 'skipped' as const, line, why: skip, recipient, diagnostic }
      if (skip === 'complaint' || skip === 'unsubscribe') this.optOuts(left, skip, record, out)
      else out.push(left)
      return
    }
    const text = unclean ? cleanText : plainText
    const diagnostic = text(record.diagnostic)
    if (diagnostic.length > MAX_FIELD) {
      out.push(this.rejected('field_too_long', line, 'diagnostic', record.diagnostic, raw))
      return
    }
    const recipient = unclean ? cleanAddress(record.recipient) : plainText(record.recipient)
    if (recipient === '') {
      out.push(this.rejected('no_address', line, 'recipient', '', raw))
      return
    }
    const several = SEVERAL.test(recipient)
    const address = several ? '' : this.addressOf(recipient)
    if (typeof address !== 'string') {
      out.push(this.rejected(address.reason, line, 'recipient', recipient, raw))
      return
    }
    const occurredAt = this.time(text(record.occurredAt))
    if (typeof occurredAt === 'string') {
      out.push(this.rejected('bad_date', line, 'occurredAt', record.occurredAt, raw))
      return
    }
    const { smtpCode, enhancedCode } = readCodes(record.smtpCode, record.enhancedCode)
    const row: SourceRow = {
      line,
      recipient: address,
      recipientName: orNull(text(record.recipientName), MAX_NAME),
      diagnostic: diagnostic.includes('\r') ? diagnostic.replace(/\r\n?/g, '\n') : diagnostic,
      smtpCode,
      enhancedCode,
      vendorClass: orNull(text(record.vendorClass), MAX_NAME),
      sendingAccount: this.account(record.sendingAccount),
      accountQuoted: record.accountQuoted,
      campaign: orNull(text(record.campaign), MAX_NAME),
      occurredAt,
      eventId: orNull(text(record.eventId), MAX_NAME),
    }
    if (several) this.addresses(row, recipient, raw, out)
    else out.push({ kind: 'row', row })
  }

  /** The outcome for a record that can't be read; `field` names the column where one is to blame. */
  rejected(reason: RejectReason, line: number, field: Field | null, value: string, raw: RawText): RowOutcome {
    const text = cut(raw(), MAX_RAW)
    const kept = text.replaceAll('\0', '')
    if (isBinary(text))
      return { kind: 'rejected', line, reason: 'binary', column: null, value: '', raw: kept }
    return {
      kind: 'rejected',
      line,
      reason,
      column: field && this.columnOf(field),
      value: cut(cleanAddress(value.slice(0, MAX_VALUE * 4)), MAX_VALUE),
      raw: kept,
    }
  }

  /** Who wants no more mail; an address or a time that can't be read is left away, as the record is no bounce either way. */
  private optOuts(
    left: Extract<RowOutcome, { kind: 'skipped' }>,
    reason: OptOut['reason'],
    record: RawRecord,
    out: RowOutcome[],
  ): void {
    const time = this.time(cleanText(record.occurredAt))
    const told = {
      reason,
      sendingAccount: this.account(record.sendingAccount),
      accountQuoted: record.accountQuoted,
      occurredAt: typeof time === 'number' ? time : null,
      feedbackType: cut(cleanText(record.feedbackType), MAX_NAME),
      eventId: orNull(cleanText(record.eventId), MAX_NAME),
    }
    const recipient = cleanAddress(record.recipient)
    const named = SEVERAL.test(recipient) ? splitAddresses(recipient) : [recipient]
    for (const one of named.length > 0 ? named : ['']) {
      const address = one === '' ? null : this.addressOf(one)
      const who = typeof address === 'string' ? { recipient: address, optOut: { ...told, address } } : {}
      out.push({ ...left, ...who })
    }
  }

  private columnOf(field: Field): string {
    if (this.settings.delimiter === null) return field
    const column = columnsOf(this.settings, field)[0]
    return column === undefined ? field : columnName(this.settings, column)
  }

  private addresses(row: SourceRow, cell: string, raw: RawText, out: RowOutcome[]): void {
    const list = splitAddresses(cell)
    for (const one of list.length > 0 ? list : [cell]) {
      const address = this.addressOf(one)
      if (typeof address === 'string') out.push({ kind: 'row', row: { ...row, recipient: address } })
      else out.push(this.rejected(address.reason, row.line, 'recipient', one, raw))
    }
  }

  private addressOf(text: string): string | { reason: RejectReason } {
    if (text.includes('\ufffd')) return DAMAGED
    const parsed = parseAddress(text)
    return parsed.ok ? parsed.address : BAD
  }

  private time(text: string): number | string | null {
    if (text !== '') return this.readDate(text)
    return this.fallbackTime === null && this.hasTimes ? 'missing' : this.fallbackTime
  }

  private account(cell: string): string | null {
    let account = this.accounts.get(cell)
    if (account === undefined) {
      const text = cleanAddress(cell)
      const parsed = text === '' || text === '<>' ? null : parseAddress(text)
      account = parsed?.ok ? parsed.address : this.settings.fallbackAccount
      if (this.accounts.size > 2000) this.accounts.clear()
      this.accounts.set(cell, account)
    }
    return account
  }
}

function orNull(text: string, limit: number): string | null {
  return text === '' ? null : text.length > limit ? cut(text, limit) : text
}
