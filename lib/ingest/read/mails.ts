import { z } from 'zod'
import { nextMessage, isMbox } from '@/lib/mail/mbox'
import { MAIL_LIMITS } from '@/lib/mail/limits'
import type { Complaint } from '@/lib/mail/complaint'
import { readMail, type MailBounce, type MailReading } from '@/lib/mail/read-mail'
import { emptyRecord, type RawRecord } from '../formats/format'
import { MAX_RAW } from '../limits'
import type { ReaderSettings } from '../settings'
import type { RowOutcome, SkipReason } from '../types'
import { GrowingBytes } from './growing-bytes'
import type { ReaderPosition } from './position'
import { RecordReader } from './record'

const LF = 0x0a
/** A line that parts messages is shorter. */
const FROM_LINE = 200

const memorySchema = z.object({ mbox: z.boolean(), blank: z.boolean() })

/** Reads mails out of a file: it is one mail, or an mbox that is cut into its messages as they come. */
export class MailReader {
  private readonly bytes = new GrowingBytes()
  /** Offset in the file of the first byte held, which begins a message or, while `discarding`, lies within one. */
  private offset: number
  /** Physical lines before `offset`. */
  private line: number
  /** Null until the first line is there. */
  private mbox: boolean | null
  /** In the middle of a message that was refused for its size. */
  private discarding: boolean
  /** Whether the line before `offset` is empty; asked only while discarding. */
  private blank: boolean
  /** Where the search for the next message goes on, in the bytes held. */
  private searched = 1
  private readonly records: RecordReader

  constructor(settings: ReaderSettings, resume?: ReaderPosition) {
    const memory = memorySchema.safeParse(resume?.state.memory)
    this.records = new RecordReader(settings)
    this.offset = resume?.offset ?? 0
    this.line = resume?.line ?? 0
    this.mbox = memory.success ? memory.data.mbox : null
    this.blank = memory.success && memory.data.blank
    this.discarding = resume?.state.discarding ?? false
    if (this.discarding) this.searched = 0
  }

  push(chunk: Uint8Array): RowOutcome[] {
    const out: RowOutcome[] = []
    this.bytes.append(chunk)
    this.drain(false, out)
    return out
  }

  end(): RowOutcome[] {
    const out: RowOutcome[] = []
    this.drain(true, out)
    if (!this.discarding) this.take(this.bytes.length, out)
    this.letGo(this.bytes.length)
    return out
  }

  position(): ReaderPosition {
    const { offset, line, discarding, mbox, blank } = this
    const memory = mbox === null ? null : { mbox, blank }
    return { offset, line, state: { inBody: true, discarding, patience: null, memory } }
  }

  private drain(final: boolean, out: RowOutcome[]): void {
    const held = this.bytes
    if (this.mbox === null) {
      if (!final && held.length < FROM_LINE && held.view().indexOf(LF) < 0) return
      this.mbox = isMbox(held.view())
    }
    if (this.mbox) this.cut(final, out)
    if (held.length <= MAIL_LIMITS.bytes) return
    if (!this.discarding) out.push(this.tooLarge(this.bytes.view()))
    this.discard()
  }

  /** Reads every message that is known to be whole: the line that begins the next one is there to its end. */
  private cut(final: boolean, out: RowOutcome[]): void {
    while (true) {
      const view = this.bytes.view()
      const whole = final ? view.length : this.bytes.lastLineEnd() + 1
      const starts = this.discarding && this.blank && this.searched === 0 && whole > 0 && isMbox(view)
      const next = starts ? 0 : nextMessage(view, this.searched, whole)
      if (next < 0) {
        this.searched = Math.max(this.searched, whole)
        return
      }
      if (!this.discarding) this.take(next, out)
      this.letGo(next)
      this.discarding = false
      this.searched = 1
    }
  }

  /** Lets go of a message beyond the limit as it comes, keeping what tells where it ends. */
  private discard(): void {
    this.discarding = true
    const view = this.bytes.view()
    const end = this.bytes.lastLineEnd() + 1
    const before = view.subarray(Math.max(0, end - 4), end)
    const until = end > 0 ? end : view.length
    this.blank = end > 0 && /\n\r?\n$/.test(String.fromCharCode(...before))
    this.letGo(until)
    this.searched = 0
  }

  private letGo(size: number): void {
    this.line += linesIn(this.bytes.view().subarray(0, size))
    this.offset += size
    this.bytes.drop(size)
  }

  private take(size: number, out: RowOutcome[]): void {
    const message = this.bytes.view().subarray(0, size)
    if (message.every((byte) => byte <= 0x20)) return
    const line = this.line + 1
    const reading = readMail(message)
    if (reading.unread === 'too_large') out.push(this.tooLarge(message))
    else if (reading.unread === 'no_address') this.read(emptyRecord(line), message, out)
    else if (reading.complaint) this.read(complaintOf(reading.complaint, reading, line), message, out)
    else if (reading.kind !== 'bounce') out.push({ kind: 'skipped', line, why: skipReason(reading.kind) })
    else for (const bounce of reading.bounces) this.read(recordOf(bounce, reading, line), message, out)
  }

  private read(record: RawRecord, message: Uint8Array, out: RowOutcome[]): void {
    this.records.read(record, true, () => textOf(message), out)
  }

  private tooLarge(message: Uint8Array): RowOutcome {
    return this.records.rejected('mail_too_large', this.line + 1, null, '', () => textOf(message))
  }
}

function skipReason(kind: Exclude<MailReading['kind'], 'bounce'>): SkipReason {
  return kind === 'not_bounce' ? 'not_a_bounce' : kind
}

function recordOf(bounce: MailBounce, { reportId }: MailReading, line: number): RawRecord {
  return {
    ...emptyRecord(line),
    skip: bounce.action === 'delayed' ? 'delayed' : null,
    recipient: bounce.recipient,
    diagnostic: bounce.diagnostic,
    smtpCode: bounce.smtpCode ?? '',
    enhancedCode: bounce.enhancedCode ?? '',
    sendingAccount: bounce.sendingAccount ?? '',
    accountQuoted: bounce.accountQuoted,
    campaign: bounce.campaign ?? '',
    occurredAt: bounce.occurredAt ?? '',
    eventId: reportId ?? '',
  }
}

function complaintOf(told: Complaint, { reportId }: MailReading, line: number): RawRecord {
  return {
    ...emptyRecord(line),
    skip: told.reason,
    recipient: told.addresses.join(', '),
    sendingAccount: told.sendingAccount ?? '',
    accountQuoted: told.accountQuoted,
    occurredAt: told.occurredAt ?? '',
    eventId: reportId ?? '',
    feedbackType: told.feedbackType,
  }
}

function textOf(message: Uint8Array): string {
  return new TextDecoder().decode(message.subarray(0, MAX_RAW))
}

function linesIn(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count++
  return count
}
