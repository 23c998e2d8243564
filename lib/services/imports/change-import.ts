import type { TransactionSql } from 'postgres'
import { loadImport, type StoredImport } from '@/db/queries/imports/load-import'
import { ERRORS } from '@/lib/errors'
import { fail, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'
import { tellProgress } from '@/lib/jobs/imports/lease'
import { tellWork } from '@/lib/jobs/wake'

/**
 * Runs a change of one import for an operator: in one transaction, on the import as it stands with its row locked, with a notice to
 * listeners and workers at commit. Refuses viewers and unknown imports.
 */
export async function changeImport<T>(
  ctx: Context,
  importId: string,
  change: (tx: TransactionSql, found: StoredImport) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const workspaceId = ctx.workspace.id
  const result = await ctx.sql.begin(async (tx): Promise<Result<T>> => {
    await tx`select 1 from imports where workspace_id = ${workspaceId} and id = ${importId} for update`
    const found = await loadImport(tx, workspaceId, importId)
    if (!found) return fail('not_found', ERRORS.not_found.text)
    const changed = await change(tx, found)
    await tellProgress(tx, workspaceId, importId)
    await tellWork(tx)
    return changed
  })
  return result as Result<T>
}
