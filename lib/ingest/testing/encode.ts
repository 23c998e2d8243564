import { decodeText } from '../encoding'
import type { Encoding } from '../types'

const CP1252_BYTES = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [decodeText(new Uint8Array([byte]), 'windows-1252'), byte] as const,
  ),
)

/** Text as bytes of an encoding, with or without a byte order mark; what Windows-1252 lacks becomes `?`. */
export function encodeText(text: string, encoding: Encoding, mark = false): Uint8Array {
  const marked = mark && encoding !== 'windows-1252' ? `\ufeff${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(marked)
  if (encoding === 'windows-1252') return Uint8Array.from(text, (char) => CP1252_BYTES.get(char) ?? 63)
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), encoding === 'utf-16le')
  return bytes
}

/** Bytes of a text file as a tool would write it in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
