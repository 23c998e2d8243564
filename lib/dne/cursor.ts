import { z } from 'zod'
import { fromOpaque, toOpaque } from '@/lib/opaque'
import type { DneSort } from './filter'

/** Where a page of the list begins: beside the entry whose sort value it carries. */
export interface DneCursor {
  direction: 'after' | 'before'
  /** The sort it was made for; another sort makes it void. */
  sort: DneSort['key']
  /** Time it was added or ends, where the sort has one; then the value. */
  at: Date | null
  value: string
  /** How many entries stand before the page, as far as was known when the cursor was made. */
  offset: number
}

const shape = z.tuple([
  z.enum(['a', 'b']),
  z.enum(['added', 'value', 'until']),
  z.iso.datetime().nullable(),
  z.string().max(400),
  z.number().int().min(0),
])

/** The cursor as it stands in a URL: opaque, and no plain address in it. */
export function formatDneCursor({ direction, sort, at, value, offset }: DneCursor): string {
  return toOpaque([direction === 'after' ? 'a' : 'b', sort, at?.toISOString() ?? null, value, offset])
}

/** Reads a cursor from a URL; null, which means the first page, for anything that is not one of this sort. */
export function parseDneCursor(text: string | null | undefined, sort: DneSort['key']): DneCursor | null {
  const parsed = shape.safeParse(fromOpaque(text ?? ''))
  if (!parsed.success || parsed.data[1] !== sort) return null
  const [direction, , at, value, offset] = parsed.data
  if ((at === null) !== (sort === 'value')) return null
  return {
    direction: direction === 'a' ? 'after' : 'before',
    sort,
    at: at === null ? null : new Date(at),
    value,
    offset,
  }
}
