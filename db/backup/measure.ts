import { createHash } from 'node:crypto'

export interface Measured {
  rows: number
  bytes: number
  sha256: string
}

/** Counts rows and bytes of COPY's text, where every row ends with a line feed and no other stands, and hashes them. */
export class Measure {
  private readonly hash = createHash('sha256')
  private rows = 0
  private bytes = 0

  add(piece: Buffer): void {
    this.hash.update(piece)
    this.bytes += piece.length
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) this.rows++
  }

  end(): Measured {
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.digest('hex') }
  }
}
