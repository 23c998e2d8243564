import { z } from 'zod'
import { filtered } from '@/db/queries/resubmit/summary'
import { listCandidates } from '@/db/queries/resubmit/candidates'
import { fail, ok, type Result } from '@/lib/result'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { addEntries } from '@/lib/services/dne/add-entries'
import { momentOf } from './asked'

const values = z.array(z.string().max(320)).max(200)
export const listGivenUpInput = z.object({ accounts: values, categories: values, campaigns: values })

const MOST = 50_000

/** Puts all given-up contacts of a filter on the Do Not Email list, for good; gives the act that undoes it. */
export async function listGivenUp(
  ctx: Context,
  input: z.infer<typeof listGivenUpInput>,
): Promise<Result<{ actId: string | null; added: number }>> {
  const asked = authorised(ctx, 'operator', listGivenUpInput, input)
  if (!asked.ok) return asked
  const scope = { contacts: filtered(ctx.sql, asked.value) }
  const found = await listCandidates(ctx.sql, await momentOf(ctx), scope, { state: 'given_up', limit: MOST })
  if (found.length === 0) return fail('precondition_failed', 'Nobody is given up any more.')
  const added = await addEntries(ctx, {
    entries: found.map((each) => each.recipient),
    reason: 'manual',
    note: 'Given up: all tries used up',
    why: 'All tries used up',
  })
  return added.ok ? ok({ actId: added.value.actId, added: added.value.added }) : added
}
