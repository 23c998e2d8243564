import type { Encoding } from './types'

/** What Windows-1252 has at 0x80–0x9f; '' where it has nothing. */
const HIGH = '€||‚|ƒ|„|…|†|‡|ˆ|‰|Š|‹|Œ||Ž|||‘|’|“|”|•|–|—|˜|™|š|›|œ||ž|Ÿ'.split('|')

/** Decodes text of a known encoding. Node 20 takes Windows-1252 for Latin-1, so its own signs are put right here. */
export function decodeText(
  bytes: Uint8Array,
  encoding: Encoding,
  decoder = new TextDecoder(encoding, { ignoreBOM: true }),
): string {
  const text = decoder.decode(bytes)
  if (encoding !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009f]/g, (char) => HIGH[char.charCodeAt(0) - 0x80] || char)
}

/** The encoding of a text file by its first bytes: byte order mark, zeros of UTF-16, validity as UTF-8, else Windows-1252. */
export function detectEncoding(head: Uint8Array, whole: boolean): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  return utf16WithoutMark(head) ?? (mostlyUtf8(head, whole) ? 'utf-8' : 'windows-1252')
}

/** Text in Latin letters has a zero in every second byte; a stray NUL has not. */
function utf16WithoutMark(head: Uint8Array): Encoding | null {
  const size = Math.min(head.length & ~1, 4096)
  if (size < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < size; i += 2) {
    if (head[i] === 0) even++
    if (head[i + 1] === 0) odd++
  }
  if (odd > size * 0.3 && even < size * 0.02) return 'utf-16le'
  if (even > size * 0.3 && odd < size * 0.02) return 'utf-16be'
  return null
}

/** A few broken sequences among many good ones are damage, not another encoding. */
function mostlyUtf8(head: Uint8Array, whole: boolean): boolean {
  let good = 0
  let bad = 0
  for (let i = 0; i < head.length; i++) {
    const byte = head[i]!
    if (byte < 0x80) continue
    const length =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0
    if (!whole && i + length >= head.length) break
    let follows = 0
    while (follows < length && (head[i + follows + 1]! & 0xc0) === 0x80) follows++
    if (length > 0 && follows === length) good++
    else bad++
    i += follows
  }
  return bad === 0 || good > bad
}

/**
 * The bytes not yet consumed, decoded from the start of a record on, and where in the raw stream they begin.
 * Consumption ends behind a line end, at the end of the text, or before a CR that ends it.
 */
export class ByteWindow {
  text = ''
  /** Whether the text may hold anything but printable ASCII, tab, CR and LF. */
  unclean = false
  private bytes: Uint8Array = new Uint8Array(0)
  private readonly decoder: TextDecoder
  private readonly wide: boolean

  constructor(
    private readonly encoding: Encoding,
    /** Offset in the raw stream of the first byte in the window. */
    public offset: number,
  ) {
    this.decoder = new TextDecoder(encoding, { ignoreBOM: true })
    this.wide = encoding === 'utf-16le' || encoding === 'utf-16be'
  }

  append(chunk: Uint8Array): void {
    if (this.bytes.length === 0) {
      this.bytes = chunk
      this.unclean = this.wide || isUnclean(chunk)
    } else {
      const joined = new Uint8Array(this.bytes.length + chunk.length)
      joined.set(this.bytes)
      joined.set(chunk, this.bytes.length)
      this.bytes = joined
      this.unclean ||= isUnclean(chunk)
    }
    const bytes = this.wide ? this.bytes.subarray(0, this.bytes.length & ~1) : this.bytes
    this.text = decodeText(bytes, this.encoding, this.decoder)
  }

  /** Lets go of the first `chars` characters, and copies what stays: the caller may use its buffer again. */
  consume(chars: number): void {
    const size = this.bytesOf(chars)
    this.offset += size
    this.bytes = this.bytes.slice(size)
    this.text = ''
  }

  private bytesOf(chars: number): number {
    const { text, bytes } = this
    if (chars === 0) return 0
    if (this.wide) return chars * 2
    if (chars === text.length || text.length === bytes.length)
      return chars === text.length ? bytes.length : chars
    if (chars === text.length - 1 && text.endsWith('\r')) return bytes.length - 1
    // Every character but a line end may have taken several bytes, so line ends are counted, from the nearer end.
    let ends = 1
    for (let i = chars; i < text.length; i++) if (isLineEnd(text.charCodeAt(i))) ends++
    let at = bytes.length
    while (ends > 0 && at > 0) if (isLineEnd(bytes[--at]!)) ends--
    return at + 1
  }
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13
}

function isUnclean(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 32 ? byte !== 10 && byte !== 13 && byte !== 9 : byte > 126) return true
  }
  return false
}
