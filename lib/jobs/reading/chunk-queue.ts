/** Hands chunks from whoever has them to whoever reads them. */
export class ChunkQueue implements AsyncIterable<Uint8Array> {
  private readonly waiting: Uint8Array[] = []
  private ended = false
  private wake: (() => void) | null = null

  constructor(private readonly used: () => void) {}

  push(chunk: Uint8Array): void {
    this.waiting.push(chunk)
    this.wake?.()
  }

  end(): void {
    this.ended = true
    this.wake?.()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    while (true) {
      const chunk = this.waiting.shift()
      if (chunk) {
        yield chunk
        this.used()
      } else if (this.ended) return
      else await new Promise<void>((resolve) => (this.wake = resolve))
    }
  }
}
