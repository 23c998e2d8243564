import { Buffer } from 'node:buffer'

/** What a backup file is made of, inside its compression: a letter, a length, and that many bytes. */
export type FrameKind = 'H' | 'T' | 'D' | 'E' | 'M'

export interface Frame {
  kind: FrameKind
  bytes: Buffer
}

/** The file is no backup, or not a whole one. */
export class DamagedBackup extends Error {
  override name = 'DamagedBackup'
}

const HEAD = 5
const LONGEST = 1 << 30
const KINDS = new Set<string>(['H', 'T', 'D', 'E', 'M'])

export function packFrame(kind: FrameKind, content: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content))
  const head = Buffer.alloc(HEAD)
  head.write(kind, 'latin1')
  head.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([head, bytes])
}

/** Cuts a stream of bytes into its frames, one in memory at a time. Rejects with `DamagedBackup` where it ends inside one. */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer[] = []
  let size = 0
  const take = (length: number): Buffer => {
    const all = held.length === 1 ? held[0]! : Buffer.concat(held)
    held = all.length > length ? [all.subarray(length)] : []
    size -= length
    return all.subarray(0, length)
  }
  let head: Buffer | null = null
  for await (const piece of source) {
    held.push(piece)
    size += piece.length
    while (size >= (head ? lengthIn(head) : HEAD)) {
      if (!head) head = take(HEAD)
      else {
        const bytes = take(lengthIn(head))
        yield { kind: head.toString('latin1', 0, 1) as FrameKind, bytes }
        head = null
      }
    }
  }
  if (size > 0 || head) throw new DamagedBackup('This backup ends in the middle. Its writing was cut off.')
}

function lengthIn(head: Buffer): number {
  const length = head.readUInt32BE(1)
  if (KINDS.has(head.toString('latin1', 0, 1)) && length <= LONGEST) return length
  throw new DamagedBackup('This is not a backup of Rebound, or it is damaged.')
}
