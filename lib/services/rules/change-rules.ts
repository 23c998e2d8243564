import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { recordChange } from '@/lib/services/replies/act'

export const ruleIdInput = z.object({ id: z.guid() })

interface Change {
  id: string
  action: string
  /** Counts nothing where the rule is not there. */
  write: (tx: TransactionSql) => Promise<{ count: number }>
}

/** Changes the list of rules for imports from now on, with activity, in one transaction; bounces of the past stay where they are. */
export async function changeRules(
  ctx: Context,
  { id, action, write }: Change,
): Promise<Result<{ id: string }>> {
  return ctx.sql.begin(async (tx): Promise<Result<{ id: string }>> => {
    await lockFacts(tx, ctx.workspace.id)
    if ((await write(tx)).count === 0) return fail('not_found', 'This rule does not exist any more.')
    await recordChange(tx, ctx, { action, subjectId: id, count: 0, details: {} })
    return ok({ id })
  })
}
