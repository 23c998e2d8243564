const BITS = 2 ** 27
const PROBES = 4

/** Room for what the reading of one file has seen; shared, so that a file read on by another thread keeps it. */
export function seenKeysRoom(): SharedArrayBuffer {
  return new SharedArrayBuffer(BITS / 8)
}

/**
 * Tells rows that may equal an earlier one of their file from those that surely don't: a Bloom filter, because every key of a
 * large file would fill the memory. Without room every row may.
 */
export class SeenKeys {
  private readonly words: Uint32Array | null

  constructor(room: SharedArrayBuffer | null) {
    this.words = room && new Uint32Array(room)
  }

  /** Notes a row by its second and key (a uuid of hash bits); true where an earlier one may have been the same. */
  add(at: number, key: string): boolean {
    const { words } = this
    if (!words) return true
    let place = (parseInt(key.slice(0, 8), 16) ^ Math.imul(at, 0x9e3779b1)) >>> 0
    const step = (parseInt(key.slice(24, 32), 16) ^ Math.imul(at, 0x85ebca6b)) | 1
    let all = true
    for (let probe = 0; probe < PROBES; probe++) {
      const word = (place >>> 5) & (BITS / 32 - 1)
      const bit = 1 << (place & 31)
      if ((words[word]! & bit) === 0) {
        all = false
        words[word]! |= bit
      }
      place = (place + step) >>> 0
    }
    return all
  }
}
