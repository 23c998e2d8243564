import { createGunzip, type Gunzip } from 'node:zlib'
import { once } from 'node:events'
import { isZip, MailArchive, UnreadableArchive } from '@/lib/mail/archive'

/** Why a stored file can't be read at all; the sentence is for the person. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
}

const GIB = 1024 ** 3
/** Text compresses a hundredfold at best; a bomb a thousandfold. */
const MAX_RATIO = 300
const RATIO_FROM = 64 * 1024 * 1024
export const MAX_UNPACKED = 4 * GIB

/** Unpacks a gzip file, or a ZIP archive of mails into one mbox, piece by piece, without its first `skip` bytes. */
export async function* unpack(source: AsyncIterable<Uint8Array>, skip: number): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]()
  const first = await chunks.next()
  const all = async function* () {
    if (!first.done) yield first.value
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  }
  yield* !first.done && isZip(first.value) ? unzip(all(), skip) : gunzip(all(), skip)
}

async function* unzip(source: AsyncIterable<Uint8Array>, skip: number): AsyncGenerator<Uint8Array> {
  const archive = new MailArchive()
  let given = 0
  const passOn = function* (chunk: Uint8Array, last: boolean) {
    for (const piece of archive.push(chunk, last)) {
      const from = Math.max(0, Math.min(piece.length, skip - given))
      given += piece.length
      if (from < piece.length) yield piece.subarray(from)
    }
  }
  try {
    for await (const chunk of source) yield* passOn(chunk, false)
    yield* passOn(new Uint8Array(0), true)
  } catch (error) {
    throw error instanceof UnreadableArchive ? new UnreadableFile(error.message) : error
  }
}

/** Unpacks a gzip file piece by piece, without its first `skip` bytes, and refuses one that unpacks to absurd size. */
async function* gunzip(source: AsyncIterable<Uint8Array>, skip: number): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip({ chunkSize: 256 * 1024 })
  const fed = feed(source, unzip)
  let [packed, unpacked] = [0, 0]
  try {
    for await (const piece of unzip as AsyncIterable<Buffer>) {
      packed = unzip.bytesWritten
      const from = Math.max(0, Math.min(piece.length, skip - unpacked))
      unpacked += piece.length
      if (unpacked > MAX_UNPACKED) throw new UnreadableFile('This gzip file unpacks to more than 4 GB.')
      if (unpacked > RATIO_FROM && unpacked > packed * MAX_RATIO) {
        throw new UnreadableFile('This gzip file unpacks to far more than its size; it is not read.')
      }
      if (from < piece.length) yield piece.subarray(from)
    }
    await fed
  } catch (error) {
    throw asUnreadable(error)
  } finally {
    unzip.destroy()
    fed.catch(() => undefined)
  }
}

async function feed(source: AsyncIterable<Uint8Array>, unzip: Gunzip): Promise<void> {
  for await (const chunk of source) {
    if (!unzip.write(chunk)) await Promise.race([once(unzip, 'drain'), once(unzip, 'close')])
    if (unzip.destroyed) return
  }
  unzip.end()
}

function asUnreadable(error: unknown): unknown {
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string' && code.startsWith('Z_')) {
    return new UnreadableFile('This gzip file is damaged or cut off. Pack it again and upload it.')
  }
  return error
}
