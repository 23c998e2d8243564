import { z } from 'zod'
import { loadRules } from '@/db/queries/resubmit/load-rules'
import { ERRORS } from '@/lib/errors'
import { DEFAULT_TRIES, triesSchema } from '@/lib/resubmit/rules'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'
import { lockSettling } from '@/lib/services/dne/lock-addresses'
import { refreshAllContacts } from './refresh-contacts'

export const saveTriesInput = z.object({ tries: triesSchema })

/** Sets how often contacts of each category are tried before they are given up; all contacts follow at once. */
export async function saveTries(
  ctx: Context,
  input: z.infer<typeof saveTriesInput>,
): Promise<Result<{ changed: number }>> {
  if (!mayAct(ctx.actor.role, 'admin')) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = saveTriesInput.safeParse(input)
  if (!parsed.success) return fail('invalid_input', 'Tries go from 1 to 20, days from 1 to 365.')
  const own = Object.fromEntries(
    Object.entries(parsed.data.tries).filter(
      ([, { max, days }]) => max !== DEFAULT_TRIES.max || days !== DEFAULT_TRIES.days,
    ),
  )
  const workspaceId = ctx.workspace.id
  return ctx.sql.begin(async (tx) => {
    await lockSettling(tx, workspaceId)
    const { tries: from } = await loadRules(tx, workspaceId)
    await tx`
      insert into resubmit_settings (workspace_id, tries) values (${workspaceId}, ${tx.json(own)})
      on conflict (workspace_id) do update set tries = excluded.tries`
    await refreshAllContacts(tx, { workspaceId })
    await recordActivity(tx, ctx, { action: 'resubmit.tries_changed', details: { from, to: own } })
    return ok({ changed: Object.keys(own).length })
  })
}
