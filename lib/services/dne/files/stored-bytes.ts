import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { Sql } from 'postgres'
import { readChunks } from '@/db/queries/uploads/chunks'
import { openListReader } from '@/lib/ingest/lists/reader'
import type { ListRecord, ListSettings } from '@/lib/ingest/lists/types'
import { unpack } from '@/lib/jobs/reading/unpack'

const inflate = promisify(inflateRaw)
const PIECE = 128 * 1024

interface StoredFile {
  workspaceId: string
  uploadId: string
  gzip: boolean
}

/** A piece of a file's records, and how many stored bytes were read so far. */
export interface Piece {
  records: ListRecord[]
  read: number
}

/** The records of a stored file, a hundred kilobytes at a time: memory stays the same whatever the file's size. */
export async function* recordsOf(sql: Sql, file: StoredFile, settings: ListSettings): AsyncGenerator<Piece> {
  const reader = openListReader(settings)
  const progress = { read: 0 }
  for await (const bytes of unpacked(sql, file, progress)) {
    for (let at = 0; at < bytes.length; at += PIECE) {
      yield { records: reader.push(bytes.subarray(at, at + PIECE)), read: progress.read }
    }
  }
  yield { records: reader.end(), read: progress.read }
}

/** The bytes of a stored file as they were before compression. */
export async function* unpacked(
  sql: Sql,
  file: StoredFile,
  progress = { read: 0 },
): AsyncGenerator<Uint8Array> {
  const chunks = inflated(sql, file, progress)
  if (file.gzip) yield* unpack(chunks, 0)
  else yield* chunks
}

async function* inflated(sql: Sql, file: StoredFile, progress: { read: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of readChunks(sql, file, 0)) {
    const bytes = await inflate(chunk)
    progress.read += bytes.length
    yield bytes
  }
}
