/** A value as a word for URLs that shows nothing of it at a glance; nothing is kept secret by it. */
export function toOpaque(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Reads such a word back; null for anything that is none, and where it holds a NUL, which the database takes in no text. */
export function fromOpaque(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const json = new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)))
    return JSON.parse(json, (_, value: unknown) => {
      if (typeof value === 'string' && value.includes('\0')) throw new RangeError('a NUL')
      return value
    })
  } catch {
    return null
  }
}
