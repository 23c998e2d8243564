import { parentPort } from 'node:worker_threads'
import { inflateRawSync } from 'node:zlib'
import { KnownSenders } from '@/lib/mail/known-senders'
import { openReader } from '@/lib/ingest/read'
import { ChunkQueue } from './chunk-queue'
import type { FromThread, ReadingStart, ToThread } from './messages'
import { RowLines } from './row-lines'
import { unpack, UnreadableFile } from './unpack'

/** Characters of a batch: about 20,000 rows, under a second's work. */
const BATCH_CHARS = 8_000_000
/** Chunks are cut to this before reading, so that a batch never grows far beyond its size. */
const PIECE = 256 * 1024
/** Batches that may wait to be stored. */
const CREDITS = 2

const port = parentPort!

/** The reading of one file; a thread does one after the other, because starting a thread takes longer than a small file. */
class Session {
  readonly chunks = new ChunkQueue(() => this.post({ kind: 'used' }))
  private credits = CREDITS
  private credited: (() => void) | null = null
  private stopped = false

  constructor(
    readonly number: number,
    private readonly start: ReadingStart,
  ) {}

  credit(): void {
    this.credits++
    this.credited?.()
  }

  /** Ends the reading without a word: nobody wants the rest. */
  stop(): void {
    this.stopped = true
    this.chunks.end()
    this.credited?.()
  }

  async read(): Promise<void> {
    const { settings, position, rules, senders, seq, seen, gzip, skip } = this.start
    const reader = openReader(settings, position ?? undefined)
    const lines = new RowLines(rules, new KnownSenders(senders), seq, seen)
    const source = gzip ? unpack(this.stored(0), skip) : this.stored(skip)
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        lines.add(reader.push(chunk.subarray(at, at + PIECE)))
        if (lines.size >= BATCH_CHARS) await this.send(lines, reader, false)
        if (this.stopped) return
      }
    }
    if (this.stopped) return
    lines.add(reader.end())
    await this.send(lines, reader, true)
  }

  fail(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    this.post({ kind: 'failed', reason, expected: error instanceof UnreadableFile })
  }

  /** The stored bytes, without the first `skip`. */
  private async *stored(skip: number): AsyncGenerator<Uint8Array> {
    let before = skip
    for await (const chunk of this.chunks) {
      const bytes = inflateRawSync(chunk)
      if (before < bytes.length) yield bytes.subarray(before)
      before = Math.max(0, before - bytes.length)
    }
  }

  private async send(lines: RowLines, reader: ReturnType<typeof openReader>, last: boolean): Promise<void> {
    while (this.credits === 0 && !this.stopped)
      await new Promise<void>((resolve) => (this.credited = resolve))
    this.credits--
    const batch = lines.take(reader.position(), last)
    this.post({ kind: 'batch', batch }, [batch.lines.buffer as ArrayBuffer])
  }

  private post(message: FromThread, transfer: ArrayBuffer[] = []): void {
    if (this.stopped) return
    port.postMessage({ session: this.number, message }, transfer)
  }
}

let current: Session | null = null

port.on('message', ({ session, message }: { session: number; message: ToThread }) => {
  if (message.kind === 'start') {
    const started = new Session(session, message.start)
    current = started
    started.read().catch((error: unknown) => started.fail(error))
  } else if (current?.number !== session) return
  else if (message.kind === 'chunk') current.chunks.push(message.bytes)
  else if (message.kind === 'end') current.chunks.end()
  else if (message.kind === 'stop') current.stop()
  else current.credit()
})
