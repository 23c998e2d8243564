const CELL = 3
/** Numbers before the sequence itself: its length, and the two that it is asked with. */
const HEAD = 3

/**
 * Remembers what was found for sequences of numbers together with two more. All are compared in full, so what comes back was found for
 * the very same ones. It lies close together, as every look at far memory costs more than the rest; when it is full, it begins anew.
 */
export class Memory<Value> {
  /** Key, place in `log` + 1, and index of the value; open-addressed. */
  private readonly cells: Int32Array
  private readonly mask: number
  private readonly log: Int32Array
  private readonly values: Value[] = []
  private end = 0

  /** Holds up to `size` (a power of two) sequences of at most `width` numbers; longer ones are not kept. */
  constructor(
    private readonly size: number,
    private readonly width: number,
    private readonly room: number,
  ) {
    this.cells = new Int32Array(size * 2 * CELL)
    this.mask = size * 2 - 1
    this.log = new Int32Array(Math.max(room, width + HEAD))
  }

  /** What was kept for the first `count` numbers of a sequence and these two; `key` is any hash of them. */
  find(key: number, sequence: Int32Array, count: number, one: number, other: number): Value | undefined {
    const { cells, mask, log } = this
    let cell = place(key, one, other) & mask
    for (;;) {
      const at = cells[cell * CELL + 1]! - 1
      if (at < 0) return undefined
      if (
        cells[cell * CELL] === key &&
        log[at] === count &&
        log[at + 1] === one &&
        log[at + 2] === other &&
        isSame(log, at + HEAD, sequence, count)
      )
        return this.values[cells[cell * CELL + 2]!]
      cell = (cell + 1) & mask
    }
  }

  /** Keeps a value for a sequence that `find` does not know. */
  keep(key: number, sequence: Int32Array, count: number, one: number, other: number, value: Value): void {
    if (count > this.width) return
    if (this.values.length === this.size || this.end + count + HEAD > this.log.length) this.forget()
    const { cells, mask, log, end } = this
    let cell = place(key, one, other) & mask
    while (cells[cell * CELL + 1] !== 0) cell = (cell + 1) & mask
    cells[cell * CELL] = key
    cells[cell * CELL + 1] = end + 1
    cells[cell * CELL + 2] = this.values.push(value) - 1
    log[end] = count
    log[end + 1] = one
    log[end + 2] = other
    for (let i = 0; i < count; i++) log[end + HEAD + i] = sequence[i]!
    this.end = end + HEAD + count
  }

  private forget(): void {
    this.cells.fill(0)
    this.values.length = 0
    this.end = 0
  }
}

function place(key: number, one: number, other: number): number {
  const mixed = Math.imul(key ^ (key >>> 15) ^ Math.imul(one, 0x85ebca6b) ^ other, 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}

function isSame(log: Int32Array, from: number, sequence: Int32Array, count: number): boolean {
  for (let i = 0; i < count; i++) if (log[from + i] !== sequence[i]) return false
  return true
}
