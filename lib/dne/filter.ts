import { z } from 'zod'
import { REASONS, SOURCES } from './entry'

/** Which entries a page, a bulk act or an export is about; an entry matches by any one of its standing reasons. */
export interface DneFilter {
  /** An address, a domain (`@acme.io`), or a part of either. */
  q?: string
  reasons: string[]
  /** Of the bounce. */
  categories: string[]
  sources: string[]
  /** Ids of people who added it. */
  by: string[]
  /** Days of the workspace on which it was added, both included. */
  from?: string
  to?: string
  /** `holds`: with an end; `good`: without; a number: ends within so many days. */
  expiring?: 'holds' | 'good' | number
}

export const NO_DNE_FILTER: DneFilter = { reasons: [], categories: [], sources: [], by: [] }

const day = z.iso.date()

/** A filter as it comes from a browser. */
export const dneFilterSchema: z.ZodType<DneFilter, DneFilter> = z.object({
  q: z.string().max(320).optional(),
  reasons: z.array(z.enum(REASONS)).max(10),
  categories: z.array(z.string().max(40)).max(20),
  sources: z.array(z.enum(SOURCES)).max(10),
  by: z.array(z.guid()).max(50),
  from: day.optional(),
  to: day.optional(),
  expiring: z.union([z.enum(['holds', 'good']), z.number().int().min(1).max(365)]).optional(),
})

/** Newest or oldest first, by value, or by the end of the hold (holds only). */
export const DNE_SORTS = ['added', 'value', 'until'] as const
export interface DneSort {
  key: (typeof DNE_SORTS)[number]
  direction: 'asc' | 'desc'
}
