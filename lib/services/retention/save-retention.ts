import type { z } from 'zod'
import { loadRetention } from '@/db/queries/people/load-retention'
import { retentionSchema, type Retention } from '@/lib/retention'
import { ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'

export const saveRetentionInput = retentionSchema

/** Says for how long a workspace keeps what goes by itself; a worker sees to it once a day. */
export async function saveRetention(
  ctx: Context,
  input: z.input<typeof saveRetentionInput>,
): Promise<Result<null>> {
  const asked = authorised(ctx, 'admin', saveRetentionInput, input)
  if (!asked.ok) return asked
  const { workspace } = ctx
  return ctx.sql.begin(async (tx): Promise<Result<null>> => {
    const from = await loadRetention(tx, workspace.id)
    const to = asked.value
    if (JSON.stringify(from) === JSON.stringify(to)) return ok(null)
    // From a new term on it is applied at the next look.
    await tx`
      insert into retention (workspace_id, days) values (${workspace.id}, ${tx.json(to)})
      on conflict (workspace_id) do update set days = excluded.days, applied_at = null`
    await recordActivity(tx, ctx, {
      action: 'retention.changed',
      details: { from: inWords(from), to: inWords(to) },
    })
    return ok(null)
  })
}

/** For the activity, where nothing would read as "none". */
function inWords(kept: Retention): Record<string, number | string> {
  return Object.fromEntries(Object.entries(kept).map(([kind, days]) => [kind, days ?? 'for good']))
}
