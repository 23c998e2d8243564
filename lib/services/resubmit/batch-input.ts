import { z } from 'zod'
import { paceSchema } from '@/lib/resubmit/pace'
import { chosenByFilter, chosenByKey } from '@/lib/services/chosen-bounces'

/** Contacts that fit into one batch. */
export const MOST_CONTACTS = 50_000

const values = z.array(z.string().max(320)).max(200)

/** Whom a batch is made of. */
export const batchScope = z.discriminatedUnion('kind', [
  /** Groups of the page: all that are ready (or, once more, given up) for these categories. */
  z.object({
    kind: z.literal('groups'),
    state: z.enum(['ready', 'given_up']),
    categories: values,
    accounts: values,
    campaigns: values,
  }),
  /** The recipients of chosen bounces. */
  chosenByFilter,
  chosenByKey,
])
export type BatchScope = z.infer<typeof batchScope>

export const createBatchInput = z.object({
  /** Made by the sender, once for each form shown: one click is one batch. */
  requestKey: z.guid(),
  name: z.string().trim().max(80),
  scope: batchScope,
  pace: paceSchema,
  /** Null: a file. */
  destinationId: z.guid().nullable(),
})
export type CreateBatchInput = z.infer<typeof createBatchInput>
