import { decodeText } from '@/lib/ingest/encoding'

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const REVERSE = new Int16Array(128).fill(-1)
for (let i = 0; i < 64; i++) REVERSE[BASE64.charCodeAt(i)] = i

/** Base64 to bytes; anything outside the alphabet is passed over, as mail readers do. */
export function decodeBase64(text: string): Uint8Array {
  const out = new Uint8Array(Math.ceil((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const value = REVERSE[text.charCodeAt(i) & 127] ?? -1
    if (value < 0 || text.charCodeAt(i) > 127) continue
    held = ((held << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    out[length++] = (held >> bits) & 255
  }
  return out.subarray(0, length)
}

/** Quoted-printable (RFC 2045, 6.7) as a byte string; a stray `=` stays as it is. */
export function decodeQuotedPrintable(text: string): string {
  return text
    .replace(/(?<![ \t])[ \t]+(?=\r?\n|$)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

const ascii = new TextDecoder()

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! > 127) return false
  return true
}

/** Bytes as a string with one character per byte: at once where all are ASCII, else in slices that spare the stack. */
export function byteString(bytes: Uint8Array): string {
  if (isAscii(bytes)) return ascii.decode(bytes)
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return text
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

const decoders = new Map<string, TextDecoder | null>()

function decoderFor(charset: string): TextDecoder | null {
  const name = charset.toLowerCase().replace(/^(x-)?(cp-?|windows-?)(125\d)$/, 'windows-$3')
  const known = decoders.get(name)
  if (known !== undefined) return known
  let decoder: TextDecoder | null
  try {
    decoder = new TextDecoder(name)
  } catch {
    decoder = null // an unknown charset is read as UTF-8, else Windows-1252
  }
  if (decoders.size < 256) decoders.set(name, decoder)
  return decoder
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Text of a byte string in its declared charset, else UTF-8 where valid, else Windows-1252. */
export function decodeCharset(bytes: string, charset: string): string {
  // eslint-disable-next-line no-control-regex -- ISO-2022 escapes and 8-bit bytes are what this looks for
  if (!/[\x1b\x80-\xff]/.test(bytes) && !/^utf-(16|7)/i.test(charset)) return bytes
  const raw = bytesOf(bytes)
  const declared = charset && !/^(us-)?ascii$|^utf-?8$|^unknown/i.test(charset) ? decoderFor(charset) : null
  if (declared)
    return declared.encoding === 'windows-1252' ? decodeText(raw, 'windows-1252') : declared.decode(raw)
  try {
    return utf8.decode(raw)
  } catch {
    return decodeText(raw, 'windows-1252')
  }
}

/** RFC 2047 encoded words in a header value. */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return decodeCharset(value, '')
  return value
    .replace(/\?=\s+(?==\?)/g, '?=')
    .replace(
      /=\?([^?*]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/gi,
      (_, charset: string, encoding: string, text: string) =>
        encoding.toLowerCase() === 'b'
          ? decodeCharset(byteString(decodeBase64(text)), charset)
          : decodeCharset(decodeQuotedPrintable(text.replaceAll('_', ' ')), charset),
    )
}
