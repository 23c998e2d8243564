import { isInvisible, narrow } from './classify/symbols'

export { suggestDomain } from './suggest-domain'

export type ParsedAddress = { ok: true; address: string; domain: string } | { ok: false; why: string }

const MAX_ADDRESS = 320
const MAX_LOCAL = 64
const MAX_DOMAIN = 253

const no = (why: string): ParsedAddress => ({ ok: false, why })

/** Full-width signs become plain, unseen characters go, composed and decomposed letters become one. */
function visible(text: string): string {
  let plain = true
  for (let i = 0; i < text.length && plain; i++) plain = text.charCodeAt(i) < 128
  if (plain) return text.trim()
  let out = ''
  for (const char of text) {
    const code = char.codePointAt(0)!
    if (code === 0x2019 || code === 0x2018) out += "'"
    else if (code >= 0x300 && code <= 0x36f) out += char
    else if (!isInvisible(code) && !(code >= 0x2066 && code <= 0x2069))
      out += code < 0x10000 ? String.fromCharCode(narrow(code)) : char
  }
  return out.normalize('NFC').trim()
}

/** Leaves out what stands around an address: a name, angle brackets, `mailto:`, quotes, a final point or comma. */
function unwrap(text: string): string {
  let inner = text
  const open = inner.lastIndexOf('<')
  const close = inner.indexOf('>', open)
  if (open >= 0 && close > open) inner = inner.slice(open + 1, close)
  inner = inner
    .trim()
    .replace(/^[<[(']+/, '')
    .replace(/[>,;)']+$/, '')
  const scheme = /^(mailto|smtp|rfc822|utf-8)\s*[:;]\s*/i.exec(inner)
  if (scheme) {
    inner = inner.slice(scheme[0].length)
    if (scheme[1]!.toLowerCase() === 'mailto') inner = decoded(inner.split('?', 1)[0]!)
  }
  if (/^"[^"\\]*"$/.test(inner) && inner.includes('@')) inner = inner.slice(1, -1)
  return inner.replace(/^[<\s]+/, '').replace(/[>\s,;]+$/, '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Comments `(…)` say nothing about where a mail goes (RFC 5322 3.2.2). */
function withoutComments(text: string): string {
  if (!text.includes('(') || text.includes('"')) return text
  return text.replace(/\s*\([^()]*\)\s*/g, '')
}

/** The local part without needless quotes, in small letters; null where it can't be one. */
function localOf(text: string): string | null {
  let local = text
  if (local.length >= 2 && local.startsWith('"') && local.endsWith('"')) {
    const inner = local.slice(1, -1).replace(/\\(.)/g, '$1')
    if (inner === '') return null
    // Points side by side or at an end need the quotes too (RFC 5321 4.1.2).
    const dotted = !/^\.|\.\.|\.$/.test(inner)
    local = dotted && /^[^\s"(),:;<>@[\\\]]+$/.test(inner) ? inner : `"${inner.replace(/["\\]/g, '\\$&')}"`
  } else if (/[\s"(),:;<>@[\\\]]/.test(local)) return null
  if (local === '' || local.length > MAX_LOCAL || hasControl(local)) return null
  return local.toLowerCase()
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 || code === 127 || (code >= 0xd800 && code <= 0xdbff && !isLow(text.charCodeAt(i + 1))))
      return true
    if (
      code >= 0xdc00 &&
      code <= 0xdfff &&
      !(i > 0 && text.charCodeAt(i - 1) >= 0xd800 && text.charCodeAt(i - 1) <= 0xdbff)
    )
      return true
  }
  return false
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/

/** The canonical form of a domain: small letters, ASCII (punycode), no final point. Null where it can't be one. */
export function canonicalDomain(text: string): string | null {
  let domain = text.trim().toLowerCase().replace(/\.+$/, '')
  if (/^\[(?:ipv6:)?[0-9a-f.:]+\]$/.test(domain)) return domain
  if (/[^\x21-\x7e]/.test(domain)) {
    if (/[\s/?#@:\\%]/.test(domain)) return null
    try {
      domain = new URL(`http://${domain}`).hostname.replace(/\.+$/, '')
    } catch {
      return null
    }
  }
  if (domain === '' || domain.length > MAX_DOMAIN || /^[\d.]+$/.test(domain)) return null
  return domain.split('.').every((label) => LABEL.test(label)) ? domain : null
}

/** An address already in its canonical form, as nearly all are: spared the work. */
const PLAIN = /^[a-z0-9._+-]{1,64}@(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z]{2,24}$/

/**
 * Reads one address in whatever shape it comes (`Name <a@b>`, `mailto:`, upper case, international domain) and gives the one canonical
 * form under which a person is known, with `why` as a sentence where there is none. Plus tags stay: they are different addresses.
 */
export function parseAddress(text: string): ParsedAddress {
  if (text.length <= 64 && PLAIN.test(text)) {
    return { ok: true, address: text, domain: text.slice(text.indexOf('@') + 1) }
  }
  if (text.length > MAX_ADDRESS * 8) return no('The address is too long.')
  const plain = withoutComments(unwrap(visible(text)))
  if (plain === '') return no('There is no address.')
  const at = plain.lastIndexOf('@')
  if (at < 0) return no('There is no @ in the address.')
  const before = plain.slice(0, at).trim()
  if (before.includes('@') && !before.startsWith('"')) return no('There is more than one @ in the address.')
  const local = localOf(before)
  if (local === null)
    return no(before === '' ? 'There is nothing before the @.' : 'The part before the @ is not valid.')
  const domain = canonicalDomain(plain.slice(at + 1))
  if (domain === null)
    return no(
      plain.length === at + 1 ? 'There is nothing after the @.' : 'The part after the @ is not a domain.',
    )
  const address = `${local}@${domain}`
  return address.length > MAX_ADDRESS ? no('The address is too long.') : { ok: true, address, domain }
}

/** Cuts a cell into the addresses it lists, by comma, semicolon, bar, line break, or space between two addresses; not yet parsed. */
export function splitAddresses(cell: string): string[] {
  const parts: string[] = []
  let quoted = false
  let angled = false
  let start = 0
  for (let i = 0; i < cell.length; i++) {
    const char = cell[i]!
    if (char === '"' && cell[i - 1] !== '\\') quoted = !quoted
    else if (!quoted && char === '<') angled = true
    else if (char === '>') angled = false
    else if (
      !quoted &&
      !angled &&
      (char === ';' || char === ',' || char === '|' || char === '\n' || char === '\r')
    ) {
      parts.push(cell.slice(start, i))
      start = i + 1
    }
  }
  parts.push(cell.slice(start))
  return joinNames(parts).flatMap(splitSpaces)
}

/** `Berg, Nadia <n@x.io>` is one address: a part without @ belongs to the next one that ends in `>`. */
function joinNames(parts: string[]): string[] {
  const joined: string[] = []
  let pending = ''
  for (const part of parts) {
    const text = pending === '' ? part.trim() : `${pending}, ${part.trim()}`
    if (text === '') continue
    const lone = /[@＠]/.test(text)
    if (lone || parts.length === 1) {
      joined.push(lone && pending !== '' && !/>\s*$/.test(text) ? part.trim() : text)
      pending = ''
    } else pending = text
  }
  return pending === '' ? joined : [...joined, pending]
}

function splitSpaces(part: string): string[] {
  if (/["<]/.test(part)) return [part]
  const words = part.split(/\s+/)
  return words.length > 1 && words.every((word) => word.includes('@')) ? words : [part]
}
