import { ERRORS } from '@/lib/errors'
import { newId } from '@/lib/id'
import { tellWork } from '@/lib/jobs/wake'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'

/**
 * Begins to look at every bounce of the workspace as recognition reads it today, changing none; a worker does it. Rejects while
 * another run goes on; one that waits for a person gives way.
 */
export async function checkAnew(ctx: Context): Promise<Result<{ id: string }>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const { workspace, actor, now } = ctx
  return ctx.sql.begin(async (tx): Promise<Result<{ id: string }>> => {
    await tx`select 1 from workspaces where id = ${workspace.id} for update`
    const open = await tx`
      select 1 from recognition_runs
      where workspace_id = ${workspace.id} and state in ('checking', 'running', 'undoing')`
    if (open.length > 0) return fail('conflict', 'All bounces are being read again already.')
    await tx`
      update recognition_runs set state = 'cancelled' where workspace_id = ${workspace.id} and state = 'checked'`
    const id = newId(now.getTime())
    await tx`
      insert into recognition_runs (workspace_id, id, state, total, created_by, created_at)
      select ${workspace.id}, ${id}, 'checking', coalesce(sum(count), 0)::int, ${actor.userId}, ${now}
      from template_days where workspace_id = ${workspace.id}`
    await tellWork(tx)
    return ok({ id })
  })
}
