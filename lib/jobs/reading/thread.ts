import { parentPort, workerData } from 'node:worker_threads'
import { inflateRawSync } from 'node:zlib'
import { openReader } from '@/lib/ingest/read'
import { ChunkQueue } from './chunk-queue'
import type { FromThread, ReadingStart, ToThread } from './messages'
import { RowLines } from './row-lines'
import { gunzip, UnreadableFile } from './unpack'

/** Characters of a batch: about 20,000 rows, under a second's work. */
const BATCH_CHARS = 8_000_000
/** Chunks are cut to this before reading, so that a batch never grows far beyond its size. */
const PIECE = 256 * 1024

const port = parentPort!
const start = (workerData as { start: ReadingStart }).start
const post = (message: FromThread, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)
const chunks = new ChunkQueue(() => post({ kind: 'used' }))
let credits = 2
let credited: (() => void) | null = null

port.on('message', (message: ToThread) => {
  if (message.kind === 'chunk') chunks.push(message.bytes)
  else if (message.kind === 'end') chunks.end()
  else {
    credits++
    credited?.()
  }
})

/** The stored bytes, without the first `skip`. */
async function* stored(skip: number): AsyncGenerator<Uint8Array> {
  let before = skip
  for await (const chunk of chunks) {
    const bytes = inflateRawSync(chunk)
    if (before < bytes.length) yield bytes.subarray(before)
    before = Math.max(0, before - bytes.length)
  }
}

async function send(lines: RowLines, reader: ReturnType<typeof openReader>, last: boolean): Promise<void> {
  while (credits === 0) await new Promise<void>((resolve) => (credited = resolve))
  credits--
  const batch = lines.take(reader.position(), last)
  const exact = batch.lines.byteLength === batch.lines.buffer.byteLength
  post({ kind: 'batch', batch }, exact ? [batch.lines.buffer as ArrayBuffer] : [])
}

async function read(): Promise<void> {
  const reader = openReader(start.settings, start.position ?? undefined)
  const lines = new RowLines(new Map(start.rules), start.seq)
  const source = start.gzip ? gunzip(stored(0), start.skip) : stored(start.skip)
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      lines.add(reader.push(chunk.subarray(at, at + PIECE)))
      if (lines.size >= BATCH_CHARS) await send(lines, reader, false)
    }
  }
  lines.add(reader.end())
  await send(lines, reader, true)
}

read().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error)
  post({ kind: 'failed', reason, expected: error instanceof UnreadableFile })
})
