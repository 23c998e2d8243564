import { z } from 'zod'
import { isDay } from './day'
import type { BounceFilter } from './filter'

const day = z.string().refine(isDay)
const values = z.array(z.string().max(320)).max(200)

/** A filter as it comes from a browser, already read from its URL there. */
export const filterSchema: z.ZodType<BounceFilter, BounceFilter> = z.object({
  from: day,
  to: day,
  accounts: values,
  categories: values,
  families: values,
  providers: values,
  campaigns: values,
  types: z.array(z.enum(['hard', 'soft'])).max(2),
  template: z.guid().optional(),
  importId: z.guid().optional(),
  unverified: z.literal(true).optional(),
  q: z.string().max(300).optional(),
})
