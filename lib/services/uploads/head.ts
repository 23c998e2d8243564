import { gunzipSync, inflateRawSync, constants } from 'node:zlib'
import type { Sql } from 'postgres'
import { readChunks } from '@/db/queries/uploads/chunks'
import { HEAD_BYTES } from '@/lib/ingest/limits'
import { isZip, MailArchive, UnreadableArchive } from '@/lib/mail/archive'
import { beginsAsMail } from '@/lib/mail/header-lines'
import { messagesOf } from '@/lib/mail/mbox'

interface Stored {
  workspaceId: string
  uploadId: string
  gzip: boolean
  size: number
}

/** The first bytes of a stored file, unpacked, and whether they are all of it; null where they can't be unpacked. */
export async function headOf(sql: Sql, stored: Stored): Promise<{ bytes: Buffer; whole: boolean } | null> {
  let raw = Buffer.alloc(0)
  for await (const chunk of readChunks(sql, stored, 0)) {
    raw = inflateRawSync(chunk)
    break
  }
  if (!stored.gzip) return { bytes: raw.subarray(0, HEAD_BYTES), whole: stored.size <= HEAD_BYTES }
  return isZip(raw) ? unzipHead(raw, stored.size <= raw.length) : unpackHead(raw, stored.size <= raw.length)
}

/** Of an archive of mails their mbox; any other archive stays packed, so that it can be told what it is. */
function unzipHead(raw: Buffer, all: boolean): { bytes: Buffer; whole: boolean } {
  const packed = { bytes: raw.subarray(0, HEAD_BYTES), whole: all && raw.length <= HEAD_BYTES }
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for (const part of new MailArchive().push(raw, all)) {
      parts.push(part.slice())
      size += part.length
      if (size > HEAD_BYTES) break
    }
  } catch (error) {
    if (!(error instanceof UnreadableArchive)) throw error
    return packed
  }
  const bytes = Buffer.concat(parts)
  const [first] = messagesOf(bytes)
  if (!first || !holdsMails(first)) return packed
  return { bytes: bytes.subarray(0, HEAD_BYTES), whole: all && size <= HEAD_BYTES }
}

/** Whether what stands below the line that begins a message begins as a mail does. */
function holdsMails(message: Uint8Array): boolean {
  const text = new TextDecoder().decode(message.subarray(0, 16_384))
  return beginsAsMail(text.slice(text.indexOf('\n') + 1))
}

/** A gzip file is unpacked from its first 16 kB, more only where that gives too little: a bomb stays small. */
function unpackHead(raw: Buffer, all: boolean): { bytes: Buffer; whole: boolean } | null {
  try {
    for (let take = 16 * 1024; ; take *= 4) {
      const last = take >= raw.length
      const bytes = gunzipSync(raw.subarray(0, take), {
        finishFlush: last && all ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
        maxOutputLength: 64 * 1024 * 1024,
      })
      if (bytes.length > HEAD_BYTES) return { bytes: bytes.subarray(0, HEAD_BYTES), whole: false }
      if (last) return { bytes, whole: all }
    }
  } catch {
    return null
  }
}
