import { Worker } from 'node:worker_threads'
import type { Batch, FromThread, ReadingStart, ToThread } from './messages'
import { UnreadableFile } from './unpack'

export interface Reading {
  /** The next piece of the file; null after the last one. Rejects where the file can't be read or the thread died. */
  next(): Promise<Batch | null>
  close(): Promise<void>
}

/** Chunks on their way to the thread, so that it never waits for the database. */
const AHEAD = 3
const HEAP_MB = 192
/** A thread that gives nothing for so long hangs. */
export const SILENCE_MS = 60_000

// Threads do not inherit the loader of TypeScript; what is bundled needs none.
const BOOT = `const { workerData } = require('node:worker_threads')
const typescript = workerData.entry.endsWith('.ts')
const ready = typescript ? import('tsx/esm/api').then(({ register }) => register()) : Promise.resolve()
ready.then(() => import(workerData.entry))`

/** Opens a thread that reads, recognises and hashes a stored file; `chunks` are its stored bytes from where the thread starts. */
export function openReading(start: ReadingStart, chunks: AsyncIterable<Uint8Array>): Reading {
  const entry = new URL(`./thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url).href
  const worker = new Worker(BOOT, {
    eval: true,
    workerData: { entry, start },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  return new ThreadReading(worker, chunks[Symbol.asyncIterator]())
}

class ThreadReading implements Reading {
  private readonly batches: Batch[] = []
  private failure: Error | null = null
  private finished = false
  private wake: (() => void) | null = null
  private timer: NodeJS.Timeout | null = null

  constructor(
    private readonly worker: Worker,
    private readonly chunks: AsyncIterator<Uint8Array>,
  ) {
    worker.on('message', (message: FromThread) => this.hear(message))
    worker.on('error', (error) => this.fail(error))
    worker.on('exit', (code) => this.fail(new Error(`The reading thread ended with code ${code}.`)))
    for (let each = 0; each < AHEAD; each++) void this.feed()
  }

  async next(): Promise<Batch | null> {
    while (this.batches.length === 0) {
      if (this.finished) return null
      if (this.failure) throw this.failure
      await this.news()
    }
    const batch = this.batches.shift()!
    this.tell({ kind: 'credit' })
    this.finished ||= batch.last
    return batch
  }

  async close(): Promise<void> {
    this.failure ??= new Error('The reading was closed.')
    this.wake?.()
    await Promise.all([this.worker.terminate(), this.chunks.return?.()])
  }

  private news(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        if (this.timer) clearTimeout(this.timer)
        resolve()
      }
      this.wake = wake
      this.timer = setTimeout(() => this.fail(new Error('The reading thread hangs.')), SILENCE_MS)
    })
  }

  private hear(message: FromThread): void {
    if (message.kind === 'batch') this.batches.push(message.batch)
    else if (message.kind === 'used') void this.feed()
    else this.fail(message.expected ? new UnreadableFile(message.reason) : new Error(message.reason))
    this.wake?.()
  }

  private async feed(): Promise<void> {
    try {
      const { value, done } = await this.chunks.next()
      if (done) this.tell({ kind: 'end' })
      else this.tell({ kind: 'chunk', bytes: value })
    } catch (error) {
      this.fail(error as Error)
    }
  }

  private tell(message: ToThread): void {
    this.worker.postMessage(message)
  }

  private fail(error: Error): void {
    this.failure ??= error
    this.wake?.()
  }
}
