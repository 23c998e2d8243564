const LF = 0x0a

/** Bytes that are added at one end and dropped at the other, each copied a bounded number of times. */
export class GrowingBytes {
  private buffer = new Uint8Array(512 * 1024)
  private start = 0
  private stop = 0
  /** Index of the last line end in `buffer`, -1 where none is held. */
  private lineEnd = -1

  get length(): number {
    return this.stop - this.start
  }

  /** The bytes held; valid until the next change. */
  view(): Uint8Array {
    return this.buffer.subarray(this.start, this.stop)
  }

  /** Index in `view()` of the last line end, -1 where there is none. */
  lastLineEnd(): number {
    return this.lineEnd < 0 ? -1 : this.lineEnd - this.start
  }

  append(chunk: Uint8Array): void {
    if (this.stop + chunk.length > this.buffer.length) this.makeRoom(chunk.length)
    this.buffer.set(chunk, this.stop)
    const end = chunk.lastIndexOf(LF)
    if (end >= 0) this.lineEnd = this.stop + end
    this.stop += chunk.length
  }

  /** Lets go of the first `size` bytes. */
  drop(size: number): void {
    this.start += size
    if (this.lineEnd < this.start) this.lineEnd = -1
  }

  private makeRoom(size: number): void {
    const { length } = this
    const needed = length + size
    // At most half full after a move, so that moves are rare.
    const next = needed * 2 > this.buffer.length ? new Uint8Array(needed * 2) : this.buffer
    if (next === this.buffer) this.buffer.copyWithin(0, this.start, this.stop)
    else next.set(this.view())
    if (this.lineEnd >= 0) this.lineEnd -= this.start
    this.buffer = next
    this.start = 0
    this.stop = length
  }
}
