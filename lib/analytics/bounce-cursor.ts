import { z } from 'zod'
import { fromOpaque, toOpaque } from '@/lib/opaque'
import type { BounceSortKey } from './bounce-sort'

/** Where a page of the list begins: beside the row whose sort values it carries. */
export interface BounceCursor {
  direction: 'after' | 'before'
  /** The sort it was made for; another sort makes it void. */
  sort: BounceSortKey
  /** Values of the sort's own columns, then the key. */
  values: string[]
  occurredAt: Date
  dedupeKey: string
  /** How many rows stand before the page, as far as was known when the cursor was made. */
  offset: number
}

const shape = z.tuple([
  z.enum(['a', 'b']),
  z.enum(['received', 'recipient', 'account', 'category']),
  z.array(z.string().max(1000)).max(2),
  z.number().int().min(0).max(99_999_999_999),
  z.guid(),
  z.number().int().min(0),
])

/** The cursor as it stands in a URL: opaque, and no plain address in it. */
export function formatBounceCursor(cursor: BounceCursor): string {
  return toOpaque([
    cursor.direction === 'after' ? 'a' : 'b',
    cursor.sort,
    cursor.values,
    Math.trunc(cursor.occurredAt.getTime() / 1000),
    cursor.dedupeKey,
    cursor.offset,
  ])
}

/** Reads a cursor from a URL; null, which means the first page, for anything that is not one of this sort. */
export function parseBounceCursor(text: string | null | undefined, sort: BounceSortKey): BounceCursor | null {
  const parsed = shape.safeParse(fromOpaque(text ?? ''))
  if (!parsed.success || parsed.data[1] !== sort) return null
  const [direction, , values, seconds, dedupeKey, offset] = parsed.data
  return {
    direction: direction === 'a' ? 'after' : 'before',
    sort,
    values,
    occurredAt: new Date(seconds * 1000),
    dedupeKey,
    offset,
  }
}
