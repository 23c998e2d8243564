import { Unzip, UnzipInflate, type UnzipFile } from 'fflate'
import { MAIL_LIMITS } from './limits'
import { isMbox, nextMessage } from './mbox'

/** Whether bytes begin as a ZIP archive with something in it. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
}

/** Why an archive is not read on; the sentence is for the person. */
export class UnreadableArchive extends Error {
  override name = 'UnreadableArchive'
}

const ascii = new TextEncoder()
const START = ascii.encode('From rebound@archive Thu Jan  1 00:00:00 1970\n')
const END = ascii.encode('\n\n')
const MAX_FILES = 200_000
const MAX_UNPACKED = 4 * 1024 ** 3
/** Mails compress twentyfold at best; a bomb a thousandfold. */
const MAX_RATIO = 300
const RATIO_FROM = 64 * 1024 * 1024
/** Packed bytes taken at once: even a bomb gives no more than some megabytes then. */
const PIECE = 8 * 1024
/** So much of a file tells whether it is an mbox. */
const HEAD = 256
/** What systems put beside the files of a person. */
const NOT_HIS = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)|\/$/i

/**
 * Unpacks a ZIP archive of mails, piece by piece, into one mbox: a mail a file, and an mbox as it stands. Of a file beyond
 * the limit of mails no more is kept than shows that it is too large. Throws `UnreadableArchive` on a damaged one.
 */
export class MailArchive {
  private readonly unzip = new Unzip((file) => this.open(file))
  private out: Uint8Array[] = []
  private files = 0
  private failure: unknown = null
  private packed = 0
  private unpacked = 0

  constructor() {
    this.unzip.register(UnzipInflate)
  }

  /** Takes the next bytes of the archive; gives what they add to the mbox. */
  *push(chunk: Uint8Array, last = false): Generator<Uint8Array> {
    const pieces = Math.max(1, Math.ceil(chunk.length / PIECE))
    for (let n = 0; n < pieces; n++) {
      const piece = chunk.subarray(n * PIECE, (n + 1) * PIECE)
      this.packed += piece.length
      try {
        this.unzip.push(piece, last && n === pieces - 1)
      } catch (error) {
        this.failure ??= error
      }
      if (this.failure) throw asUnreadable(this.failure)
      this.refuseBomb()
      yield* this.out
      this.out = []
    }
  }

  private refuseBomb(): void {
    if (this.unpacked > MAX_UNPACKED)
      throw new UnreadableArchive('This ZIP archive unpacks to more than 4 GB. Split it.')
    if (this.unpacked > RATIO_FROM && this.unpacked > this.packed * MAX_RATIO)
      throw new UnreadableArchive('This ZIP archive unpacks to far more than its size; it is not read.')
  }

  private open(file: UnzipFile): void {
    if (++this.files > MAX_FILES)
      throw new UnreadableArchive('This ZIP archive holds more than 200,000 files. Split it.')
    const entry = NOT_HIS.test(file.name) ? null : new Entry((bytes) => this.out.push(bytes))
    file.ondata = (error, data, final) => {
      if (error) this.failure ??= error
      else {
        this.unpacked += data.length
        entry?.take(data, final)
      }
    }
    file.start()
  }
}

/** One file of the archive on its way into the mbox. */
class Entry {
  private parts: Uint8Array[] = []
  private held = 0
  /** Null until so much is there that it shows. */
  private isMbox: boolean | null = null

  constructor(private readonly give: (bytes: Uint8Array) => void) {}

  take(data: Uint8Array, final: boolean): void {
    if (this.isMbox) this.give(data)
    else if (this.held <= MAIL_LIMITS.bytes) this.parts.push(data)
    this.held += data.length
    if (this.isMbox === null && (final || this.held >= HEAD)) this.look()
    if (final) this.finish()
  }

  /** An mbox is not kept: it may hold any number of mails. */
  private look(): void {
    const head = joined(this.parts)
    this.isMbox = isMbox(head)
    this.parts = this.isMbox ? [] : [head]
    if (this.isMbox) this.give(head)
  }

  private finish(): void {
    if (!this.isMbox) {
      const mail = joined(this.parts)
      this.parts = []
      if (mail.length === 0) return
      this.give(START)
      quoteStarts(mail, this.give)
    }
    this.give(END)
  }
}

/** Lines that would begin another message get a `>` before them, as in every mbox. */
function quoteStarts(mail: Uint8Array, give: (bytes: Uint8Array) => void): void {
  let from = 0
  for (let at = nextMessage(mail, 1, mail.length); at >= 0; at = nextMessage(mail, at + 1, mail.length)) {
    give(mail.subarray(from, at))
    give(ascii.encode('>'))
    from = at
  }
  give(mail.subarray(from))
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function asUnreadable(error: unknown): UnreadableArchive {
  if (error instanceof UnreadableArchive) return error
  return new UnreadableArchive(
    'This ZIP archive is damaged, locked with a password or packed in a way that is not read here. Pack the mails again.',
  )
}
