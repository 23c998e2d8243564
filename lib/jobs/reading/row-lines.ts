import { CELLS } from '@/lib/analytics/cells'
import type { OwnRules } from '@/lib/bounce/own-rules'
import { providerOf } from '@/lib/bounce/provider'
import type { ReaderPosition } from '@/lib/ingest/read'
import { KnownSenders } from '@/lib/mail/known-senders'
import type { OptOut, RowOutcome, SkipReason, SourceRow } from '@/lib/ingest/types'
import { copyNullable, copyText } from './copy-text'
import { LineBuffer } from './line-buffer'
import type { Batch, Reject, StagedOptOut, StagedTemplate } from './messages'
import { Recogniser } from './recognise'
import { eventKey, optOutKey, rowKey } from './row-key'
import { SeenKeys } from './seen-keys'

/** Columns of the stage, in the order of the lines. */
export const STAGE_COLUMNS = [
  'at',
  'key',
  'seq',
  'line',
  'event',
  'suspect',
  'cell',
  'recipient',
  'domain',
  'recipient_name',
  'account',
  'campaign',
  'provider',
  'category',
  'bounce_type',
  'smtp_code',
  'enhanced_code',
  'vendor_class',
  'diagnostic',
  'template_id',
  'confidence',
  'decided_by',
  'verified',
] as const

const CELL_OF = new Map(CELLS.map(({ category, type, index }) => [category + type, index]))
const UNCLASSIFIED = CELL_OF.get('unclassified')!
const MAX_CAMPAIGN = 300
const TEMPLATES_REMEMBERED = 50_000

/** Turns what the reader gives into lines for COPY, and counts what is left out. */
export class RowLines {
  private lines = new LineBuffer()
  private templates: StagedTemplate[] = []
  private rejects: Reject[] = []
  private skipped: Partial<Record<SkipReason, number>> = {}
  private optOuts: StagedOptOut[] = []
  private chars = 0
  private records = 0
  private lastLine = -1
  private readonly sent = new Set<string>()
  private readonly recogniser: Recogniser
  private readonly seen: SeenKeys

  constructor(
    rules: OwnRules,
    private readonly senders: KnownSenders,
    private seq: number,
    seen: SharedArrayBuffer | null,
  ) {
    this.recogniser = new Recogniser(rules)
    this.seen = new SeenKeys(seen)
  }

  /** Characters waiting to be taken, a measure of memory. */
  get size(): number {
    return this.chars
  }

  add(outcomes: RowOutcome[]): void {
    for (const outcome of outcomes) {
      this.seq++
      this.countRecord(outcome.kind === 'row' ? outcome.row.line : outcome.line)
      if (outcome.kind === 'row') this.addRow(outcome.row)
      else if (outcome.kind === 'skipped') this.skip(outcome.why, outcome.line, outcome.optOut)
      else {
        const { kind: _, ...reject } = outcome
        this.rejects.push({ seq: this.seq, ...reject })
        this.chars += reject.raw.length + 100
      }
    }
  }

  /** Gives what was added since the last time. */
  take(position: ReaderPosition, last: boolean): Batch {
    const batch: Batch = {
      staged: this.lines.count,
      lines: this.lines.take(),
      templates: this.templates,
      skipped: this.skipped,
      optOuts: this.optOuts,
      rejects: this.rejects,
      records: this.records,
      position,
      seq: this.seq,
      last,
    }
    this.templates = []
    this.rejects = []
    this.skipped = {}
    this.optOuts = []
    this.chars = 0
    this.records = 0
    return batch
  }

  /** The recipients of one record come one after the other, all with the line it starts at. */
  private countRecord(line: number): void {
    if (line !== this.lastLine) this.records++
    this.lastLine = line
  }

  private skip(why: SkipReason, line: number, optOut: OptOut | undefined): void {
    this.skipped[why] = (this.skipped[why] ?? 0) + 1
    if (!optOut) return
    const { address, reason, sendingAccount, feedbackType, occurredAt: at } = optOut
    const verified = this.senders.vouchFor(optOut)
    const key = optOutKey(optOut)
    const account = sendingAccount ?? ''
    this.optOuts.push({ seq: this.seq, line, key, address, reason, account, feedbackType, at, verified })
    this.chars += 300
  }

  private addRow(row: SourceRow): void {
    const { recipient, diagnostic, eventId } = row
    const domain = recipient.slice(recipient.lastIndexOf('@') + 1)
    const provider = providerOf(domain, diagnostic)
    const found = this.recogniser.recognise(row, provider)
    if (found.skip) {
      this.skip(found.skip, row.line, found.skip === 'complaint' ? complaintIn(row) : undefined)
      return
    }
    if (!this.sent.has(found.templateId)) this.addTemplate(found.templateId, found.template, row.diagnostic)
    const account = row.sendingAccount ?? ''
    const key = eventId ? eventKey(eventId, recipient) : rowKey(recipient, account, diagnostic)
    const suspect = this.seen.add(row.occurredAt ?? 0, key)
    const cell = CELL_OF.get(found.category + found.bounceType) ?? UNCLASSIFIED
    const line =
      `${row.occurredAt}\t${key}\t${this.seq}\t${row.line}\t${eventId ? 't' : 'f'}\t${suspect ? 't' : 'f'}\t${cell}\t` +
      `${copyText(recipient)}\t${copyText(domain)}\t${copyNullable(row.recipientName)}\t${copyText(account)}\t` +
      `${copyText((row.campaign ?? '').slice(0, MAX_CAMPAIGN))}\t${provider}\t` +
      `${found.category}\t${found.bounceType}\t${row.smtpCode ?? ''}\t${row.enhancedCode ?? ''}\t` +
      `${copyText(row.vendorClass ?? '')}\t${copyText(diagnostic)}\t` +
      `${found.templateId}\t${found.confidence}\t${copyText(found.decidedBy)}\t${this.senders.vouchFor(row) ? 't' : 'f'}\n`
    this.lines.add(line)
    this.chars += line.length
  }

  private addTemplate(id: string, text: string, example: string): void {
    if (this.sent.size >= TEMPLATES_REMEMBERED) this.sent.clear()
    this.sent.add(id)
    this.templates.push({ id, text, example })
    this.chars += text.length + example.length
  }
}

/** A complaint that a row tells in its words or by its vendor's class. */
function complaintIn(row: SourceRow): OptOut {
  const { recipient: address, sendingAccount, accountQuoted, occurredAt, eventId } = row
  return {
    reason: 'complaint',
    address,
    sendingAccount,
    accountQuoted,
    occurredAt,
    feedbackType: '',
    eventId,
  }
}
