const FIRST_BYTES = 1024 * 1024

/** Lines as the bytes they are sent as: strings would live until then, and collecting them costs more than writing them. */
export class LineBuffer {
  private bytes = Buffer.allocUnsafeSlow(FIRST_BYTES)
  private length = 0
  count = 0

  add(line: string): void {
    // A UTF-16 unit takes at most three bytes.
    const most = this.length + line.length * 3
    if (most > this.bytes.length) this.grow(most)
    this.length += this.bytes.write(line, this.length)
    this.count++
  }

  /** Gives what was added and begins anew. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length)
    this.bytes = Buffer.allocUnsafeSlow(Math.max(FIRST_BYTES, Math.min(this.bytes.length, this.length * 2)))
    this.length = 0
    this.count = 0
    return taken
  }

  private grow(least: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(least, this.bytes.length * 2))
    this.bytes.copy(larger, 0, 0, this.length)
    this.bytes = larger
  }
}
