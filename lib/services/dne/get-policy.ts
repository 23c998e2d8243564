import { loadPolicy } from '@/db/queries/dne/load-policy'
import type { DnePolicy } from '@/lib/dne/policy'
import { ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'

/** The policy in force; any member may read it. */
export async function getPolicy(ctx: Context): Promise<Result<DnePolicy>> {
  return ok(await loadPolicy(ctx.sql, ctx.workspace.id))
}
