import { parseAddress } from '@/lib/bounce/address'
import { decodeWords } from './decode'
import { withoutForward } from './forwards'
import { first, parseHeaders } from './headers'
import { htmlToText } from './html'
import { splitOriginal } from './original'
import { withoutFooter } from './report-words'
import type { Entity, Report } from './types'

/** Text of a report that is read; what follows is quoted mail or padding. */
const MAX_TEXT = 64 * 1024

function leaves(entity: Entity, out: Entity[] = []): Entity[] {
  if (!entity.type.startsWith('multipart/')) out.push(entity)
  if (!entity.type.startsWith('message/')) for (const child of entity.children) leaves(child, out)
  return out
}

/** Words, also where a gateway calls them a status. */
function isWords({ type, text }: Entity): boolean {
  if (type === 'text/plain') return true
  return (
    type === 'message/delivery-status' &&
    !/^[ \t]*(?:reporting-mta|(?:final|original)-recipient)[ \t]*:/im.test(text)
  )
}

/** The words for a person: the plain parts before any embedded mail, else the HTML ones. */
function saidIn(parts: readonly Entity[]): string {
  const quoted = parts.findIndex((part) =>
    /^(message\/(rfc822|global)|text\/rfc822-headers)$/.test(part.type),
  )
  const own = quoted > 0 ? parts.slice(0, quoted) : parts
  const plain = own.filter(isWords).map((part) => part.text)
  const text = plain.join('\n').trim()
  if (text.length > 0) return text.slice(0, MAX_TEXT)
  const html = own
    .filter((part) => part.type === 'text/html')
    .map((part) => htmlToText(part.text.slice(0, 4 * MAX_TEXT)))
  return html.join('\n').slice(0, MAX_TEXT)
}

function originalOf(parts: readonly Entity[]): ReadonlyMap<string, readonly string[]> | null {
  for (const part of parts) {
    if (/^message\/(rfc822|global)$/.test(part.type)) return part.children[0]?.headers ?? null
    if (/^(text\/rfc822-headers|message\/(rfc822|global)-headers)$/.test(part.type))
      return parseHeaders(part.text.split(/\r?\n[ \t]*\r?\n/)[0] ?? '')
  }
  return null
}

/** Of a header's value no more is looked at for addresses. */
const MAX_LIST = 16 * 1024

/** Addresses in header values, canonical. */
export function addressesIn(values: readonly string[]): string[] {
  return values.flatMap((value) =>
    [...value.slice(0, MAX_LIST).matchAll(/[^\s<>,;:"'()[\]@]{1,320}@[^\s<>,;:"'()[\]]{1,255}/g)].flatMap(
      ([text]) => {
        const parsed = parseAddress(text)
        return parsed.ok ? [parsed.address] : []
      },
    ),
  )
}

/** Lays a mail out for the readers: its parts, what it says to a person, and the headers of the mail it quotes. */
export function layOut(root: Entity): Report {
  const parts = leaves(root)
  const text = saidIn(parts)
  const inForward = withoutForward(text, decodeWords(first(root.headers, 'subject')))
  const forwarded = inForward !== text
  const passedOn = withoutFooter(inForward)
  const { said, headers } = splitOriginal(passedOn)
  const own = ['from', 'to', 'return-path', 'reply-to', 'sender', 'cc']
  return {
    root,
    parts,
    text: said,
    forwarded,
    original: originalOf(parts) ?? headers,
    own: new Set(addressesIn(own.flatMap((name) => [...(root.headers.get(name) ?? [])]))),
  }
}
