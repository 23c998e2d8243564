import type { Worker } from 'node:worker_threads'
import type { Batch, FromThread, ReadingStart, ToThread } from './messages'
import { giveThread, takeThread } from './threads'
import { UnreadableFile } from './unpack'

export interface Reading {
  /** The next piece of the file; null after the last one. Rejects where the file can't be read or the thread died. */
  next(): Promise<Batch | null>
  close(): Promise<void>
}

/** Chunks on their way to the thread, so that it never waits for the database. */
const AHEAD = 3
/** A thread that gives nothing for so long hangs. */
const SILENCE_MS = 60_000

let sessions = 0

/** Lets a thread read, recognise and hash a stored file; `chunks` are its stored bytes from where the thread starts. */
export function openReading(start: ReadingStart, chunks: AsyncIterable<Uint8Array>): Reading {
  return new ThreadReading(takeThread(), ++sessions, start, chunks[Symbol.asyncIterator]())
}

class ThreadReading implements Reading {
  private readonly batches: Batch[] = []
  private failure: Error | null = null
  private finished = false
  private wake: (() => void) | null = null

  constructor(
    private readonly worker: Worker,
    private readonly session: number,
    start: ReadingStart,
    private readonly chunks: AsyncIterator<Uint8Array>,
  ) {
    worker.on('message', (sent: { session: number; message: FromThread }) => {
      if (sent.session === session) this.hear(sent.message)
    })
    worker.on('error', (error) => this.fail(error))
    worker.on('exit', (code) => this.fail(new Error(`The reading thread ended with code ${code}.`)))
    this.tell({ kind: 'start', start })
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
    if (!this.failure) {
      if (!this.finished) this.tell({ kind: 'stop' })
      this.failure = new Error('The reading was closed.')
      giveThread(this.worker)
      await this.chunks.return?.()
      return
    }
    await Promise.all([this.worker.terminate(), this.chunks.return?.()])
  }

  private async news(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      this.wake = resolve
      timer = setTimeout(() => this.fail(new Error('The reading thread hangs.')), SILENCE_MS)
    })
    clearTimeout(timer)
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
    this.worker.postMessage({ session: this.session, message })
  }

  private fail(error: Error): void {
    this.failure ??= error
    this.wake?.()
  }
}
