export type Headers = Map<string, string[]>

/** Header lines (RFC 5322, unfolded) as lower-case name → values in order; lines that are no header are passed over. */
export function parseHeaders(block: string): Headers {
  const headers: Headers = new Map()
  const lines = block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon < 1 || colon > 76) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    if (!/^[!-9;-~]+$/.test(name)) continue
    const values = headers.get(name)
    const value = line.slice(colon + 1).trim()
    if (values) values.push(value)
    else headers.set(name, [value])
  }
  return headers
}

/** The first value of a header, '' where it is missing. */
export function first(headers: ReadonlyMap<string, readonly string[]>, name: string): string {
  return headers.get(name)?.[0] ?? ''
}

const MAX_PARAMETERS = 4096

/** `multipart/report; boundary="x"` as its lower-case value and parameters (RFC 2231 continuations joined). */
export function parseParameters(given: string): { value: string; params: Record<string, string> } {
  const value = given.slice(0, MAX_PARAMETERS)
  const params: Record<string, string> = Object.create(null) as Record<string, string>
  const head = /^[^;]*/.exec(value)?.[0] ?? ''
  const pattern = /;\s*([^\s=;]+?)(?:\*\d+)?\*?\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;\s]*))/g
  for (const [, name, quoted, plain] of value.matchAll(pattern)) {
    const key = (name ?? '').toLowerCase()
    params[key] = (params[key] ?? '') + (quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '')
  }
  return { value: head.trim().toLowerCase(), params }
}
