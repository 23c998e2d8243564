import type { Codes } from './reply-codes'

/**
 * Remembers what was found for sequences of numbers together with two codes. There are two places for each; the one not asked for
 * lately is given away. Sequences are compared in full, so what comes back was found for the very same one.
 */
export class Memory<Value> {
  private readonly sequences: Int32Array
  private readonly counts: Uint8Array
  private readonly values: (Value | undefined)[]
  private readonly replies: string[]
  private readonly enhanced: string[]
  private readonly lately: Uint8Array

  /** Holds up to `size` (a power of two) sequences of at most `width` (below 256) numbers; longer ones are not kept. */
  constructor(
    private readonly size: number,
    private readonly width: number,
  ) {
    this.sequences = new Int32Array(size * width)
    this.counts = new Uint8Array(size)
    this.values = new Array<Value | undefined>(size).fill(undefined)
    this.replies = new Array<string>(size).fill('')
    this.enhanced = new Array<string>(size).fill('')
    this.lately = new Uint8Array(size >> 1)
  }

  /** What was kept for the first `count` numbers of a sequence and these codes; `key` is any hash of them. */
  find(key: number, sequence: Int32Array, count: number, codes: Codes): Value | undefined {
    if (count > this.width) return undefined
    const place = this.placeOf(key)
    if (this.isAt(place, sequence, count, codes)) return this.asked(place)
    return this.isAt(place ^ 1, sequence, count, codes) ? this.asked(place ^ 1) : undefined
  }

  keep(key: number, sequence: Int32Array, count: number, codes: Codes, value: Value): void {
    if (count > this.width) return
    const pair = this.placeOf(key) & -2
    const place = pair + (this.lately[pair >> 1]! ^ 1)
    this.values[place] = value
    this.counts[place] = count
    this.replies[place] = codes.reply
    this.enhanced[place] = codes.enhanced
    for (let i = 0, at = place * this.width; i < count; i++) this.sequences[at + i] = sequence[i]!
    this.lately[pair >> 1] = place & 1
  }

  private placeOf(key: number): number {
    const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d)
    return (mixed ^ (mixed >>> 13)) & (this.size - 1)
  }

  private asked(place: number): Value | undefined {
    this.lately[place >> 1] = place & 1
    return this.values[place]
  }

  private isAt(place: number, sequence: Int32Array, count: number, codes: Codes): boolean {
    if (
      this.counts[place] !== count ||
      this.values[place] === undefined ||
      this.replies[place] !== codes.reply ||
      this.enhanced[place] !== codes.enhanced
    )
      return false
    const { sequences } = this
    for (let i = 0, at = place * this.width; i < count; i++)
      if (sequences[at + i] !== sequence[i]) return false
    return true
  }
}
