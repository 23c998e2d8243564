import { z } from 'zod'
import { askedSchema } from '@/lib/activity/asked'

const SHAPE = askedSchema.extend({
  /** The place in the chain that the page begins below. */
  before: z.coerce.number().int().positive().nullable().catch(null),
})

export type ActivityParams = z.output<typeof SHAPE>
type Given = Record<string, string | string[] | undefined>

/** Reads the page's filter from the URL. */
export function readParams(given: Given): ActivityParams {
  return SHAPE.parse(given)
}

/** The filter as a query, `?kind=rules`; empty without one. */
export function queryOf(params: ActivityParams): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(params)) if (value !== null) query.set(key, String(value))
  return query.size > 0 ? `?${query.toString()}` : ''
}
