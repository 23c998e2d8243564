import { byteString, decodeBase64, decodeCharset, decodeQuotedPrintable } from './decode'
import { first, parseHeaders, parseParameters, type Headers } from './headers'
import { MAIL_LIMITS } from './limits'
import type { Entity } from './types'

interface Budget {
  parts: number
}

/**
 * A mail as a tree of decoded entities. Total: broken boundaries, missing headers and unknown charsets give what can be
 * read. Null where the mail is larger, has more parts or is nested deeper than MAIL_LIMITS. Linear in the bytes.
 */
export function parseMail(bytes: Uint8Array): Entity | null {
  if (bytes.length > MAIL_LIMITS.bytes) return null
  const text = unixLines(byteString(bytes))
    .replace(/^\xef\xbb\xbf/, '')
    .replace(/^(?:From [^\n]*\n|>From [^\n]*\n|\s+)+/, '')
  const budget = { parts: 0 }
  const root = entity(text, 'text/plain', 0, budget)
  return budget.parts > MAIL_LIMITS.parts ? null : root
}

/** Lines that end as on an old Macintosh. */
function unixLines(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n')
}

function entity(source: string, defaultType: string, depth: number, budget: Budget): Entity {
  if (++budget.parts > MAIL_LIMITS.parts || depth > MAIL_LIMITS.depth) {
    budget.parts = MAIL_LIMITS.parts + 1
    return { headers: new Map(), type: defaultType, params: {}, text: '', children: [] }
  }
  const { headers, body } = splitHead(source)
  const { value, params } = parseParameters(first(headers, 'content-type'))
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(value)
    ? value
    : value.startsWith('text')
      ? 'text/plain'
      : defaultType
  const leaf = (text: string): Entity => ({ headers, type, params, text, children: [] })
  if (type.startsWith('multipart/')) {
    const sections = splitSections(body, params['boundary'] ?? '')
    if (!sections) return { ...leaf(decodeBody(headers, body, '')), type: 'text/plain' }
    const childType = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
    const children = sections.map((section) => entity(section, childType, depth + 1, budget))
    return { headers, type, params, text: '', children }
  }
  if (!/^(text|message)\/|^application\/(octet-stream|ms-tnef)$/.test(type) || isFile(headers, type))
    return leaf('')
  const text = decodeBody(headers, body, params['charset'] ?? '')
  if (!/^message\/(rfc822|global)$/.test(type)) return leaf(text)
  const quoted = entity(text, 'text/plain', depth + 1, budget)
  return { headers, type, params, text, children: [quoted] }
}

function isFile(headers: Headers, type: string): boolean {
  return (
    type.startsWith('application/') &&
    !/^(7bit|8bit|quoted-printable|)$/i.test(first(headers, 'content-transfer-encoding'))
  )
}

/** Headers end at the first empty line; a body that starts without one has no headers. */
function splitHead(source: string): { headers: Headers; body: string } {
  if (/^\r?\n/.test(source)) return { headers: new Map(), body: source.replace(/^\r?\n/, '') }
  const blank = /\r?\n[ \t]*\r?\n/.exec(source)
  const block = blank ? source.slice(0, blank.index) : source
  if (!/^[!-9;-~]+[ \t]*:/.test(block)) return { headers: new Map(), body: source }
  return { headers: parseHeaders(block), body: blank ? source.slice(blank.index + blank[0].length) : '' }
}

/** The sections between boundary lines; null where no boundary line is found. A missing closing line is forgiven. */
function splitSections(body: string, boundary: string): string[] | null {
  const text = `\n${body}`.replace(/\n[ \t]+(?=--\S)/g, '\n') // one MTA indents its boundary lines
  const mark = boundary && text.includes(`\n--${boundary}`) ? `--${boundary}` : guessBoundary(body)
  if (!mark) return null
  const sections: string[] = []
  let start = -1
  for (let at = text.indexOf(`\n${mark}`); at >= 0; at = text.indexOf(`\n${mark}`, at + 1)) {
    if (start >= 0) sections.push(text.slice(start, at).replace(/\r$/, ''))
    const after = at + 1 + mark.length
    const lineEnd = text.indexOf('\n', after)
    start = lineEnd < 0 ? text.length : lineEnd + 1
    if (text.startsWith('--', after)) return sections
  }
  if (start >= 0 && start < text.length) sections.push(text.slice(start))
  return sections
}

/** Some gateways rewrite the header but not the body: a line `--x` directly above a part's headers is taken. */
function guessBoundary(body: string): string | null {
  return /(?:^|\n)(--[^\s][^\r\n]{5,120}?)[ \t]*\r?\n(?=Content-[A-Za-z-]+:)/.exec(body)?.[1] ?? null
}

function decodeBody(headers: Headers, body: string, charset: string): string {
  const encoding = first(headers, 'content-transfer-encoding').toLowerCase()
  if (encoding.startsWith('base64')) return decodeCharset(byteString(decodeBase64(body)), charset)
  if (encoding.startsWith('quoted')) return decodeCharset(decodeQuotedPrintable(body), charset)
  return decodeCharset(body, charset)
}
