import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import type { Sql } from 'postgres'
import { addChunk } from '@/db/queries/uploads/chunks'
import { isZip } from '@/lib/mail/archive'

const deflate = promisify(deflateRaw)
const CHUNK_BYTES = 1024 * 1024

interface Place {
  workspaceId: string
  uploadId: string
}

/** Counts, hashes and stores a body piece by piece: at most two chunks are in memory, whatever its size. */
export class ChunkWriter {
  private readonly hash = createHash('sha256')
  private readonly textHash = createHash('sha256')
  private pieces: Uint8Array[] = []
  private held = 0
  private seq = 0
  private storing: Promise<void> = Promise.resolve()
  private start: Uint8Array = new Uint8Array(0)
  size = 0

  constructor(
    private readonly sql: Sql,
    private readonly place: Place,
  ) {}

  async write(piece: Uint8Array): Promise<void> {
    if (this.start.length < 4) this.start = Buffer.concat([this.start, piece.subarray(0, 4)]).subarray(0, 4)
    this.hash.update(piece)
    this.hashText(piece)
    this.size += piece.length
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + CHUNK_BYTES - this.held)
      this.pieces.push(part)
      this.held += part.length
      at += part.length
      if (this.held === CHUNK_BYTES) await this.flush()
    }
  }

  /** Stores what is left; gives what the body was. */
  async end(): Promise<{ size: number; sha256: string; textSha256: string; gzip: boolean }> {
    await this.flush()
    await this.storing
    return {
      size: this.size,
      sha256: this.hash.digest('hex'),
      textSha256: this.textHash.digest('hex'),
      gzip: (this.start[0] === 0x1f && this.start[1] === 0x8b) || isZip(this.start),
    }
  }

  /** Lets a chunk be compressed and stored while the next one comes; waits for the one before. */
  private async flush(): Promise<void> {
    await this.storing
    if (this.held === 0) return
    const raw = Buffer.concat(this.pieces)
    const seq = this.seq++
    this.pieces = []
    this.held = 0
    this.storing = this.store(seq, raw)
    this.storing.catch(() => undefined)
  }

  private async store(seq: number, raw: Buffer): Promise<void> {
    const bytes = await deflate(raw, { level: 1 })
    await addChunk(this.sql, this.place, { seq, size: raw.length, bytes })
  }

  /** The same text in other line ends, with or without a byte order mark, is the same text. */
  private hashText(piece: Uint8Array): void {
    let from = 0
    const before = this.size
    for (
      ;
      before + from < 3 && from < piece.length && piece[from] === [0xef, 0xbb, 0xbf][before + from];
      from++
    );
    for (let at = from; at < piece.length;) {
      const cr = piece.indexOf(13, at)
      const end = cr < 0 ? piece.length : cr
      if (end > at) this.textHash.update(piece.subarray(at, end))
      at = end + 1
    }
  }
}
