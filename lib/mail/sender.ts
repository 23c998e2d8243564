import { first } from './headers'
import { addressesIn } from './layout'
import type { Report } from './types'

/** Our mailbox that a report is about, and whether a quoted mail names it; else it is only the address the report came to. */
export function senderOf({ original, root }: Report): {
  sendingAccount: string | null
  accountQuoted: boolean
} {
  const from = ['from', 'sender', 'return-path'].flatMap((name) => addressesIn(original.get(name) ?? []))
  const to = ['x-original-to', 'delivered-to', 'to'].flatMap((name) =>
    addressesIn(root.headers.get(name) ?? []),
  )
  return { sendingAccount: from[0] ?? to[0] ?? null, accountQuoted: from.length > 0 }
}

/** When a mail was written, or else last received: ISO 8601 in UTC, null where neither can be read. */
export function timeOf(root: Report['root']): string | null {
  return isoDate(first(root.headers, 'date')) ?? isoDate(receivedAt(root))
}

function receivedAt({ headers }: Report['root']): string {
  const received = first(headers, 'received')
  return received.slice(received.lastIndexOf(';') + 1).trim()
}

function isoDate(value: string): string | null {
  const bare = value
    .slice(0, 100)
    .replace(/\s*\([^)]*\)\s*$/, '')
    .trim()
  // Without a zone the machine's own would be taken.
  const time = Date.parse(/(?:[+-]\d{4}|[A-Z]{1,4})$/.test(bare) ? bare : `${bare} UTC`)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
