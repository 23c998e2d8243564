import { refuseBinary, refuseText, type Refusal } from './detect/binary'
import type { Found } from './detect/found'
import { readLog } from './detect/log'
import { questionsOf, type Question } from './detect/questions'
import { refuseJson } from './detect/refuse'
import { readMails } from './detect/mail'
import { readTable } from './detect/table'
import { decodeText, detectEncoding } from './encoding'
import { HEAD_BYTES } from './limits'
import { headerKey, type ReaderSettings } from './settings'

export interface DetectContext {
  /** The workspace's zone. */
  timeZone: string
  /** When the file came, Unix seconds. */
  now: number
  /** Whether the head is the whole file; by default it is when shorter than 256 kB. */
  whole?: boolean
  /** What a person settled on for a file with the same header (same `headerKey`); its structure must fit to be taken. */
  remembered?: ReaderSettings
  /** What a person corrected of this file's structure; the columns are read anew under it. */
  corrected?: Partial<Pick<ReaderSettings, 'format' | 'encoding' | 'delimiter' | 'headerLine'>>
}

export interface Detected extends Found {
  /** What a person must say (`day_order`, `day`) or should look at (`time_zone`, `sending_account`). */
  questions: Question[]
  /** Sentences about what was found and left out. */
  notes: string[]
}
export type Detection = Detected | ({ ok: false } & Refusal)

/** Understands a file by its first bytes (uncompressed, at most 256 kB): how to read it, what to ask, or why it is not read. */
export function detect(head: Uint8Array, context: DetectContext): Detection {
  const bytes = head.subarray(0, HEAD_BYTES)
  const whole = context.whole ?? head.length < HEAD_BYTES
  const binary = refuseBinary(bytes)
  if (binary) return { ok: false, ...binary }
  const encoding = context.corrected?.encoding ?? detectEncoding(bytes, whole)
  const text = decodeText(bytes, encoding).replace(/^\ufeff/, '')
  const base: ReaderSettings = {
    format: 'generic',
    encoding,
    delimiter: null,
    headerLine: null,
    header: [],
    mapping: {},
    timeZone: context.timeZone,
    dayOrder: null,
    fallbackAccount: null,
    fallbackDay: null,
    referenceTime: context.now,
  }
  const wanted = context.corrected?.format
  const mails = wanted === undefined || wanted === 'mail' ? readMails(bytes, text, base) : null
  if (mails) return completed(mails, context, bytes, whole)
  const refused = refuseText(text)
  if (refused) return { ok: false, ...refused }
  const log = readLog(text, base, wanted)
  if (!log && /^\s*[{[]/.test(text) && !wanted) {
    return { ok: false, ...refuseJson(text.split(/[\r\n]/, 1)[0]!) }
  }
  const found = log ?? readTable(text, whole, base, context.corrected ?? {})
  if (!found.ok) return found
  return completed(found, context, bytes, whole)
}

function completed(found: Found, { remembered }: DetectContext, bytes: Uint8Array, whole: boolean): Detected {
  const recalled = remembered ? recall(found, remembered) : found
  return { ...recalled, ...questionsOf(recalled, bytes, whole) }
}

/** Takes over what a person settled before, where the header is the same. */
function recall(found: Found, remembered: ReaderSettings): Found {
  if (headerKey(found.settings) !== headerKey(remembered)) return found
  const width = found.settings.header.length
  const mapping = Object.fromEntries(
    Object.entries(remembered.mapping).filter(([index]) => Number(index) < width),
  )
  const { timeZone, dayOrder, fallbackAccount } = remembered
  return {
    ...found,
    settings: { ...found.settings, mapping, timeZone, dayOrder, fallbackAccount },
    columns: found.columns.map((column) => ({
      ...column,
      field: mapping[column.index] ?? 'ignore',
      confidence: 5,
    })),
    notes: [...found.notes, 'The columns are read as you settled for a file with the same header.'],
  }
}
